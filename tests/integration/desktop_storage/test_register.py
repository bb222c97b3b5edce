"""The register in a real profile: kept, encrypted, apart from the alerts, all notes or none, and quick when it is long."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal
from typing import get_args

import pytest

from desktop.adapters.calendar_file import read_calendar
from desktop.application.changes import Kind
from desktop.application.errors import InvalidInput, NotFound
from desktop.application.paper_port import Cell, Exported
from desktop.application.ports import UnitOfWork
from desktop.application.register import export_register
from desktop.application.register.earlier_sales import EarlierSales
from desktop.application.register.export_register import ExportRegister
from desktop.application.register.note_sales import NoteSales
from desktop.application.register.read_register import ReadRegister
from desktop.application.register.record_sale import RecordSale
from desktop.application.register_models import EntryForm, RegisterLine
from desktop.application.session import Session
from desktop.bootstrap import CALENDAR
from desktop.domain.compliance.sale import Customer, Note, Sale, SaleNote
from desktop.domain.delivery.connectivity import Connectivity
from tests.fakes.counter import CountedIds
from tests.integration.desktop_storage.conftest import Profile
from tests.support import OPENING, FixedClock

ANNA = Session("u-0001", "小林", "clerk", lambda _payload: "")
CHEN = Session("u-0002", "小陈", "clerk", lambda _payload: "")
PHONE = {"phone": "13800138000"}
ENTRY = Sale("s-1", OPENING, "u-0001", "sell", 6_000_000, 6_000_000, Customer(name="王芳", phone="13800138000"))


def page_of(profile: Profile, clock: FixedClock) -> ReadRegister:
    """Read the register as the page does."""
    reads = profile.storage.reads(Connectivity())
    register = profile.storage.register()
    return ReadRegister(register=register, calendar=lambda: read_calendar(CALENDAR), reads=reads, clock=clock)


def test_cash_of_one_customer_is_added_up_across_members_and_sessions(profile: Profile, clock: FixedClock) -> None:
    record = RecordSale(register=profile.storage.register(), clock=clock, ids=CountedIds())
    assert record(EntryForm("sell", "6万", "6万", PHONE), ANNA).changes == {Kind.REGISTER}
    clock.advance(3600)
    profile.reopen()
    record = RecordSale(register=profile.storage.register(), clock=clock, ids=CountedIds(made=1))
    record(EntryForm("sell", "4万", "4万", {**PHONE, "name": "王芳"}), CHEN)
    page = page_of(profile, clock)()
    (task,) = page.open_tasks
    assert (task.cash_fen, task.who, task.missing) == (10_000_000, "王* · 138****8000", ("id_no",))
    assert (task.deadline.isoformat(), task.days_left, task.certain) == ("2026-11-24", 7, True)
    assert [row.member for row in page.people[0].entries] == ["小林", "小陈"]
    assert page.cash_today_fen == 10_000_000
    note = NoteSales(register=profile.storage.register(), clock=clock)
    note(task.sale_ids, "reported", CHEN)
    page = page_of(profile, clock)()
    assert not page.open_tasks
    assert [(done.done_by, done.done_at) for done in page.done_tasks] == [("小陈", clock.now())]
    record(EntryForm("sell", "1", "1", PHONE), ANNA)
    assert len(page_of(profile, clock)().open_tasks) == 1


def test_an_overdue_task_stays_until_it_is_done(profile: Profile, clock: FixedClock) -> None:
    profile.storage.register().add(replace(ENTRY, cash_fen=10_000_000))
    clock.advance(60 * 86_400)
    page = page_of(profile, clock)()
    assert not page.people
    assert [task.days_left for task in page.open_tasks] == [-53]


def test_what_cannot_be_read_is_not_kept(profile: Profile, clock: FixedClock) -> None:
    register = profile.storage.register()
    with pytest.raises(InvalidInput):
        RecordSale(register=register, clock=clock, ids=CountedIds())(EntryForm(amount="1", cash="2"), ANNA)
    with pytest.raises(InvalidInput):
        EarlierSales(register=register, clock=clock)({"phone": "12"})
    assert register.since(OPENING - timedelta(days=1)) == ()


def test_notes_are_kept_all_or_none(profile: Profile) -> None:
    register = profile.storage.register()
    register.add(ENTRY)
    notes = [SaleNote(name, "void", "u-0001", OPENING) for name in ("s-1", "s-9")]
    with pytest.raises(NotFound):
        register.note(tuple(notes))
    (kept,) = register.since(OPENING)
    assert (kept.sale, kept.void) == (ENTRY, False)
    register.note((notes[0],))
    assert register.since(OPENING)[0].void
    assert "reported" in get_args(Note)


def test_earlier_purchases_are_found_by_any_key(profile: Profile, clock: FixedClock) -> None:
    profile.storage.register().add(ENTRY)
    earlier = EarlierSales(register=profile.storage.register(), clock=clock)
    clock.advance(60)
    found = earlier({"phone": "138-0013-8000"})
    assert (found.same_day_count, found.same_day_prior_cash_fen) == (1, 6_000_000)
    assert earlier({"mark": "红外套"}).last7d_count == 0


def test_the_register_is_a_store_of_its_own_and_sealed(profile: Profile) -> None:
    assert not [name for name in UnitOfWork.__annotations__ if "sale" in name or "register" in name]
    profile.storage.register().add(ENTRY)
    profile.storage.close()
    for file in profile.home.iterdir():
        if file.is_file():
            content = file.read_bytes()
            assert "王芳".encode() not in content
            assert b"13800138000" not in content
    profile.reopen()


@dataclass
class Kept:
    """A table in memory."""

    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)

    def add(self, cells: Sequence[Cell]) -> None:
        self.rows.append(tuple(cells))

    def finish(self) -> None:
        self.ends.append("finish")

    def discard(self) -> None:
        self.ends.append("discard")


def test_the_register_goes_out_in_pieces_and_stops_when_told(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_register, "AT_ONCE", 4)
    register = profile.storage.register()
    # Several of one moment, and written out of order: the place among the others is by time, then by name.
    names = [f"s-{number:02d}" for number in range(11)]
    for number in reversed(range(11)):
        register.add(
            replace(ENTRY, sale_id=names[number], at=OPENING + timedelta(minutes=number // 3), amount_fen=number)
        )
    register.note((SaleNote("s-06", "void", "u-0001", OPENING),))
    register.note((SaleNote("s-09", "reported", "u-0001", OPENING),))
    export = ExportRegister(register=register, reads=profile.storage.reads(Connectivity()))
    table, told = Kept(), list[tuple[int, int]]()

    def line(row: RegisterLine) -> tuple[Cell, ...]:
        return (Decimal(row.amount_fen), "void" if row.void else "reported" if row.reported_at else "")

    def listen(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    assert export(table, line, listen) == Exported(11)
    assert [row[0] for row in table.rows] == [Decimal(number) for number in range(11)]
    assert {row[0]: row[1] for row in table.rows if row[1]} == {Decimal(6): "void", Decimal(9): "reported"}
    assert told == [(4, 11), (8, 11), (11, 11)]
    assert table.ends == ["finish"]
    stopped = Kept()
    assert export(stopped, line, lambda done, _total: done < 8) == Exported(8, stopped=True)
    assert stopped.ends == ["discard"]


def test_several_clerks_write_at_once_and_nothing_is_lost(profile: Profile) -> None:
    register = profile.storage.register()

    def write(clerk: int) -> None:
        for number in range(25):
            register.add(replace(ENTRY, sale_id=f"s-{clerk}-{number}"))

    clerks = [threading.Thread(target=write, args=(clerk,)) for clerk in range(4)]
    for thread in clerks:
        thread.start()
    for thread in clerks:
        thread.join()
    assert len(register.since(OPENING)) == 100
