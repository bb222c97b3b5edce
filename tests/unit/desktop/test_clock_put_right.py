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


def careful(clock: SystemClock) -> timedelta:
    """How far the careful clock is from the machine's."""
    return clock.careful() - datetime.now(UTC)


def test_a_station_that_is_ahead_makes_nothing_old(tmp_path: Path) -> None:
    clock = SystemClock(tmp_path / "clock.json")
    clock.shown(datetime.now(UTC) + 60 * DAY)
    assert abs(far(clock) - 60 * DAY) < MOMENT
    assert abs(careful(clock)) < MOMENT
    clock.shown(datetime.now(UTC))
    assert abs(careful(clock)) < MOMENT


def test_a_pc_that_is_fast_makes_nothing_old(tmp_path: Path) -> None:
    file = tmp_path / "clock.json"
    clock = SystemClock(file)
    clock.shown(datetime.now(UTC) - 60 * DAY)
    assert abs(careful(clock) + 60 * DAY) < MOMENT
    assert abs(careful(SystemClock(file)) + 60 * DAY) < MOMENT


@pytest.mark.parametrize(("behind", "counted"), [(10 * DAY, 10 * DAY), (400 * DAY, 30 * DAY)])
def test_what_a_station_was_behind_counts_on_for_the_records_of_that_time(
    tmp_path: Path, behind: timedelta, counted: timedelta
) -> None:
    file = tmp_path / "clock.json"
    clock = SystemClock(file)
    clock.shown(datetime.now(UTC) - behind)
    clock.shown(datetime.now(UTC) - behind + DAY)
    clock.shown(datetime.now(UTC) + timedelta(seconds=1))
    assert abs(far(clock)) < MOMENT
    for known in (clock, SystemClock(file)):
        assert abs(careful(known) + counted) < MOMENT
    kept = json.loads(file.read_text(encoding="utf-8"))
    for days, still in ((29, counted), (31, timedelta()), (-1, timedelta())):
        file.write_text(json.dumps(kept | {"behind_until_s": kept["behind_until_s"] - days * 86400}), encoding="utf-8")
        assert abs(careful(SystemClock(file)) + still) < MOMENT
