"""The weekly backup in the background, and what a person is told about it, once."""

from __future__ import annotations

from pathlib import Path

from desktop.ui.runtime.care_timer import CareTimer
from tests.ui.live_line.counter import Counter

WEEK = 7 * 86400.0


def test_the_week_is_over_and_the_backup_is_made(counter: Counter, tmp_path: Path) -> None:
    backups = counter.services.care.backups
    timer = CareTimer(counter.services, counter.tasks)
    said: list[str] = []
    timer.reminded.connect(said.append)
    timer.look()
    counter.settle()
    assert backups.state().last is None
    backups.plan(str(tmp_path / "stick"), "a long passphrase", automatic=True)
    timer.look()
    counter.settle()
    first = backups.state().last
    assert first is not None
    counter.clock.advance(WEEK)
    timer.look()
    counter.settle()
    second = backups.state().last
    assert second is not None
    assert second.made_at > first.made_at
    assert said == ["first-drill"]
    backups.drill(second.file, "a long passphrase", lambda _done, _total: True)
    timer.stop()


def test_a_stick_that_is_gone_is_said_once(counter: Counter, tmp_path: Path) -> None:
    (tmp_path / "stick").write_bytes(b"no folder")
    counter.services.care.backups.plan(str(tmp_path / "stick"), "a long passphrase", automatic=True)
    timer = CareTimer(counter.services, counter.tasks)
    said: list[str] = []
    timer.reminded.connect(said.append)
    for _ in range(3):
        timer.look()
        counter.settle()
    assert said == ["backup"]
    timer.stop()
