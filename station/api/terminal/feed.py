"""The feed by long poll, and receipts of what was shown."""

import asyncio
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from station.api.bodies import SMALL_BODY, parse_object
from station.api.signed import sender, the_station
from station.application.access import within_rate
from station.application.errors import Refused
from station.application.feed import EVERYBODY, merchant_topic
from station.application.feed_receipt import note_shown
from station.application.read_feed import open_feed, read_feed

router = APIRouter()


@router.get("/feed")
async def get_feed(request: Request, after: str = "", wait: str = "0") -> dict[str, Any]:
    """Answer the events after a cursor, waiting up to `wait` seconds (at most 25) for the first."""
    station = the_station(request)
    terminal, _seen = await sender(request, SMALL_BODY)
    within_rate(station, f"feed:{terminal.terminal_id}", station.limits.rate_per_minute)
    seconds = (
        min(int(wait), station.limits.feed_wait_seconds) if wait.isascii() and wait.isdigit() and len(wait) < 6 else 0
    )
    reader = await run_in_threadpool(open_feed, station, terminal, after[:200])
    until = asyncio.get_running_loop().time() + seconds
    with station.hub.listen(merchant_topic(terminal.merchant_id), EVERYBODY) as waiter:
        while True:
            page = await run_in_threadpool(read_feed, station, reader)
            left = until - asyncio.get_running_loop().time()
            if page["events"] or left <= 0:
                return page
            messages = await waiter.wait(left)
            if not messages or any(message.get("type") == "closing" for message in messages):
                return page


@router.put("/feed/receipts/{seq}", status_code=204)
async def put_feed_receipt(seq: str, request: Request) -> Response:
    """Note that an event was shown to a person."""
    station = the_station(request)
    terminal, seen = await sender(request, SMALL_BODY)
    if not (seq.isascii() and seq.isdigit() and len(seq) <= 18):
        raise Refused("not-found")
    await run_in_threadpool(note_shown, station, terminal, int(seq), parse_object(seen.body))
    return Response(status_code=204)
