"""What may be attached to an alert, and how its first bytes must look."""

MEDIA_TYPES = ("image/jpeg", "image/png", "application/pdf")

_MAGIC = {"image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG\r\n\x1a\n", "application/pdf": b"%PDF-"}
MAGIC_BYTES = 8


def looks_like(start: bytes, media_type: str) -> bool:
    """True when a file that starts with these bytes may be of the declared type."""
    return start.startswith(_MAGIC[media_type])
