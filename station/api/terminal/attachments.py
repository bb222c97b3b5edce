"""Attachments by tus 1.0 verbs, addressed by their digest."""

import re

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from station.api.bodies import SMALL_BODY
from station.api.signed import sender, signed_request, the_station
from station.application.access import authenticate, seen_lately
from station.application.context import Station
from station.application.errors import Refused, busy, invalid
from station.application.known import Changed
from station.application.ports import SignedRequest
from station.application.receive_attachment import Piece, Progress, attachment_progress, receive_piece
from station.application.records import Terminal
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
    seen = await signed_request(request, station.limits.attachment_chunk_bytes, CHUNK_TYPE)
    known = seen_lately(station, seen, _COVERED)
    if known is not None:
        try:
            return await _receive(station, known, request, sha256, seen)
        except Changed:
            station.known.forget(known, None)
        except Refused:
            # A terminal that was revoked meanwhile is told that, whatever else is wrong with its chunk.
            await run_in_threadpool(authenticate, station, seen, _COVERED)
            raise
    terminal = await run_in_threadpool(authenticate, station, seen, _COVERED)
    try:
        return await _receive(station, terminal, request, sha256, seen)
    except Changed:
        raise busy() from None  # it changed between the two looks: the next try is told how


async def _receive(
    station: Station, terminal: Terminal, request: Request, sha256: str, seen: SignedRequest
) -> Response:
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
