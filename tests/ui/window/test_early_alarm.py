"""The silent key while the profile is still being opened: saved once, by whichever road is there first, or said not to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.adapters.storage.early import EarlyStorage
from desktop.application.alerts.early_alarm import EarlyAlarm
from desktop.application.errors import CounterwatchError, ProfileLocked, StationUnreachable, StorageFailed
from desktop.ui.main_window.app import make_window
from desktop.ui.main_window.window import MainWindow
from desktop.ui.runtime.host import EarlyRoad, OpenProfile
from tests.ui.live_line.counter import Counter
from tests.ui.pages.window import OneProfileHost
from tests.unit.desktop_sending.profile import FixedIds

KEY = b"\x07" * 32  # the test profile's


@dataclass
class ShortRoad:
    """The real short road of the counter's profile; `failure` instead of saving, and it remembers being closed."""

    storage: EarlyStorage
    alarm: EarlyAlarm
    failure: Exception | None = None
    closed: bool = False

    def save(self) -> str:
        """See `EarlyRoad`."""
        if self.failure is not None:
            raise self.failure
        return self.alarm()

    def close(self) -> None:
        """See `EarlyRoad`."""
        self.closed = True
        self.storage.close()


@dataclass
class EarlyHost(OneProfileHost):
    """A host with a short road, without one, or with a door that does not open."""

    road: ShortRoad | None = None
    locked: Exception | None = None
    refusing: Exception | None = None

    def open_early(self, key: str) -> EarlyRoad | None:
        """See `CallsEarly`."""
        if self.locked is not None:
            raise self.locked
        return self.road

    def open(self, key: str, passphrase: str | None) -> OpenProfile:
        """See `Host`."""
        if self.refusing is not None:
            raise self.refusing
        return super().open(key, passphrase)


@dataclass
class Start:
    """A window between its first paint and the open profile."""

    counter: Counter
    host: EarlyHost
    window: MainWindow
    said: list[str]

    def begin(self) -> None:
        """Open the short road and wait until the rest may be loaded."""
        with self.counter.qtbot.waitSignal(self.window.alarm_key.start(self.host).settled):
            pass

    def press(self) -> None:
        """Press the key."""
        self.window.activateWindow()
        self.counter.qtbot.waitUntil(self.window.isActiveWindow)
        QTest.keyClick(self.window, Qt.Key.Key_F9)

    def open(self) -> None:
        """Open the profile and wait until it is there, or is not."""
        self.window.start()
        self.counter.qtbot.waitUntil(lambda: self.window.context is not None or self.window._error is not None)

    def alarms(self) -> int:
        """Count the silent alarms that are saved."""
        return sum(row.silent for row in self.counter.services.counter_overview(None).open_alerts)


@pytest.fixture
def start(counter: Counter, tmp_path: Path) -> Iterator[Start]:
    """A window that is shown, and nothing else yet; the station cannot be reached."""
    offline: list[CounterwatchError] = [StationUnreachable("network") for _ in range(200)]
    counter.profile.station.pages.extend(offline)
    storage = EarlyStorage(tmp_path, KEY)
    alarm = EarlyAlarm(
        begin=storage.begin, now=counter.clock.now, new_id=FixedIds(900).uuid7, ruleset=lambda setting: f"{setting}@1"
    )
    host = EarlyHost(counter.services, road=ShortRoad(storage, alarm))
    window, said = make_window(host), []
    window.alarm.said.connect(lambda text, _tone: said.append(text))
    counter.qtbot.addWidget(window)
    window.show()
    yield Start(counter, host, window, said)
    window.close()
    storage.close()


def test_a_press_before_anything_is_open_is_saved_by_the_short_road(start: Start) -> None:
    start.begin()
    start.press()
    start.counter.qtbot.waitUntil(lambda: start.alarms() == 1)
    assert start.window.context is None
    start.open()
    start.counter.qtbot.waitUntil(lambda: start.said == ["好了"])
    assert start.host.road is not None
    assert start.host.road.closed
    assert start.window.alarm._timer.isActive()


def test_presses_while_nothing_can_be_said_are_one(start: Start) -> None:
    early = start.window.alarm_key.start(start.host)
    for _press in range(4):
        start.press()
    start.counter.qtbot.waitUntil(lambda: start.alarms() == 1)
    start.press()
    start.open()
    start.counter.qtbot.waitUntil(lambda: start.said == ["好了"])
    assert start.alarms() == 1
    assert early._tasks.closing


def test_after_the_opening_the_key_takes_the_ordinary_road(start: Start) -> None:
    start.begin()
    start.open()
    assert start.said == []
    start.press()
    start.counter.qtbot.waitUntil(lambda: start.said == ["好了"])
    assert start.alarms() == 1


@pytest.mark.parametrize("why", ["no road", "locked", "full"])
def test_a_press_the_short_road_cannot_save_waits_for_the_ordinary_one(start: Start, why: str) -> None:
    if why == "no road":
        start.host.road = None
    elif why == "locked":
        start.host.locked = ProfileLocked("newer-version")
    elif start.host.road is not None:
        start.host.road.failure = StorageFailed("full")
    start.begin()
    start.press()
    start.open()
    start.counter.qtbot.waitUntil(lambda: start.said == ["好了"])
    assert start.alarms() == 1


def test_a_press_at_a_profile_that_stays_closed_says_that_nothing_was_saved(start: Start) -> None:
    start.host.locked = start.host.refusing = ProfileLocked("no-key")
    start.begin()
    start.press()
    start.open()
    start.counter.qtbot.waitUntil(lambda: len(start.said) == 1)
    assert start.said[0].startswith("没有存上")
    start.press()
    start.counter.qtbot.waitUntil(lambda: len(start.said) == 2)
    assert start.alarms() == 0


def test_an_alarm_saved_before_a_profile_that_does_not_open_asks_for_the_telephone(start: Start) -> None:
    start.host.refusing = StorageFailed("io")
    start.begin()
    start.press()
    start.counter.qtbot.waitUntil(lambda: start.alarms() == 1)
    start.open()
    start.counter.qtbot.waitUntil(lambda: start.said == ["还没有送出，请直接打电话。"])


def test_closing_the_window_early_saves_what_was_pressed(start: Start) -> None:
    start.begin()
    start.press()
    start.window.close()
    assert start.alarms() == 1
    assert start.host.road is not None
    assert start.host.road.closed
