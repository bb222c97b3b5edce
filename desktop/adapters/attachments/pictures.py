"""Making a photo fit to send: smaller, upright, and without place, camera or owner in it."""

from __future__ import annotations

import io
import struct
import warnings
from datetime import UTC, datetime, timedelta, timezone

from PIL import Image, JpegImagePlugin, UnidentifiedImageError

from desktop.application.errors import InvalidInput
from desktop.application.photo_ports import CleanPhoto
from desktop.domain.alert.attachment import photo_problem

FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF")
MOST_PIXELS = 210_000_000
"""Pixels a header may speak of: the largest cameras in phones have 200 million."""
MOST_MEMORY = 350 * 1024 * 1024
"""Bytes a decoder may need: the whole program then stays below 512 MiB."""
LONGEST_EDGE = 2048
"""Pixels: enough to read a waybill or a number plate; a 12-megapixel photo becomes about 500 kB."""
QUALITY = 82
_CHINA = timezone(timedelta(hours=8))
_EXIF_FOLDER, _TAKEN, _ORIENTATION = 0x8769, 0x9003, 0x0112
_NOTES_UNREADABLE = (
    OSError, ValueError, TypeError, KeyError, AttributeError, SyntaxError, EOFError, OverflowError, struct.error
)  # fmt: skip
"""What Pillow raises over a camera's notes that were made wrong: they are not worth a photo."""
_TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How to turn a picture upright, by what the camera noted (EXIF 2.3, 4.6.4 A)."""

# Pillow's own check is one for the whole process: the same figure, so that it never speaks before ours.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS


class Pictures:
    """Cleans pictures with Pillow; slow (tens to hundreds of milliseconds), never for the screen's own thread."""

    def clean(self, data: bytes) -> CleanPhoto:
        """Return the picture as a small JPEG with nothing in it but the picture; InvalidInput names what is wrong."""
        if not data:
            raise InvalidInput((photo_problem("empty"),))
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", Image.DecompressionBombWarning)
                picture = Image.open(io.BytesIO(data), formats=FORMATS)
        except Image.DecompressionBombError:
            raise InvalidInput((photo_problem("too-many-pixels"),)) from None
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError):
            raise InvalidInput((photo_problem("not-a-photo"),)) from None
        with picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise InvalidInput((photo_problem("too-many-pixels"),))
            if _memory_after_draft(picture) > MOST_MEMORY:
                raise InvalidInput((photo_problem("too-many-pixels"),))
            try:
                return CleanPhoto(_redrawn(picture), "image/jpeg", _taken_at(picture))
            except (OSError, ValueError, SyntaxError, EOFError, MemoryError, Image.DecompressionBombError):
                raise InvalidInput((photo_problem("damaged"),)) from None


def _memory_after_draft(picture: Image.Image) -> int:
    """Return the bytes it takes to decode a picture and make it smaller, as its header says."""
    held = _held_by_decoder(picture)
    # A JPEG can be decoded at a fraction of its size: a 200-megapixel one then needs a fraction of the memory.
    picture.draft("RGB", (LONGEST_EDGE, LONGEST_EDGE))
    pixels = picture.width * picture.height
    each = {"1": 1, "L": 1, "P": 1, "I;16": 2}.get(picture.mode, 4)
    if picture.mode in ("RGBA", "LA", "PA") or picture.format == "WEBP":
        # Seen through: a second copy is made to shrink it. WebP: the decoder has its own copy.
        each *= 2
    return pixels * each + held


def _held_by_decoder(picture: Image.Image) -> int:
    """Return the bytes of a progressive JPEG's coefficients, two each, which are kept until its last scan."""
    if not isinstance(picture, JpegImagePlugin.JpegImageFile) or not picture.info.get("progressive"):
        return 0
    full = max(h * v for _id, h, v, _table in picture.layer)
    shares = sum(h * v / full for _id, h, v, _table in picture.layer)
    return round(2 * shares * picture.width * picture.height)


def _redrawn(picture: Image.Image) -> bytes:
    picture.load()
    # Smaller first: turning it makes a copy.
    picture.thumbnail((LONGEST_EDGE, LONGEST_EDGE), Image.Resampling.LANCZOS)
    turn = _TURNED.get(_orientation(picture))
    upright = picture if turn is None else picture.transpose(turn)
    page = Image.new("RGB", upright.size, "white")
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        seen = upright.convert("RGBA")
        page.paste(seen, mask=seen.getchannel("A"))
    else:
        page.paste(upright.convert("RGB"))
    out = io.BytesIO()
    # Drawn on a new page, so no comment, profile or preview of the original comes along.
    page.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def _orientation(picture: Image.Image) -> int:
    """Return how the camera was held; not by Pillow's own turning, which writes all notes anew and fails over a bad one."""
    try:
        noted = picture.getexif().get(_ORIENTATION)
    except _NOTES_UNREADABLE:
        return 1
    return noted if isinstance(noted, int) else 1


def _taken_at(picture: Image.Image) -> datetime | None:
    """Return when the camera says it was taken: cameras write local time without a zone, here the county's."""
    try:
        said = picture.getexif().get_ifd(_EXIF_FOLDER).get(_TAKEN)
        return datetime.strptime(str(said).strip("\0 "), "%Y:%m:%d %H:%M:%S").replace(tzinfo=_CHINA).astimezone(UTC)
    except _NOTES_UNREADABLE:
        return None
