"""Attachments shown to an officer."""

import re

from fastapi import APIRouter, Response

from station.api.desk.deps import PREFIX, Reader, StationDep
from station.application.desk_attachments import show_attachment
from station.application.errors import Refused

router = APIRouter(prefix=PREFIX)

_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_NAMES = {"image/jpeg": "photo.jpg", "image/png": "picture.png", "application/pdf": "document.pdf"}


@router.get("/attachments/{sha256}")
def read_attachment(station: StationDep, actor: Reader, sha256: str, alert_id: str | None = None) -> Response:
    """Return a file; the head keeps whatever is in it from acting in the page."""
    if not _DIGEST.fullmatch(sha256):
        raise Refused("not-found")
    shown = show_attachment(station, actor, sha256, alert_id)
    headers = {
        "Content-Disposition": f'inline; filename="{_NAMES[shown.media_type]}"',
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(shown.content, media_type=shown.media_type, headers=headers)
