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


def huge_png(width: int = 20_000, height: int = 10_000) -> bytes:
    """A PNG of 200 megapixels in under a kilobyte: its header says so, and nobody should look further."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
