"""The walks in memory can fail: each of three planted bugs is found by them. What they find otherwise is a campaign of the suite."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.application.changes import Outcome
from desktop.domain.delivery.outbox import OutboxEntry, State
from tests.faults.model_walks import run


@pytest.mark.parametrize(
    ("bug", "sign"),
    [
        ("compares nothing", "missing at the station"),
        ("keeps no former key", "missing at the station"),
        ("books whatever comes", "delivered without a receipt"),
    ],
)
def test_the_walks_find_what_is_planted(bug: str, sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if bug == "compares nothing":
        monkeypatch.setattr("desktop.application.delivery.reconcile.Reconcile.__call__", lambda _self: Outcome(0))
    elif bug == "keeps no former key":
        monkeypatch.setattr("desktop.application.delivery.rotate_terminal_key.FORMER", 0)
    else:
        monkeypatch.setattr("desktop.application.delivery.deliver_due.delivered", _closed_by_any_answer)
        monkeypatch.setattr("desktop.application.delivery.deliver_due.put_back", _closed_by_any_answer)
    findings = run(100, 20261117)
    assert findings.bad
    assert sign in findings.notes[0]


def _closed_by_any_answer(entry: OutboxEntry, *_more: object, **_named: object) -> OutboxEntry:
    return replace(entry, state=State.DELIVERED, lease_owner=None, lease_until=None)
