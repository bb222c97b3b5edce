"""Draw one foreign picture anew: bytes on standard input, clean bytes on standard output.

Runs as a process of its own with little memory and time: a decoder that is led astray harms nothing else.
"""

import io
import sys
import warnings

_MEMORY = 512 * 1024**2
_SECONDS = 10
_MOST_PIXELS = 60_000_000
_LONGEST_SIDE = 2400


def bound_process() -> None:
    """Limit memory and processor time, where the system knows how."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def redrawn(content: bytes, picture_format: str) -> bytes:
    """Return the picture, upright, at most 2400 pixels long, without metadata; raises what the decoder raises."""
    from PIL import Image, ImageOps

    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    with Image.open(io.BytesIO(content), formats=[picture_format]) as picture:
        # Smaller first: turning and converting make copies.
        picture.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
        drawn = ImageOps.exif_transpose(picture).convert("RGB")
    drawn.info.clear()  # a comment, a profile or EXIF would be written out again
    clean = io.BytesIO()
    drawn.save(clean, picture_format, **({"quality": 85} if picture_format == "JPEG" else {}))
    return clean.getvalue()


def main(picture_format: str) -> int:
    """Do the work; 0 when standard output holds a picture."""
    bound_process()
    try:
        clean = redrawn(sys.stdin.buffer.read(), picture_format)
    except Exception:  # noqa: BLE001 - whatever a decoder makes of foreign bytes, the answer is: no picture
        return 1
    sys.stdout.buffer.write(clean)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
