"""When a comparison with the station is due, rule by rule; the whole is played in `integration/faults/test_every_restore`."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.adapters.storage.engine import make_engine
from desktop.adapters.storage.profile import DATABASE
from desktop.adapters.storage.shop_repository import write_fact
from desktop.domain.delivery.comparison import Comparison, after_comparison, after_page, after_receipt, ask
from tests.unit.desktop_sending.profile import Profile

DONE = Comparison("e1", asked=2, answered=2)


def test_a_reason_makes_it_due_and_a_whole_comparison_ends_it() -> None:
    began = ask(DONE)
    assert began.due
    assert after_comparison(began, began, "e2") == Comparison("e2", asked=3, answered=3)


def test_a_reason_that_comes_meanwhile_survives_the_end() -> None:
    began = ask(DONE)
    assert after_comparison(began, ask(began), "e2").due


def test_the_first_page_of_an_epoch_asks_only_when_there_are_other_receipts() -> None:
    assert after_page(DONE, "e1", strangers=True) == DONE
    assert after_page(DONE, "e2", strangers=True).due
    assert after_page(Comparison(), "e2", strangers=False) == Comparison("e2")


@pytest.mark.parametrize(
    ("known", "receipt", "read", "due"),
    [
        (DONE, "e1", "e1", False),
        (DONE, "e2", "e2", False),
        (DONE, "e1", "", False),
        (DONE, "e0", "e1", True),
        (Comparison(), "e0", "", False),
        (Comparison("", 1, 0), "e0", "e0", True),
    ],
)
def test_a_receipt_of_neither_epoch_is_a_reason(known: Comparison, receipt: str, read: str, due: bool) -> None:
    assert after_receipt(known, receipt, read).due is due


def test_while_one_is_due_only_the_epoch_read_last_counts() -> None:
    due = ask(DONE)
    assert after_receipt(due, "e1", "e2") == ask(due)
    assert after_receipt(due, "e2", "e2") == due


def test_a_profile_of_an_older_version_is_compared_once(fresh: Profile, tmp_path: Path) -> None:
    engine = make_engine(tmp_path / "profile" / DATABASE, b"\x07" * 32)
    with engine.begin() as connection:
        write_fact(connection, "feed", {"epoch": "e1", "cursor": "c", "reconcile": False})
    engine.dispose()
    with fresh.storage.begin() as work:
        assert work.feed.position().epoch == "e1"
        assert work.feed.comparison().due
