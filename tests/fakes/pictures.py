"""Picture files as phones, screens and mischief make them."""

from __future__ import annotations

import io
import random
import struct
import zlib

from PIL import Image

CANARY = "KANARIENVOGEL"


def photo(seed: int = 1, size: tuple[int, int] = (640, 480), *, kind: str = "JPEG", noise: bool = False) -> bytes:
    """A picture file with place, owner and comment in it where the format has room for them."""
    picture = Image.new("RGB", size, (seed * 37 % 256, seed * 91 % 256, 120))
    if noise:
        picture = Image.frombytes("RGB", size, random.Random(seed).randbytes(size[0] * size[1] * 3))
    out = io.BytesIO()
    if kind != "JPEG":
        picture.save(out, kind)
        return out.getvalue()
    exif = Image.Exif()
    exif[0x010E], exif[0x013B], exif[0x0112] = CANARY, CANARY, 6
    exif.get_ifd(0x8769)[0x9003] = "2026:11:17 09:58:00"
    exif.get_ifd(0x8825)[1] = "N"
    picture.save(out, "JPEG", exif=exif, comment=CANARY.encode(), icc_profile=CANARY.encode() * 40)
    return out.getvalue()


def moving(kind: str, frames: int = 30) -> bytes:
    """A moving picture: GIF, WEBP or PNG."""
    first, *rest = [Image.new("RGB", (320, 240), (number * 8 % 256, 40, 60)) for number in range(frames)]
    out = io.BytesIO()
    first.save(out, kind, save_all=True, append_images=rest, duration=40)
    return out.getvalue()


def wordy(megabytes: int = 8) -> bytes:
    """A small photo with a great block of a camera's notes before it, and one that speaks of 5,000 of them."""
    plain = photo(5)
    block = b"\xff\xe1" + struct.pack(">H", 65_535) + b"Exif\0\0" + bytes(65_535 - 8)
    entries = b"".join(struct.pack(">HHII", 0x9000 + number, 2, 60_000, 8) for number in range(5_000))
    many = (b"MM\0*\0\0\0\x08" + struct.pack(">H", 5_000) + entries)[: 65_535 - 8]
    block += b"\xff\xe1" + struct.pack(">H", len(many) + 8) + b"Exif\0\0" + many
    return plain[:2] + block * (megabytes * 8) + plain[2:]


def scribbled(seed: int, kind: str = "JPEG") -> bytes:
    """A photo whose camera's notes were spoilt in a few places."""
    notes, random_ = Image.Exif(), random.Random(seed)
    notes[0x0112], notes[0x010E], notes[0x011A] = 6, CANARY, 72.5
    notes.get_ifd(0x8769)[0x829A] = 1.5
    notes.get_ifd(0x8825)[2] = (1.0, 2.0, 3.0)
    spoilt = bytearray(notes.tobytes())
    for _ in range(random_.randint(1, 6)):
        spoilt[random_.randrange(6, len(spoilt))] = random_.choice([0, 1, 2, 3, 5, 7, 12, random_.randrange(256)])
    out = io.BytesIO()
    Image.new("RGB", (16, 12), (200, 10, 10)).save(out, kind, exif=bytes(spoilt))
    return out.getvalue()


def huge_png(width: int = 20_000, height: int = 10_000) -> bytes:
    """A PNG of 200 megapixels in under a kilobyte: its header says so, and nobody should look further."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
