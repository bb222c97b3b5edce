"""Exporting from the encrypted storage: every row of the filter once, in order, and nothing when stopped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from desktop.application.errors import StorageFailed
from desktop.application.paper_port import Cell, Exported
from desktop.application.read_models import RecordFilter, RecordRow
from desktop.application.records import export_records
from desktop.application.records.export_records import ExportRecords
from desktop.domain.delivery.connectivity import Connectivity
from tests.fakes.counter import alert, letter
from tests.integration.desktop_storage.conftest import Profile
from tests.support import OPENING, FixedClock

MANY = 25


@dataclass
class Kept:
    """A table in memory that may have a full disk."""

    full_after: int = 1_000
    rows: list[str] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)

    def add(self, cells: Sequence[Cell]) -> None:
        if len(self.rows) >= self.full_after:
            raise StorageFailed("full")
        self.rows.append(str(cells[0]))

    def finish(self) -> None:
        self.ends.append("finish")

    def discard(self) -> None:
        self.ends.append("discard")


def line(row: RecordRow) -> tuple[Cell, ...]:
    return (row.alert_id,)


@pytest.fixture
def export(profile: Profile, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> ExportRecords:
    """Twenty-five alerts, every fifth of them with a bar of gold, read four at a time."""
    monkeypatch.setattr(export_records, "AT_ONCE", 4)
    with profile.storage.begin() as work:
        for number in range(MANY):
            text = "客人要金条" if number % 5 == 0 else "客人一直在打电话"
            work.alerts.add(alert(number + 1, narrative=text, at=OPENING + timedelta(minutes=number)))
            work.outbox.add(letter(alert(number + 1)))
        work.commit()
    return ExportRecords(reads=profile.storage.reads(Connectivity()), clock=clock)


def test_every_row_once_and_in_order(export: ExportRecords) -> None:
    table, told = Kept(), []

    def listen(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    assert export(RecordFilter(), table, line, listen) == Exported(MANY)
    assert table.rows == [alert(number).alert_id for number in range(MANY, 0, -1)]
    assert table.ends == ["finish"]
    assert told == [(min(done, MANY), MANY) for done in range(4, MANY + 4, 4)]


def test_only_what_the_filter_shows(export: ExportRecords) -> None:
    table, closed = Kept(), Kept()
    assert export(RecordFilter(text="金条"), table, line, lambda _d, _t: True).rows == MANY // 5
    assert table.rows == [alert(number).alert_id for number in range(21, 0, -5)]
    assert export(RecordFilter(tab="closed"), closed, line, lambda _d, _t: True) == Exported(0)
    assert closed.ends == ["finish"]


def test_a_person_may_stop_it(export: ExportRecords) -> None:
    table = Kept()
    assert export(RecordFilter(), table, line, lambda done, _total: done < 8) == Exported(8, stopped=True)
    assert table.ends == ["discard"]


def test_a_full_disk_leaves_nothing(export: ExportRecords) -> None:
    table = Kept(full_after=6)
    with pytest.raises(StorageFailed):
        export(RecordFilter(), table, line, lambda _d, _t: True)
    assert table.ends == ["discard"]
