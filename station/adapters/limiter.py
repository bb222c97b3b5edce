"""Token buckets in memory (the port `Limiter`)."""

import threading
import time
from collections.abc import Callable

_MOST_BUCKETS = 100_000


class TokenBuckets:
    """A bucket a name; each holds a minute's worth and refills evenly."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._buckets: dict[str, tuple[float, float]] = {}

    def take(self, bucket: str, per_minute: int) -> float | None:
        """Take one token; None when granted, otherwise the seconds until the next one."""
        rate = per_minute / 60
        now = self._monotonic()
        with self._lock:
            if bucket not in self._buckets and len(self._buckets) >= _MOST_BUCKETS:
                self._buckets.clear()  # a flood of names must not eat the memory; forgetting is generous
            level, at = self._buckets.get(bucket, (float(per_minute), now))
            level = min(float(per_minute), level + (now - at) * rate)
            if level < 1:
                self._buckets[bucket] = (level, now)
                return (1 - level) / rate
            self._buckets[bucket] = (level - 1, now)
            return None
