"""A supplement the real station refuses: the later ones arrive, the officer sees where one is missing, and its correction."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from typing import Any

from desktop.domain.alert.filler import WORDS
from desktop.domain.alert.supplement import write_supplement
from desktop.domain.delivery.outbox import OutboxEntry
from desktop.tour.officer import DeskOfficer
from tests.integration.desktop_sending.conftest import Joined
from tests.integration.desktop_sending.test_whole_delivery import send_all


def refusable(joined: Joined, alert_id: str) -> int:
    """Queue a line as a version with a bug might: a weight that is no number."""
    now = datetime.now(UTC)
    with joined.session.storage.begin() as work:
        line = write_supplement(
            alert_id=alert_id,
            n=work.alerts.last_n(alert_id) + 1,
            kind="fact",
            made_at=now,
            member_id=None,
            sign=None,
            text="重约三两",
            more={"fields": {"weight_mg": "三两"}},
        )
        work.alerts.add_supplement(line)
        work.outbox.add(OutboxEntry(alert_id, line.n, True, now, now))
        work.commit()
    return line.n


def as_the_officer_sees_it(joined: Joined, alert_id: str) -> dict[str, Any]:
    """The case at the desk."""
    words = {officer["username"]: officer["password"] for officer in joined.station.facts["officers"]}
    with contextlib.closing(DeskOfficer(joined.station.url, "duty", words["duty"])) as duty:
        return duty.case(alert_id)


def test_the_later_ones_arrive_and_the_correction_names_the_gap(joined: Joined) -> None:
    services = joined.session.services
    alert_id = services.silent_alarm(None).value
    n = refusable(joined, alert_id)
    services.add_fact(alert_id, None, "往北走了")
    send_all(joined.session)
    (line,) = services.live_line(alert_id).refused_lines
    assert (line.n, line.code, line.text) == (n, "invalid-supplement", "重约三两")
    assert line.detail_zh
    seen = as_the_officer_sees_it(joined, alert_id)["supplements"]
    assert [one["text"] for one in sorted(seen, key=lambda one: one["n"])] == [WORDS, "往北走了"]
    services.amend.resend(alert_id, None, n, "重约 150 克")
    services.amend.withdraw(alert_id, None, "弄错了人")
    send_all(joined.session)
    case = as_the_officer_sees_it(joined, alert_id)
    kinds = [one["kind"] for one in sorted(case["supplements"], key=lambda one: one["n"])]
    assert kinds == ["fact", "fact", "correction", "withdrawal"]
    assert case["withdrawn"] is True
    status = services.outbox_status()
    assert (status.waiting, status.refused) == (0, 0)
