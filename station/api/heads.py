"""Headers every answer carries."""

import contextlib

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from station.application.access import http_date
from station.application.ports import Clock


class AnswerHeads:
    """Adds Date by the station's own clock (terminals set their offset by it), nosniff and, for the API, no-store."""

    def __init__(self, app: ASGIApp, clock: Clock) -> None:
        self._app = app
        self._clock = clock
        self._second, self._date = -1, b""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete the head of its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name.lower() for name, _value in message["headers"]}
                added = [(b"date", self._now()), (b"x-content-type-options", b"nosniff")]
                if scope["path"].startswith("/api/"):
                    added.append((b"cache-control", b"no-store"))
                message["headers"] = [*message["headers"], *(pair for pair in added if pair[0] not in present)]
            await send(message)

        # A sender that hangs up in the middle of its letter is no mistake of ours: it sends again, nothing was kept.
        with contextlib.suppress(ClientDisconnect):
            await self._app(scope, receive, complete)

    def _now(self) -> bytes:
        now = self._clock.now()
        second = int(now.timestamp())
        if second != self._second:
            self._date, self._second = http_date(now).encode(), second
        return self._date
