"""The server's protocol with limits of time: whoever begins a request and does not end it is let go."""

import asyncio
from dataclasses import dataclass
from typing import ClassVar

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

_TOO_LATE = b"HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"


@dataclass(frozen=True, slots=True)
class LineLimits:
    """Seconds a caller may take, each however the bytes drip in.

    `head_s`: from the connection, or the first byte of a later request, to the end of its head. `body_s`: from there to the end of
    the body, and one second more for every `bytes_per_s` it announces, `longest_s` at most (as long as the terminals' own call).
    `read_s`: how long an answer may wait that nobody reads; what was sent in pieces begins anew with each that was taken.
    """

    head_s: float = 20.0
    body_s: float = 20.0
    bytes_per_s: int = 8 * 1024
    longest_s: float = 60.0
    read_s: float = 20.0

    def body_seconds(self, announced: int) -> float:
        """Return the seconds for a body of so many announced bytes."""
        return min(self.body_s + announced / self.bytes_per_s, max(self.longest_s, self.body_s))


class LimitedHttp(HttpToolsProtocol):
    """uvicorn's protocol, which itself limits only the pause between two requests; long polls and streams last as they do."""

    limits: ClassVar[LineLimits] = LineLimits()
    _asking: asyncio.TimerHandle | None = None
    _reading: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's own
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._wait_for(self.limits.head_s)

    def data_received(self, data: bytes) -> None:
        """Begin to wait for the head of a later request: blank lines before it are no request either."""
        if self._asking is None and self._is_idle():
            self._wait_for(self.limits.head_s)
        super().data_received(data)

    def on_headers_complete(self) -> None:
        """Begin to wait for the body."""
        super().on_headers_complete()
        announced = next((value for name, value in self.headers if name == b"content-length"), b"0")
        self._wait_for(self.limits.body_seconds(int(announced) if announced.isdigit() else 0))

    def on_message_complete(self) -> None:
        """The request is whole: how long its answer takes is ours."""
        super().on_message_complete()
        self._wait_for(None)

    def pause_writing(self) -> None:
        """Begin to wait for a caller that does not read."""
        super().pause_writing()
        self._reading = self.loop.call_later(self.limits.read_s, self.transport.abort)

    def resume_writing(self) -> None:
        """It reads."""
        super().resume_writing()
        self._stop_reading()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing more."""
        self._wait_for(None)
        self._stop_reading()
        super().connection_lost(exc)

    def _wait_for(self, seconds: float | None) -> None:
        if self._asking is not None:
            self._asking.cancel()
        self._asking = None if seconds is None else self.loop.call_later(seconds, self._let_go)

    def _is_idle(self) -> bool:
        # None before the first request, whatever uvicorn's own annotation says.
        cycle: RequestResponseCycle | None = self.cycle
        return cycle is None or cycle.response_complete

    def _stop_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _let_go(self) -> None:
        self._asking = None
        if self.transport.is_closing():
            return
        if self._is_idle() or not self.cycle.response_started:
            self.transport.write(_TOO_LATE)
        self.transport.close()


def limited(limits: LineLimits) -> type[LimitedHttp]:
    """Return the protocol with other limits."""
    return type("LimitedHttp", (LimitedHttp,), {"limits": limits})
