"""Counts and hit rates over leads."""

from datetime import UTC, datetime
from typing import Any

from station.domain.lead_analysis import Judged, analyse


def judged(hour_utc: int = 2, **changes: Any) -> Judged:
    facts: dict[str, Any] = {
        "received_at": datetime(2026, 11, 17, hour_utc, tzinfo=UTC),
        "setting": "gold_shop",
        "merchant_id": "mer_a",
        "outcome": "valid",
        "scam_types": ["fake-police"],
        "evidence": [{"question_id": "g-mail-out", "answer": "yes"}, {"question_id": "g-secrecy", "answer": "no"}],
        "verdicts": {"g-mail-out": "right"},
        "effects": [{"code": "loss_prevented", "amount_fen": 100}],
    }
    return Judged(**{**facts, **changes})


def test_hours_are_chinas() -> None:
    found = analyse([judged(hour_utc=17), judged(hour_utc=2)])
    assert (found.by_hour[1], found.by_hour[10], sum(found.by_hour)) == (1, 1, 2)


def test_money_is_kept_apart_by_effect() -> None:
    stopped = judged(effects=[{"code": "payment_stopped", "amount_fen": 7}, {"code": "dissuaded"}])
    found = analyse([judged(), judged(), stopped])
    assert (found.money["loss_prevented"], found.money["payment_stopped"]) == (200, 7)


def test_hit_rate_counts_only_right_and_wrong() -> None:
    leads = [
        judged(),
        judged(verdicts={"g-mail-out": "wrong"}),
        judged(verdicts={"g-mail-out": "unclear"}),
        judged(verdicts={}),
    ]
    flag = analyse([*leads, judged()]).flags["g-mail-out"]
    assert (flag.asked_yes, flag.right, flag.wrong, flag.hit_percent) == (5, 2, 1, 67)


def test_a_flag_answered_no_is_not_asked_yes() -> None:
    assert "g-secrecy" not in analyse([judged()]).flags


def test_no_verdict_no_rate() -> None:
    assert analyse([judged(verdicts={})]).flags["g-mail-out"].hit_percent is None


def test_open_leads_have_no_outcome() -> None:
    found = analyse([judged(outcome=None), judged(outcome="invalid")])
    assert dict(found.outcomes) == {"invalid": 1}
    assert found.alerts == 2
