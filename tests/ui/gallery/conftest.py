"""The counter and the clock's place these views stand at."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from tests.ui.live_line.counter import counter

__all__ = ["chinese_time", "counter"]


@pytest.fixture(autouse=True)
def chinese_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Times of day are those of China, wherever the test runs."""
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    if hasattr(time, "tzset"):
        time.tzset()
    yield
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()
