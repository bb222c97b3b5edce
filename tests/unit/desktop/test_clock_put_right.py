"""A PC whose clock is wrong writes the right time once a station has shown its own."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.adapters.system.clock import SystemClock

DAY = timedelta(days=1)
MOMENT = timedelta(seconds=5)


def far(clock: SystemClock) -> timedelta:
    """How far the clock is from the machine's."""
    return clock.now() - datetime.now(UTC)


@pytest.mark.parametrize("off", [-DAY, DAY])
def test_it_goes_by_the_station_from_then_on(tmp_path: Path, off: timedelta) -> None:
    clock = SystemClock(tmp_path / "clock.json")
    before = clock.monotonic()
    for _ in range(2):
        # Two calls under way at once are told the same; the second must not count twice.
        clock.shown(datetime.now(UTC) + off)
    assert abs(far(clock) - off) < MOMENT
    assert 0 <= clock.monotonic() - before < MOMENT.total_seconds()
    clock.shown(datetime.now(UTC))
    assert far(clock) == pytest.approx(timedelta(), abs=MOMENT)


def test_only_a_fast_clock_is_remembered(tmp_path: Path) -> None:
    file = tmp_path / "clock.json"
    SystemClock(file).shown(datetime.now(UTC) - DAY)
    assert abs(far(SystemClock(file)) + DAY) < MOMENT
    SystemClock(file).shown(datetime.now(UTC) + DAY)
    assert abs(far(SystemClock(file))) < MOMENT


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"off_s": "x"}', '{"off_s": 1e300}', '{"off_s": 90000}'])
def test_a_file_that_makes_no_sense_counts_for_nothing(tmp_path: Path, text: str) -> None:
    file = tmp_path / "clock.json"
    file.write_text(text, encoding="utf-8")
    assert abs(far(SystemClock(file))) < MOMENT


def test_a_place_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    clock = SystemClock(tmp_path / "nowhere" / "clock.json")
    clock.shown(datetime.now(UTC) - DAY)
    assert abs(far(clock) + DAY) < MOMENT
    file = tmp_path / "clock.json"
    SystemClock(file).shown(datetime.now(UTC) - DAY)
    assert json.loads(file.read_text(encoding="utf-8"))["off_s"] == pytest.approx(-86400, abs=5)
