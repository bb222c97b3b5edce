"""Attachments by tus 1.0 verbs, addressed by their digest."""

import re

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from station.api.bodies import SMALL_BODY
from station.api.signed import sender, the_station
from station.application.errors import Refused, invalid
from station.application.receive_attachment import Piece, Progress, attachment_progress, receive_piece
from station.domain.findings import FieldError

router = APIRouter()

CHUNK_TYPE = "application/offset+octet-stream"
_COVERED = frozenset({"alert-id"})
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_ALERT = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.ASCII)


@router.head("/attachments/{sha256}", status_code=204)
async def head_attachment(sha256: str, request: Request) -> Response:
    """Answer how much of a file is here."""
    terminal, _seen = await sender(request, SMALL_BODY, covered=_COVERED)
    alert_id = _names(request, sha256)
    progress = await run_in_threadpool(attachment_progress, the_station(request), terminal, alert_id, sha256)
    return _answer(progress)


@router.patch("/attachments/{sha256}", status_code=204)
async def patch_attachment(sha256: str, request: Request) -> Response:
    """Keep one chunk."""
    station = the_station(request)
    limit = station.limits.attachment_chunk_bytes
    terminal, seen = await sender(request, limit, media_type=CHUNK_TYPE, covered=_COVERED)
    piece = Piece(
        _names(request, sha256),
        sha256,
        _number(request, "Upload-Offset", 0),
        _number(request, "Upload-Length", 1),
        request.headers.get("attachment-type", "").strip().lower(),
        seen.body,
    )
    return _answer(await run_in_threadpool(receive_piece, station, terminal, piece))


def _answer(progress: Progress) -> Response:
    headers = {
        "Upload-Offset": str(progress.received),
        "Upload-Length": str(progress.length),
        "Tus-Resumable": "1.0.0",
    }
    return Response(status_code=204, headers=headers)


def _names(request: Request, sha256: str) -> str:
    if not _DIGEST.fullmatch(sha256):
        raise Refused("not-found")
    alert_id = request.headers.get("alert-id", "")
    if not _ALERT.fullmatch(alert_id):
        raise Refused("unknown-alert")
    return alert_id


def _number(request: Request, header: str, least: int) -> int:
    text = request.headers.get(header, "")
    if not (text.isascii() and text.isdigit() and len(text) <= 12 and int(text) >= least):
        raise invalid(
            "invalid-request",
            FieldError(f"/{header}", "number", f"{header} is a whole number of bytes.", f"{header}应为字节数。"),
        )
    return int(text)
