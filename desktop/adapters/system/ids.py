"""Identifiers nobody can guess, in the order they were made."""

from __future__ import annotations

import secrets
import threading
import uuid
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST_COUNTER = 0xFFF


class RandomIds:
    """UUIDv7 (RFC 9562) from the system's random source; within one millisecond a counter keeps the order."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last_ms = -1
        self._counter = 0

    def uuid7(self, now: datetime) -> str:
        """Return a new UUIDv7 in lower case for this time."""
        ms = (now - _EPOCH) // timedelta(milliseconds=1)
        with self._lock:
            if ms > self._last_ms:
                self._last_ms, self._counter = ms, secrets.randbelow(0x400)
            else:
                self._counter += 1
                if self._counter > _LONGEST_COUNTER:
                    self._last_ms, self._counter = self._last_ms + 1, 0
            ms, counter = self._last_ms, self._counter
        value = ms << 80 | 0x7 << 76 | counter << 64 | 0b10 << 62 | secrets.randbits(62)
        return str(uuid.UUID(int=value))

    def fraction(self) -> float:
        """Return a random number in [0, 1)."""
        return secrets.randbits(53) / (1 << 53)
