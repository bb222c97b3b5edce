"""The live line of the desk page: server-sent events."""

import json
from collections.abc import AsyncIterator

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse

from station.api.desk.deps import COOKIE, PREFIX, Reader, StationDep
from station.application import feed
from station.application.context import Station
from station.application.desk_access import current_officer
from station.application.errors import Refused

KEEP_ALIVE_SECONDS = 15
router = APIRouter(prefix=PREFIX)


@router.get("/events")
async def events(request: Request, station: StationDep, _actor: Reader) -> StreamingResponse:
    """Stream what changed; the page then reads it by its ordinary calls."""
    return StreamingResponse(
        _stream(request, station, request.cookies.get(COOKIE, "")),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def _stream(request: Request, station: Station, token: str) -> AsyncIterator[str]:
    """Yield events until the page leaves, the session ends or the station closes.

    A quiet night must not make the desk blind, so an open line counts as activity: each keep-alive renews the idle
    limit (the absolute limit stays), and a session that ended closes the line.
    """
    with station.hub.listen(feed.DESK) as waiter:
        yield "retry: 2000\n\nevent: alive\ndata: {}\n\n"
        while not await request.is_disconnected():
            messages = await waiter.wait(KEEP_ALIVE_SECONDS)
            if any(message.get("type") == "closing" for message in messages):
                return
            if messages:
                for message in messages:
                    yield f"event: queue\ndata: {json.dumps(message, ensure_ascii=False)}\n\n"
                continue
            try:
                await run_in_threadpool(current_officer, station, token)
            except Refused:
                return
            # The comment keeps proxies awake; the event lets the page notice a line that died silently.
            yield ": keep-alive\n\nevent: alive\ndata: {}\n\n"
