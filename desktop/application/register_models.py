"""Frozen rows of the register's page; only these cross threads. Amounts in fen, personal values already masked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from desktop.domain.alert.privacy import mask
from desktop.domain.compliance.cash_day import Earlier
from desktop.domain.compliance.entry_form import EntryForm
from desktop.domain.compliance.sale import DIRECTIONS, Customer, Direction, Note

__all__ = [
    "DIRECTIONS",
    "CashTask",
    "Direction",
    "Earlier",
    "EntryForm",
    "EntryRow",
    "Missing",
    "Note",
    "PersonDay",
    "RegisterLine",
    "RegisterPage",
    "masked_who",
]

Missing = Literal["name", "id_no", "phone"]


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry; `member` is who wrote it."""

    sale_id: str
    at: datetime
    amount_fen: int
    cash_fen: int
    member: str
    void: bool


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One entry as the exported table shows it; `who` are masked words."""

    at: datetime
    direction: Direction
    who: str
    amount_fen: int
    cash_fen: int
    member: str
    void: bool
    reported_at: datetime | None


def masked_who(customer: Customer) -> str:
    """Return the first two of what is known of a customer, masked; empty when nothing is."""
    shown = (
        mask("subject_name", customer.name),
        mask("subject_id_no", customer.id_no),
        mask("subject_phone", customer.phone),
        mask("payee_account", customer.account),
        customer.mark,
    )
    return " · ".join([word for word in shown if word][:2])


@dataclass(frozen=True, slots=True)
class PersonDay:
    """One customer's day; `who` are masked words, empty when the customer is not known.

    `known` are the customer's keys in clear, only to fill in the form for the same customer again.
    """

    who: str
    direction: Direction
    cash_fen: int
    amount_fen: int
    entries: tuple[EntryRow, ...]
    known: dict[str, str]


@dataclass(frozen=True, slots=True)
class CashTask:
    """The report of one customer's large cash: its last day, whether that is sure, and what identity data still lacks.

    `days_left` is negative once the last day has passed; `done_by`, `done_at` are None while it is open.
    """

    sale_ids: tuple[str, ...]
    day: date
    who: str
    direction: Direction
    cash_fen: int
    missing: tuple[Missing, ...]
    deadline: date
    certain: bool
    days_left: int
    done_by: str | None
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """Today by customer, the open tasks (the most pressing first), and those done lately (the newest first)."""

    today: date
    people: tuple[PersonDay, ...]
    void: tuple[EntryRow, ...]
    open_tasks: tuple[CashTask, ...]
    done_tasks: tuple[CashTask, ...]
    cash_today_fen: int
