"""A record of which only the letter moved is what it would be made from everything."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from desktop.adapters.storage.projection import refresh
from desktop.domain.case.case import CaseStep, advance
from desktop.domain.delivery.outbox import OutboxEntry, delivered, put_back, refused, take
from tests.fakes.counter import alert, letter
from tests.integration.desktop_storage.conftest import Profile
from tests.support import OPENING as NOW

TAKEN = take(letter(alert(1)), "me", NOW)


@pytest.mark.parametrize("case", [None, "assigned", "valid"])
@pytest.mark.parametrize(
    "moved",
    [
        TAKEN,
        delivered(TAKEN),
        put_back(TAKEN, NOW + timedelta(minutes=1)),
        refused(TAKEN, "bad-request", "no", "不行"),
    ],
    ids=["taken", "delivered", "put back", "refused"],
)
def test_one_reading_gives_the_same_record(profile: Profile, case: str | None, moved: OutboxEntry) -> None:
    one = alert(1)
    with profile.storage.begin() as work:
        work.alerts.add(one)
        work.outbox.add(letter(one))
        if case is not None:
            step = CaseStep(one.alert_id, 1, case, "反诈中心", "已受理", NOW)
            work.cases.add_step(step)
            work.cases.put(advance(None, step))
        work.commit()
    with profile.storage.begin() as work:
        work.outbox.replace(moved)
        work.commit()
    quick = _record(profile)
    with profile.storage._engine.connect() as connection:
        refresh(connection, one.alert_id)
        connection.commit()
    assert _record(profile) == quick
    assert quick["delivery"] == moved.state.value


def test_a_supplements_letter_leaves_the_record_alone(profile: Profile) -> None:
    one = alert(1)
    with profile.storage.begin() as work:
        work.alerts.add(one)
        work.outbox.add(letter(one))
        work.outbox.add(replace(letter(one, 1), urgent=False))
        work.commit()
    before = _record(profile)
    with profile.storage.begin() as work:
        work.outbox.replace(refused(take(letter(one, 1), "me", NOW), "bad-request", "no", "不行"))
        work.commit()
    assert _record(profile) == before


def _record(profile: Profile) -> dict[str, Any]:
    with profile.storage._engine.connect() as connection:
        return dict(connection.execute(text("SELECT * FROM records")).mappings().one())
