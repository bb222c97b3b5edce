"""Attachments by tus 1.0 verbs, addressed by their digest."""

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from station.api.bodies import SMALL_BODY
from station.api.signed import sender, the_station
from station.api.terminal.pieces import COVERED, named_alert, progress_answer, take_piece
from station.application.receive_attachment import attachment_progress

router = APIRouter()


@router.head("/attachments/{sha256}", status_code=204)
async def head_attachment(sha256: str, request: Request) -> Response:
    """Answer how much of a file is here."""
    terminal, _seen = await sender(request, SMALL_BODY, covered=COVERED)
    alert_id = named_alert(request, sha256)
    progress = await run_in_threadpool(attachment_progress, the_station(request), terminal, alert_id, sha256)
    return progress_answer(progress)


@router.patch("/attachments/{sha256}", status_code=204)
async def patch_attachment(sha256: str, request: Request) -> Response:
    """Keep one chunk. (AlertLane answers before routing comes here.)"""
    return await take_piece(the_station(request), request, sha256)
