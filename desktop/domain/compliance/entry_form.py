"""Reading a register entry as it was typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from desktop.domain.alert.identifiers import clean_phone, id_card_fault, other_id_is_sound, phone_is_sound
from desktop.domain.alert.numbers import Unreadable, parse_amount, plain
from desktop.domain.alert.problems import FieldProblem
from desktop.domain.compliance.sale import DIRECTIONS, Customer, Direction

LONGEST: Final = 40
_OLD_ID_LENGTH: Final = 15
_ID_LENGTH: Final = 18


@dataclass(frozen=True, slots=True)
class EntryForm:
    """What was typed, as it was typed; `cash` empty means none of it was cash."""

    direction: str = "sell"
    amount: str = ""
    cash: str = ""
    customer: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """The same, read; amounts in fen."""

    direction: Direction
    amount_fen: int
    cash_fen: int
    customer: Customer


def read_entry(form: EntryForm, today: date) -> tuple[Entry | None, tuple[FieldProblem, ...]]:
    """Return the entry, or None with every problem at once; fields are named as in the form (`amount`, `id_no`, …)."""
    problems: list[FieldProblem] = []
    amount = _amount("amount", form.amount, problems) if form.amount.strip() else None
    if not form.amount.strip():
        problems.append(FieldProblem("amount", "missing", "请填金额。", "Give the amount."))
    cash = _amount("cash", form.cash, problems) if form.cash.strip() not in ("", "0") else 0
    if amount is not None and cash is not None and cash > amount:
        problems.append(
            FieldProblem(
                "cash", "cash-over-amount", "现金不能多于金额，请核对。", "Cash cannot be more than the amount."
            )
        )
    customer, wrong = read_customer(form.customer, today)
    problems += wrong
    direction = next((known for known in DIRECTIONS if known == form.direction), None)
    if direction is None:
        problems.append(FieldProblem("direction", "unknown", "请选销售或回收。", "Choose sale or buy-back."))
    if problems or amount is None or cash is None or direction is None:
        return None, tuple(problems)
    return Entry(direction, amount, cash, customer), ()


def read_customer(typed: Mapping[str, str], today: date) -> tuple[Customer, tuple[FieldProblem, ...]]:
    """Return the customer with cleaned keys, and what is wrong with them."""
    problems: list[FieldProblem] = []
    id_no = plain(typed.get("id_no", "")).upper()
    if id_no and not _id_is_sound(id_no, today):
        problems.append(FieldProblem("id_no", "bad-id", "证件号码不对，请核对。", "Check the identity number."))
    phone = clean_phone(typed.get("phone", ""))
    if phone and not phone_is_sound(phone):
        problems.append(
            FieldProblem("phone", "bad-phone", "手机号不对，请写 11 位号码。", "Check the phone number: 11 digits.")
        )
    texts = {key: _one_line(typed.get(key, "")) for key in ("name", "account", "mark")}
    for key, text in texts.items():
        if len(text) > LONGEST:
            problems.append(
                FieldProblem(
                    key, "too-long", f"太长了，请不超过 {LONGEST} 个字。", f"Use at most {LONGEST} characters."
                )
            )
    return Customer(texts["name"], id_no, phone, plain(texts["account"]).upper(), texts["mark"]), tuple(problems)


def _one_line(text: str) -> str:
    return "".join(char for char in text if char.isprintable()).strip()


def _id_is_sound(number: str, today: date) -> bool:
    # So many digits are meant for an identity card, also when one was left out.
    if len(number) == _ID_LENGTH or (len(number) >= _OLD_ID_LENGTH and number.isdecimal()):
        return id_card_fault(number, today) is None
    return other_id_is_sound(number)


def _amount(name: str, text: str, problems: list[FieldProblem]) -> int | None:
    try:
        return parse_amount(text)
    except Unreadable as wrong:
        problems.append(FieldProblem(name, wrong.code, wrong.zh, wrong.en))
        return None
