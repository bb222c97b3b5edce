"""Signed bundles, and the terminal's own key."""

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from station.api.bodies import SMALL_BODY, parse_object
from station.api.signed import sender, signed_request, the_station
from station.application.errors import Refused
from station.application.publish_bundle import bundle_of, latest_bundle
from station.application.rotate_terminal_key import rotate_terminal_key

router = APIRouter()

_MOST_DIGITS = 9


@router.get("/bundles/latest", response_model=None)
async def get_latest(request: Request, have: str = "0") -> dict[str, Any] | Response:
    """Answer the newest bundle, 304 when the terminal has it."""
    await sender(request, SMALL_BODY)
    known = int(have) if _is_number(have) else 0
    jws = await run_in_threadpool(latest_bundle, the_station(request), known)
    return Response(status_code=304) if jws is None else {"bundle": jws}


@router.get("/bundles/{version}")
async def get_bundle(version: str, request: Request) -> dict[str, Any]:
    """Answer one bundle."""
    await sender(request, SMALL_BODY)
    if not _is_number(version):
        raise Refused("not-found")
    return {"bundle": await run_in_threadpool(bundle_of, the_station(request), int(version))}


@router.post("/terminals/{terminal_id}/key")
async def post_key(terminal_id: str, request: Request) -> dict[str, Any]:
    """Replace the terminal's key."""
    seen = await signed_request(request, SMALL_BODY)
    body = parse_object(seen.body)
    return await run_in_threadpool(rotate_terminal_key, the_station(request), seen, terminal_id, body)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
