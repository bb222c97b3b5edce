"""In-process wake-ups: thousands of idle waiters without a thread each (the port `Hub`)."""

import asyncio
import threading
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

_MOST_KEPT = 1000
CLOSING: Mapping[str, Any] = {"type": "closing"}


class Waiter:
    """One long poll or event stream; made and awaited on the event loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._woken = asyncio.Event()
        self._messages: deque[dict[str, Any]] = deque(maxlen=_MOST_KEPT)

    async def wait(self, seconds: float) -> list[dict[str, Any]]:
        """Return the messages since the last call, at once or after a wake-up; empty after `seconds`."""
        try:
            await asyncio.wait_for(self._woken.wait(), seconds)
        except TimeoutError:
            return []
        self._woken.clear()
        messages = list(self._messages)
        self._messages.clear()
        return messages

    def wake(self, message: Mapping[str, Any] | None) -> None:
        """Wake the waiter from any thread."""
        try:
            self._loop.call_soon_threadsafe(self._on_wake, dict(message or {}))
        except RuntimeError:
            return  # the loop is closed: nobody is waiting any more

    def _on_wake(self, message: dict[str, Any]) -> None:
        self._messages.append(message)
        self._woken.set()


class EventHub:
    """Topics and who listens to them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiters: dict[str, set[Waiter]] = {}
        self._closing = False

    def close(self) -> None:
        """Send every present and future waiter {"type": "closing"}: the station stops."""
        self._closing = True
        self.publish_all(CLOSING)

    def publish(self, topic: str, message: Mapping[str, Any] | None = None) -> None:
        """Wake everybody listening to `topic`; callable from any thread."""
        with self._lock:
            waiters = list(self._waiters.get(topic, ()))
        for waiter in waiters:
            waiter.wake(message)

    def publish_all(self, message: Mapping[str, Any] | None = None) -> None:
        """Wake every waiter of every topic: another process changed the database."""
        with self._lock:
            waiters = {waiter for group in self._waiters.values() for waiter in group}
        for waiter in waiters:
            waiter.wake(message)

    @contextmanager
    def listen(self, *topics: str) -> Iterator[Waiter]:
        """Listen from now on; subscribe before reading, so that no wake-up is lost."""
        waiter = Waiter(asyncio.get_running_loop())
        with self._lock:
            for topic in topics:
                self._waiters.setdefault(topic, set()).add(waiter)
        if self._closing:
            waiter.wake(CLOSING)
        try:
            yield waiter
        finally:
            with self._lock:
                for topic in topics:
                    group = self._waiters.get(topic, set())
                    group.discard(waiter)
                    if not group:
                        self._waiters.pop(topic, None)
