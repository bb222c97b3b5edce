"""Files as mischief, accidents and odd cameras make them; every one repeats by its seed and number."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from tests.faults.pictures.makings import (
    CANARY,
    LARGE,
    chunk,
    jpeg,
    large_jpeg,
    large_png,
    other,
    picture,
    png,
    png_of,
    segment,
)


@dataclass(frozen=True)
class Hostile:
    """One file: what was done to it, its bytes, the type it is announced as, and whether it is a sound picture."""

    name: str
    content: bytes
    media_type: str
    sound: bool = False


Make = Callable[[random.Random], Hostile]


def hostile(number: int, seed: int) -> Hostile:
    """Return the file of a number: every kind in turn, each time made anew."""
    return KINDS[number % len(KINDS)](random.Random(f"{seed}/{number}"))


def _cut(rng: random.Random, content: bytes) -> bytes:
    return content[: rng.randrange(1, len(content))]


def _flipped(rng: random.Random, content: bytes) -> bytes:
    spoiled = bytearray(content)
    for _ in range(rng.randint(1, 30)):
        spoiled[rng.randrange(len(spoiled))] ^= 1 << rng.randrange(8)
    return bytes(spoiled)


def _whole_jpeg(rng: random.Random) -> Hostile:
    return Hostile("a photo with everything in it", jpeg(rng), "image/jpeg", sound=True)


def _whole_png(rng: random.Random) -> Hostile:
    mode = rng.choice(["RGB", "RGBA", "P", "L", "LA", "1", "I;16"])
    return Hostile(f"a {mode} picture with words in it", png(rng, mode=mode), "image/png", sound=True)


def _odd_jpeg(rng: random.Random) -> Hostile:
    mode = rng.choice(["CMYK", "L"])
    return Hostile(f"a {mode} photo", jpeg(rng, mode=mode, progressive=True), "image/jpeg", sound=True)


def _strip(rng: random.Random) -> Hostile:
    long, thin = rng.randint(20_000, 60_000), rng.randint(1, 3)
    width, height = rng.sample([long, thin], 2)
    rows = (b"\0" + b"\x80" * (3 * width)) * height
    return Hostile("a strip", png_of(width, height, rows=rows), "image/png", sound=True)


def _truncated(rng: random.Random) -> Hostile:
    make = rng.choice([jpeg, png])
    kind = "image/jpeg" if make is jpeg else "image/png"
    return Hostile("cut short", _cut(rng, make(rng)), kind)


def _truncated_webp(rng: random.Random) -> Hostile:
    return Hostile("a WebP cut short", _cut(rng, other(rng, "WEBP")), "image/jpeg")


def _flips(rng: random.Random) -> Hostile:
    make = rng.choice([jpeg, png])
    return Hostile("flipped bits", _flipped(rng, make(rng)), "image/jpeg" if make is jpeg else "image/png")


def _flipped_others(rng: random.Random) -> Hostile:
    kind = rng.choice(["TIFF", "BMP", "WEBP", "GIF"])
    return Hostile(f"flipped bits of a {kind}", _flipped(rng, other(rng, kind)), "image/jpeg")


def _header_bomb(rng: random.Random) -> Hostile:
    width = rng.randint(10_000, 2_000_000)
    return Hostile("200 megapixels in a header", png_of(width, -(-200_000_000 // width)), "image/png")


def _real_bomb(rng: random.Random) -> Hostile:
    # Rows that are really there: 39 megapixels of nothing in 100 kB, below every limit on pixels.
    side = rng.randint(5_000, 6_200)
    return Hostile("a picture of nothing, large", png_of(side, side, rows=bytes((3 * side + 1) * side)), "image/png")


def _large_png(rng: random.Random) -> Hostile:
    side, colour, depth = rng.choice(LARGE)
    return Hostile(f"{side} squared, colour {colour}, {depth} bit", large_png(side, colour, depth), "image/png")


def _large_jpeg(rng: random.Random) -> Hostile:
    side, mode, progressive = rng.choice([7_700, 9_950]), rng.choice(["RGB", "CMYK", "L"]), rng.random() < 0.5
    content = large_jpeg(side, mode, progressive=progressive)
    return Hostile(f"{side} squared, {mode}, progressive {progressive}", content, "image/jpeg")


def _above_the_limit(rng: random.Random) -> Hostile:
    side = rng.randint(7_800, 9_900)
    return Hostile("a picture of nothing, larger", png_of(side, side, rows=b"\0" * 1000), "image/png")


def _jpeg_bomb(rng: random.Random) -> Hostile:
    content = bytearray(jpeg(rng, most=400))
    at = content.index(b"\xff\xc0")
    content[at + 5 : at + 9] = struct.pack(">HH", rng.randint(9_000, 65_000), rng.randint(9_000, 65_000))
    return Hostile("a photo that says it is enormous", bytes(content), "image/jpeg")


def _text_bomb(rng: random.Random) -> Hostile:
    words = b"Comment\0\0" + zlib.compress(CANARY + bytes(rng.randint(30, 60) * 1024 * 1024), 1)
    return Hostile("60 MB of words in 60 kB", png_of(8, 8, chunk(b"zTXt", words), rows=bytes(25 * 8)), "image/png")


def _profile_bomb(rng: random.Random) -> Hostile:
    profile = b"p\0\0" + zlib.compress(bytes(rng.randint(30, 60) * 1024 * 1024), 1)
    return Hostile("60 MB of profile in 60 kB", png_of(8, 8, chunk(b"iCCP", profile), rows=bytes(25 * 8)), "image/png")


def _lying_chunk(rng: random.Random) -> Hostile:
    length = rng.choice([0x7FFFFFFF, 0xFFFFFFFF, 0x10000, 1])
    name = rng.choice([b"tEXt", b"IDAT", b"eXIf", b"PLTE", b"IEND"])
    return Hostile(f"a chunk of {length} bytes", png_of(16, 16, chunk(name, CANARY, length=length)), "image/png")


def _lying_segment(rng: random.Random) -> Hostile:
    marker, length = rng.choice([0xE0, 0xE1, 0xC4, 0xDB, 0xFE, 0xDA]), rng.choice([0, 1, 2, 0xFFFF])
    content = jpeg(rng, most=200)
    return Hostile(
        "a segment that lies", content[:2] + segment(marker, CANARY, length=length) + content[2:], "image/jpeg"
    )


def _many_segments(rng: random.Random) -> Hostile:
    content = jpeg(rng, most=200)
    more = segment(0xFE, CANARY * 4_000) * rng.randint(20, 60)
    return Hostile("3 MB of comments", content[:2] + more + content[2:], "image/jpeg", sound=True)


def _circular_exif(rng: random.Random) -> Hostile:
    # The first folder names itself as the next, and an entry that counts four thousand million values.
    entries = struct.pack("<HHII", rng.choice([0x8769, 0x8825, 0x0112]), 4, 0xFFFFFFFF, 8)
    exif = b"Exif\0\0II*\0" + struct.pack("<IH", 8, 1) + entries + struct.pack("<I", 8)
    content = jpeg(rng, most=200, exif=b"", xmp=b"", icc_profile=b"", comment=b"")
    return Hostile("EXIF that bites its tail", content[:2] + segment(0xE1, exif) + content[2:], "image/jpeg")


def _circular_tiff(rng: random.Random) -> Hostile:
    entry = struct.pack("<HHII", 0x0100, 4, 1, rng.randrange(2**32))
    return Hostile(
        "TIFF that bites its tail", b"II*\0" + struct.pack("<IH", 8, 1) + entry + struct.pack("<I", 8), "image/jpeg"
    )


def _bmp(rng: random.Random) -> Hostile:
    head = struct.pack(
        "<IiiHHIIiiII", 40, rng.choice([1, 30_000, -5]), rng.choice([-30_000, 2**31 - 1, 1]), 1, 32, 0, 0, 0, 0, 0, 0
    )
    return Hostile("a BMP of impossible size", b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + head, "image/jpeg")


def _frames(rng: random.Random) -> Hostile:
    count, kind = rng.randint(20, 60), rng.choice(["GIF", "WEBP", "PNG", "TIFF"])
    shots = [picture(rng, most=60).resize((40, 40)) for _ in range(count)]
    out = io.BytesIO()
    shots[0].save(out, kind, save_all=True, append_images=shots[1:])
    return Hostile(f"{count} frames of {kind}", out.getvalue(), "image/png" if kind == "PNG" else "image/jpeg")


_ALIENS = {
    "SVG": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><image href='file:///etc/passwd'/></svg>",
    "PDF": b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF",
    "page": b"<!doctype html><script>alert(1)</script>",
    "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 99999 99999\nshowpage\n",
    "archive": b"PK\x03\x04" + CANARY,
    "program": b"\x7fELF\x02\x01\x01" + bytes(64),
    "magic only": b"\xff\xd8\xff",
    "PNG magic only": b"\x89PNG\r\n\x1a\n",
    "one byte": b"\xff",
    "nothing": b"",
    "zeros": bytes(100_000),
}


def _alien(rng: random.Random) -> Hostile:
    name = rng.choice(sorted(_ALIENS))
    return Hostile(f"no picture: {name}", _ALIENS[name], rng.choice(["image/jpeg", "image/png"]))


def _empty(rng: random.Random) -> Hostile:
    return Hostile("nothing", b"", rng.choice(["image/jpeg", "image/png"]))


def _noise(rng: random.Random) -> Hostile:
    start = rng.choice(
        [b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\xff\xff\xff\x7fWEBPVP8 ", b"II*\0", b"BM"]
    )
    return Hostile("noise", start + rng.randbytes(rng.randint(1, 60_000)), rng.choice(["image/jpeg", "image/png"]))


def _mislabelled(rng: random.Random) -> Hostile:
    return Hostile("a PNG that says JPEG", png(rng), "image/jpeg")


def _two_in_one(rng: random.Random) -> Hostile:
    tail = rng.choice([_ALIENS["archive"], _ALIENS["page"], b"<?php system($_GET[0]); ?>" + CANARY, _ALIENS["PDF"]])
    return Hostile("a photo with something behind it", jpeg(rng) + tail, "image/jpeg", sound=True)


KINDS: list[Make] = [
    _whole_jpeg, _whole_png, _odd_jpeg, _strip, _truncated, _truncated_webp, _flips, _flipped_others, _header_bomb,
    _real_bomb, _large_png, _large_jpeg, _above_the_limit, _jpeg_bomb, _text_bomb, _profile_bomb, _lying_chunk, _lying_segment, _many_segments,
    _circular_exif, _circular_tiff, _bmp, _frames, _alien, _empty, _noise, _mislabelled, _two_in_one,
]  # fmt: skip
