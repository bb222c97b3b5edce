"""What every storage promises about refused letters; run over the one in memory and the encrypted one."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.adapters.storage.profile import open_storage
from desktop.application.errors import NotFound
from desktop.application.ports import Begin, UnitOfWork
from desktop.domain.alert.filler import filler
from desktop.domain.alert.supplement import write_supplement
from desktop.domain.delivery.outbox import (
    NUMBER_TAKEN,
    OutboxEntry,
    State,
    delivered,
    filled,
    given_up,
    refused,
    settled,
    take,
)
from desktop.domain.delivery.receipt import Receipt
from tests.fakes.counter import alert
from tests.fakes.memory_storage import MemoryStorage
from tests.support import OPENING as NOW

ALERT = alert(1).alert_id


@pytest.fixture(params=["memory", "sqlcipher"])
def begin(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Begin]:
    """Transactions of a profile whose alert arrived, its first supplement was refused and its second waits."""
    storage = MemoryStorage() if request.param == "memory" else open_storage(tmp_path, secrets.token_bytes(32), now=NOW)
    with storage.begin() as work:
        work.alerts.add(alert(1))
        work.outbox.add(OutboxEntry(ALERT, 0, False, NOW, NOW))
        work.outbox.replace(delivered(take(work.outbox.get(ALERT, 0), "me", NOW)))
        for n in (1, 2):
            one = write_supplement(
                alert_id=ALERT, n=n, kind="fact", made_at=NOW, member_id=None, sign=None, text=f"第 {n} 句"
            )
            work.alerts.add_supplement(one)
            work.outbox.add(OutboxEntry(ALERT, n, False, NOW, NOW))
        _refuse(work, "invalid-supplement")
        work.commit()
    yield storage.begin
    if not isinstance(storage, MemoryStorage):
        storage.close()


def _refuse(work: UnitOfWork, code: str) -> None:
    work.outbox.replace(refused(take(work.outbox.get(ALERT, 1), "me", NOW), code, "no", "不"))


def due(work: UnitOfWork) -> list[int]:
    """Numbers that may be sent."""
    return [one.n for one in work.outbox.due(NOW, 10)]


def test_a_refused_supplement_is_a_gap_until_something_stands_under_its_number(begin: Begin) -> None:
    with begin() as work:
        assert ([one.n for one in work.outbox.gaps(NOW, 10)], due(work)) == ([1], [])
        work.outbox.add_receipt(Receipt(ALERT, 1, "0" * 64, "e", 5, NOW, "token"))
        assert (work.outbox.gaps(NOW, 10), due(work)) == ((), [2])
        assert work.outbox.undelivered() == (1, 1)
        (sent,) = work.outbox.sent_alerts(0, 10, NOW)
        assert sent.supplements == 1
        work.outbox.forget_receipt(ALERT, 1)
        assert ([one.n for one in work.outbox.gaps(NOW, 10)], due(work)) == ([1], [])


@pytest.mark.parametrize("code", [NUMBER_TAKEN, "settled"])
def test_a_number_the_station_has_filled_itself_is_no_gap(begin: Begin, code: str) -> None:
    with begin() as work:
        work.outbox.replace(replace(work.outbox.get(ALERT, 1), refused_code=code))
        assert (work.outbox.gaps(NOW, 10), due(work)) == ((), [2])


def test_what_a_person_settled_asks_for_nobody(begin: Begin) -> None:
    with begin() as work:
        work.outbox.replace(settled(work.outbox.get(ALERT, 1)))
        work.outbox.replace(given_up(work.outbox.get(ALERT, 2)))
        assert work.outbox.undelivered() == (0, 0)


@pytest.mark.parametrize("received", [True, False])
def test_the_filler_takes_the_place_of_the_refused_one(begin: Begin, received: bool) -> None:
    with begin() as work:
        stands_in = filler(work.alerts.supplement(ALERT, 1))
        work.alerts.put_in_place(stands_in)
        work.outbox.replace(filled(work.outbox.get(ALERT, 1), NOW, received=received))
        assert work.alerts.supplement(ALERT, 1) == stands_in
        assert work.outbox.get(ALERT, 1).state is (State.DELIVERED if received else State.QUEUED)
        assert due(work) == ([2] if received else [1])
        with pytest.raises(NotFound):
            work.alerts.put_in_place(replace(stands_in, n=9))


def test_which_alert_was_begun_anew_from_a_refused_one_is_remembered(begin: Begin) -> None:
    with begin() as work:
        assert work.alerts.revised(ALERT) is None
        work.alerts.note_revised(ALERT, alert(2).alert_id)
        assert work.alerts.revised(ALERT) == alert(2).alert_id
