"""One piece of an attachment, from its request to its answer."""

import re

from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool

from station.api.signed import signed_request
from station.application.access import authenticate, seen_lately
from station.application.context import Station
from station.application.errors import Refused, busy, invalid
from station.application.known import Changed
from station.application.ports import SignedRequest
from station.application.receive_attachment import Piece, Progress, receive_piece
from station.application.records import Terminal
from station.domain.findings import FieldError

CHUNK_TYPE = "application/offset+octet-stream"
COVERED = frozenset({"alert-id"})
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_ALERT = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.ASCII)


async def take_piece(station: Station, request: Request, sha256: str) -> Response:
    """Keep one chunk, by one hop when its sender is remembered; raises Refused."""
    seen = await signed_request(request, station.limits.attachment_chunk_bytes, CHUNK_TYPE)
    known = seen_lately(station, seen, COVERED)
    if known is not None:
        try:
            return await _receive(station, known, request, sha256, seen)
        except Changed:
            station.known.forget(known, None)
        except Refused:
            # A terminal that was revoked meanwhile is told that, whatever else is wrong with its chunk.
            await run_in_threadpool(authenticate, station, seen, COVERED)
            raise
    terminal = await run_in_threadpool(authenticate, station, seen, COVERED)
    try:
        return await _receive(station, terminal, request, sha256, seen)
    except Changed:
        raise busy() from None  # it changed between the two looks: the next try is told how


async def _receive(
    station: Station, terminal: Terminal, request: Request, sha256: str, seen: SignedRequest
) -> Response:
    piece = Piece(
        named_alert(request, sha256),
        sha256,
        _number(request, "Upload-Offset", 0),
        _number(request, "Upload-Length", 1),
        request.headers.get("attachment-type", "").strip().lower(),
        seen.body,
    )
    return progress_answer(await run_in_threadpool(receive_piece, station, terminal, piece))


def progress_answer(progress: Progress) -> Response:
    """Return the answer that says how much is here."""
    headers = {
        "Upload-Offset": str(progress.received),
        "Upload-Length": str(progress.length),
        "Tus-Resumable": "1.0.0",
    }
    return Response(status_code=204, headers=headers)


def named_alert(request: Request, sha256: str) -> str:
    """Return the alert a request for a file names; raises Refused not-found, unknown-alert."""
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
