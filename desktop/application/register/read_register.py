"""The register's page: today by customer, and what large cash still asks for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Final

from desktop.application.ports import Clock, ReadSide
from desktop.application.register_models import CashTask, EntryRow, Missing, PersonDay, RegisterPage, masked_who
from desktop.application.register_port import ReadCalendar, SalesRegister
from desktop.domain.alert.times import CHINA
from desktop.domain.compliance.cash_day import CustomerDay, customer_days, task_days
from desktop.domain.compliance.sale import KeptSale
from desktop.domain.compliance.workdays import WorkCalendar

LOOKED_BACK: Final = timedelta(days=731)
"""How far back tasks are looked for: an open one is overdue by then for two years."""
DONE_SHOWN: Final = 20


class ReadRegister:
    """Read it; the entries of every member of this counter count together."""

    def __init__(self, *, register: SalesRegister, calendar: ReadCalendar, reads: ReadSide, clock: Clock) -> None:
        self._register = register
        self._calendar = calendar
        self._reads = reads
        self._clock = clock

    def __call__(self) -> RegisterPage:
        """Read it. Raises StorageFailed."""
        now = self._clock.now()
        today = now.astimezone(CHINA).date()
        midnight = datetime(today.year, today.month, today.day, tzinfo=CHINA)
        names = {member.member_id: member.name for member in self._reads.members()}
        entries = self._register.since(midnight)
        calendar = self._calendar()
        large = task_days(self._register.since(now - LOOKED_BACK, cash_only=True))
        tasks = [_task(day, calendar, today, names) for day in large]
        open_tasks = sorted((task for task in tasks if task.done_at is None), key=lambda task: task.deadline)
        done = sorted((task for task in tasks if task.done_at), key=lambda task: task.done_at or now, reverse=True)
        people = tuple(_person(day, names) for day in customer_days(entries))
        return RegisterPage(
            today=today,
            people=people,
            void=tuple(_row(entry, names) for entry in entries if entry.void),
            open_tasks=tuple(open_tasks),
            done_tasks=tuple(done[:DONE_SHOWN]),
            cash_today_fen=sum(entry.sale.cash_fen for entry in entries if not entry.void),
        )


def _task(day: CustomerDay, calendar: WorkCalendar, today: date, names: Mapping[str, str]) -> CashTask:
    deadline = day.deadline(calendar)
    reports = [entry.reported_by for entry in day.entries if entry.reported_by]
    latest = max(reports, key=lambda note: note.at) if day.done else None
    customer = day.customer
    lacking: tuple[tuple[Missing, str], ...] = (
        ("name", customer.name),
        ("id_no", customer.id_no),
        ("phone", customer.phone),
    )
    return CashTask(
        sale_ids=tuple(entry.sale.sale_id for entry in day.entries),
        day=day.day,
        who=masked_who(customer),
        direction=day.direction,
        cash_fen=day.cash_fen,
        missing=tuple(key for key, value in lacking if not value),
        deadline=deadline.day,
        certain=deadline.certain,
        days_left=(deadline.day - today).days,
        done_by=names.get(latest.member_id, "") if latest else None,
        done_at=latest.at if latest else None,
    )


def _person(day: CustomerDay, names: Mapping[str, str]) -> PersonDay:
    customer = day.customer
    return PersonDay(
        who=masked_who(customer),
        direction=day.direction,
        cash_fen=day.cash_fen,
        amount_fen=sum(entry.sale.amount_fen for entry in day.entries),
        entries=tuple(_row(entry, names) for entry in day.entries),
        known={
            "name": customer.name,
            "id_no": customer.id_no,
            "phone": customer.phone,
            "account": customer.account,
            "mark": customer.mark,
        },
    )


def _row(entry: KeptSale, names: Mapping[str, str]) -> EntryRow:
    sale = entry.sale
    return EntryRow(
        sale.sale_id, sale.at, sale.amount_fen, sale.cash_fen, names.get(sale.member_id, ""), void=entry.void
    )
