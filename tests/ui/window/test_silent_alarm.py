"""Some seconds after the silent key the screen says whether that very call went out."""

from __future__ import annotations

from desktop.application.errors import StationRefused
from desktop.ui.main_window.silent_alarm import SilentAlarm
from tests.ui.live_line.counter import Counter, counter

__all__ = ["counter"]
NOT_SENT = ("还没有送出，请直接打电话。", "warn")


def pressed(counter: Counter) -> tuple[SilentAlarm, list[tuple[str, str]]]:
    """A pressed and saved alarm, and what it says from now on."""
    alarm, said = SilentAlarm(), []
    alarm.said.connect(lambda text, tone: said.append((text, tone)))
    alarm.press(counter.context)
    counter.settle()
    said.clear()
    return alarm, said


def looked(counter: Counter, alarm: SilentAlarm) -> None:
    """The seconds are over."""
    alarm._look_again()
    counter.settle()


def test_a_call_that_waits_asks_for_the_telephone(counter: Counter) -> None:
    alarm, said = pressed(counter)
    looked(counter, alarm)
    assert said == [NOT_SENT]


def test_a_refused_call_asks_for_the_telephone(counter: Counter) -> None:
    alarm, said = pressed(counter)
    counter.profile.station.failures = [StationRefused("invalid-alert", 422, "Wrong.", "有误。")]
    counter.deliver()
    looked(counter, alarm)
    assert said == [NOT_SENT]


def test_a_call_that_arrived_says_nothing_more_whatever_else_waits(counter: Counter) -> None:
    alarm, said = pressed(counter)
    counter.deliver()
    counter.submitted()
    looked(counter, alarm)
    assert said == []
