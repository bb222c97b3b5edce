"""The shop's own register: who is the same customer, the line for large cash, working days, and what was typed."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.adapters.calendar_file import CalendarError, read_calendar
from desktop.bootstrap import CALENDAR
from desktop.domain.compliance.cash_day import CustomerDay, customer_days, earlier_of, task_days
from desktop.domain.compliance.entry_form import EntryForm, read_entry
from desktop.domain.compliance.sale import Customer, Direction, KeptSale, Sale, SaleNote, kept_sales
from desktop.domain.compliance.workdays import Deadline
from tests.support import OPENING

TODAY = date(2026, 11, 17)
ID_A, ID_B = "11010519491231002X", "440524188001010014"


def sale(
    number: int, cash: int, at: datetime = OPENING, direction: str = "sell", amount: int = 0, **who: str
) -> KeptSale:
    """An entry; amounts in whole yuan."""
    kind: Direction = "buyback" if direction == "buyback" else "sell"
    cents = (amount or cash) * 100
    return KeptSale(Sale(f"s-{number}", at, "u-1", kind, cents, cash * 100, Customer(**who)))


def test_same_customer_is_decided_by_the_strongest_key_both_have() -> None:
    assert Customer(id_no=ID_A, phone="1").same_as(Customer(id_no=ID_A, phone="2"))
    assert not Customer(id_no=ID_A, phone="1").same_as(Customer(id_no=ID_B, phone="1"))
    assert Customer(id_no=ID_A, phone="1").same_as(Customer(phone="1", account="9"))
    assert Customer(account="9").same_as(Customer(account="9", mark="x"))
    assert Customer(id_no=ID_A, mark="红外套").same_as(Customer(id_no=ID_B, mark="红外套"))
    assert not Customer(name="王芳").same_as(Customer(name="王芳"))
    assert not Customer().same_as(Customer())


def test_the_line_is_inclusive_and_counts_one_customer_and_one_direction() -> None:
    one = customer_days([sale(1, 60_000, phone="1"), sale(2, 40_000, phone="1")])
    assert [(day.cash_fen, day.is_task) for day in one] == [(10_000_000, True)]
    below = replace(sale(2, 0, phone="1").sale, cash_fen=3_999_999)
    assert not customer_days([sale(1, 60_000, phone="1"), KeptSale(below)])[0].is_task
    apart = customer_days([sale(1, 60_000, phone="1"), sale(2, 60_000, direction="buyback", phone="1")])
    assert [day.is_task for day in apart] == [False, False]
    strangers = customer_days([sale(1, 60_000), sale(2, 60_000)])
    assert len(strangers) == 2
    paid_by_card = customer_days([sale(1, 0, amount=150_000, phone="1")])
    assert not paid_by_card[0].is_task


def test_two_identity_numbers_under_one_phone_stay_two_people() -> None:
    rows = [sale(1, 70_000, id_no=ID_A, phone="1"), sale(2, 70_000, id_no=ID_B, phone="1"), sale(3, 40_000, phone="1")]
    days = customer_days(rows)
    assert sorted(day.cash_fen for day in days) == [7_000_000, 11_000_000]
    joined = customer_days([sale(1, 70_000, id_no=ID_A, mark="红外套"), sale(2, 70_000, id_no=ID_B, mark="红外套")])
    assert [day.cash_fen for day in joined] == [14_000_000]


def test_an_entry_known_by_two_keys_joins_what_each_found() -> None:
    rows = [sale(1, 40_000, phone="1"), sale(2, 40_000, account="9"), sale(3, 30_000, phone="1", account="9")]
    for _ in range(3):
        rows = rows[1:] + rows[:1]
        assert [day.cash_fen for day in customer_days(rows)] == [11_000_000]


def test_grouping_does_not_hang_on_the_order_of_reading(rng: random.Random) -> None:
    for _ in range(200):
        rows = [
            sale(
                n,
                rng.randrange(0, 90_000, 10_000),
                OPENING + timedelta(minutes=n),
                id_no=rng.choice(("", "", ID_A, ID_B)),
                phone=rng.choice(("", "1", "2")),
                mark=rng.choice(("", "", "", "红外套")),
                amount=90_000,
            )
            for n in range(7)
        ]
        shuffled = rng.sample(rows, len(rows))
        first, second = customer_days(rows), customer_days(shuffled)
        assert [day.entries for day in first] == [day.entries for day in second]
        assert sorted(e.sale.sale_id for day in first for e in day.entries) == [f"s-{n}" for n in range(7)]
        assert task_days(shuffled) == tuple(day for day in first if day.is_task)


def test_local_midnight_divides_the_days() -> None:
    late = datetime(2026, 11, 17, 15, 59, tzinfo=UTC)
    days = customer_days([sale(1, 60_000, late, phone="1"), sale(2, 60_000, late + timedelta(minutes=1), phone="1")])
    assert [(day.day, day.is_task) for day in days] == [(date(2026, 11, 18), False), (TODAY, False)]


def test_void_counts_nowhere_and_one_more_sale_opens_a_reported_task_again() -> None:
    rows = [sale(1, 100_000, phone="1").sale, sale(2, 20_000, phone="1").sale]
    notes = [SaleNote("s-1", "reported", "u-1", OPENING), SaleNote("s-2", "void", "u-1", OPENING)]
    (day,) = customer_days(kept_sales(rows, notes))
    assert day.done
    notes.append(SaleNote("s-2", "restored", "u-1", OPENING))
    (day,) = customer_days(kept_sales(rows, notes))
    assert (day.cash_fen, day.done) == (12_000_000, False)
    notes += [SaleNote("s-2", "reported", "u-2", OPENING), SaleNote("s-1", "unreported", "u-2", OPENING)]
    assert not customer_days(kept_sales(rows, notes))[0].done


@pytest.mark.parametrize(
    ("day", "last", "certain"),
    [
        (date(2026, 11, 17), date(2026, 11, 24), True),  # over one weekend
        (date(2026, 9, 30), date(2026, 10, 13), True),  # over National Day, with Saturday 10 October worked
        (date(2026, 2, 13), date(2026, 2, 27), True),  # worked Saturday, nine days of Spring Festival
        (date(2025, 9, 26), date(2025, 10, 10), True),  # worked Sunday 28 September
        (date(2026, 12, 29), date(2027, 1, 5), False),  # into a year without published holidays
        (date(2026, 11, 21), date(2026, 11, 27), True),  # from a Saturday
    ],
)
def test_the_fifth_working_day(day: date, last: date, *, certain: bool) -> None:
    assert CustomerDay(day, "sell", ()).deadline(read_calendar(CALENDAR)) == Deadline(last, certain)


def test_the_calendar_as_shipped_is_sound_and_a_broken_one_is_named(tmp_path: Path) -> None:
    calendar = read_calendar(CALENDAR)
    assert calendar.years == {2025, 2026}
    assert all(day.weekday() >= 5 for day in calendar.workdays)
    assert (len(calendar.holidays), len(calendar.workdays)) == (28 + 33, 5 + 6)
    broken = tmp_path / "workdays.json"
    contents: tuple[dict[str, object], ...] = (
        {"2026": {"holidays": [["2026-01-03", "2026-01-01"]], "workdays": []}},
        {"2026": {}},
    )
    for content in contents:
        broken.write_text(json.dumps(content), encoding="utf-8")
        with pytest.raises(CalendarError, match="2026"):
            read_calendar(broken)


def test_earlier_purchases_are_facts_for_the_checklist() -> None:
    days = [OPENING - timedelta(days=n) for n in range(9)]
    rows = [
        sale(1, 60_000, days[0], phone="1"),
        sale(2, 0, days[0], phone="1", amount=5_000),
        sale(3, 50_000, days[1], phone="1"),
        sale(4, 99_999, days[6], phone="1"),
        sale(5, 60_000, days[7], phone="1"),
        sale(6, 100_000, days[3], phone="1"),
        sale(7, 60_000, days[0], phone="2"),
        sale(8, 60_000, days[0], "buyback", phone="1"),
        replace(sale(9, 60_000, days[2], phone="1"), void=True),
    ]
    found = earlier_of(Customer(phone="1"), rows, OPENING)
    assert (found.same_day_count, found.same_day_prior_cash_fen) == (2, 6_000_000)
    assert (found.last7d_count, found.days7_cash_50_100k) == (5, 3)
    assert earlier_of(Customer(name="王芳"), rows, OPENING).last7d_count == 0
    without = earlier_of(Customer(phone="1"), rows, OPENING, {"s-1"})
    assert (without.same_day_count, without.same_day_prior_cash_fen, without.last7d_count) == (1, 0, 4)


def test_earlier_purchases_under_another_key_of_the_same_person_count() -> None:
    yesterday = OPENING - timedelta(days=1)
    rows = [
        sale(1, 60_000, yesterday, phone="1"),
        sale(2, 30_000, OPENING, phone="1", id_no=ID_A),
        sale(3, 20_000, OPENING, phone="1", id_no=ID_B),
    ]
    found = earlier_of(Customer(id_no=ID_A), rows, OPENING)
    assert (found.last7d_count, found.same_day_prior_cash_fen) == (2, 3_000_000)
    assert earlier_of(Customer(phone="1"), rows, OPENING).last7d_count == 3
    assert earlier_of(Customer(id_no="440524188001010022", phone="1"), rows, OPENING).last7d_count == 1


def test_an_entry_is_read_with_every_problem_at_once() -> None:
    good = EntryForm("sell", "2.6万", "１００００元", {"id_no": " 11010519491231002x ", "phone": "138 0013 8000"})
    entry, problems = read_entry(good, TODAY)
    assert entry is not None
    assert not problems
    assert (entry.amount_fen, entry.cash_fen, entry.customer.id_no) == (2_600_000, 1_000_000, ID_A)
    assert entry.customer.phone == "13800138000"
    bad = EntryForm("gift", "x" * 10_000, "\u202e5", {"id_no": "11010519491231002", "phone": "12", "mark": "红" * 41})
    entry, problems = read_entry(bad, TODAY)
    assert entry is None
    assert [p.field for p in problems] == ["amount", "cash", "id_no", "phone", "mark", "direction"]
    assert [p.code for p in read_entry(EntryForm(amount="5", cash="6"), TODAY)[1]] == ["cash-over-amount"]
    assert [p.field for p in read_entry(EntryForm(), TODAY)[1]] == ["amount"]
    assert read_entry(EntryForm(amount="5", cash="0"), TODAY)[0] is not None
