"""The makings of picture files: with words in every place that holds words, with lengths that lie, and very large ones."""

from __future__ import annotations

import io
import random
import struct
import zlib

from PIL import Image, PngImagePlugin

CANARY = b"KANARIENVOGEL"
"""Stands in every place where a format keeps words: none of them may come out again."""
_XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + CANARY * 3 + b"</x:xmpmeta>"


def picture(rng: random.Random, *, mode: str = "RGB", most: int = 1600) -> Image.Image:
    """Return a picture with something to see in it."""
    size = (rng.randint(16, most), rng.randint(16, most))
    small = Image.frombytes("RGB", (16, 16), rng.randbytes(768))
    return small.resize(size).convert(mode)


def jpeg(rng: random.Random, *, most: int = 1600, mode: str = "RGB", **more: object) -> bytes:
    """Return a JPEG with place, owner, comment, profile, packet and preview in it."""
    exif = Image.Exif()
    words = CANARY.decode()
    exif[0x010E], exif[0x013B], exif[0x8298], exif[0x0112] = words, words, words, rng.randint(1, 8)
    exif.get_ifd(0x8769)[0x9286] = CANARY
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[29] = "N", (25.0, 42.0, 13.0), words
    out = io.BytesIO()
    options = {"exif": exif, "comment": CANARY, "icc_profile": CANARY * 90, "xmp": _XMP, **more}
    picture(rng, mode=mode, most=most).save(out, "JPEG", **options)
    return out.getvalue()


def png(rng: random.Random, *, mode: str = "RGB", most: int = 800) -> bytes:
    """Return a PNG with words in every kind of chunk that holds words."""
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", CANARY.decode())
    words.add_text("Comment", CANARY.decode(), zip=True)
    words.add_itxt("XML:com.adobe.xmp", _XMP.decode())
    exif = Image.Exif()
    exif[0x013B] = CANARY.decode()
    out = io.BytesIO()
    picture(rng, mode=mode, most=most).save(out, "PNG", pnginfo=words, exif=exif, icc_profile=CANARY * 9)
    return out.getvalue()


def other(rng: random.Random, kind: str, **more: object) -> bytes:
    """Return a small picture of another format."""
    out = io.BytesIO()
    picture(rng, most=400).save(out, kind, **more)
    return out.getvalue()


def chunk(name: bytes, data: bytes, *, length: int | None = None) -> bytes:
    """Return a PNG chunk, perhaps with a length that lies."""
    said = struct.pack(">I", len(data) if length is None else length)
    return said + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_of(
    width: int, height: int, *chunks: bytes, depth: int = 8, colour: int = 2, rows: bytes = b"\0" * 100
) -> bytes:
    """Return a PNG that says it has that size, whatever its data hold."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")


def segment(marker: int, data: bytes, *, length: int | None = None) -> bytes:
    """Return a JPEG segment, perhaps with a length that lies."""
    return struct.pack(">BBH", 0xFF, marker, (len(data) + 2 if length is None else length) & 0xFFFF) + data


LARGE = [(9_950, 2, 8), (9_950, 6, 8), (7_700, 6, 8), (7_700, 2, 16), (7_700, 0, 16), (9_950, 3, 8), (9_950, 0, 1)]
"""Side, PNG colour type and depth: just below the counter's limit on pixels, and just below the station's."""


def large_png(side: int, colour: int, depth: int) -> bytes:
    """Return a PNG whose rows are all there and all empty: a hundred kB that become hundreds of MB."""
    row = bytes(1 + -(-side * {0: 1, 2: 3, 3: 1, 6: 4}[colour] * depth // 8))
    squeezed = zlib.compressobj(1)
    rows = b"".join(squeezed.compress(row * 50) for _ in range(side // 50)) + squeezed.flush()
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, depth, colour, 0, 0, 0))
    palette = chunk(b"PLTE", bytes(768)) + chunk(b"tRNS", bytes(256)) if colour == 3 else b""
    return b"\x89PNG\r\n\x1a\n" + head + palette + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def large_jpeg(side: int, mode: str, *, progressive: bool) -> bytes:
    """Return a JPEG of that side; a progressive one must be held in memory whole."""
    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    Image.new(mode, (side, side)).save(out, "JPEG", quality=10, progressive=progressive, exif=exif)
    return out.getvalue()
