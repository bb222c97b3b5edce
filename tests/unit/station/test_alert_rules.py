"""What an alert must hold: one spoiled member at a time (DOMAIN 5.2)."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from station.domain.alert_rules import check_alert
from station.domain.urgency import Urgency, classify, is_late, targets
from tests.fakes.alerts import gold_alert, silent_alarm
from tests.support import OPENING

ENROLMENT = {"merchant": {"merchant_id": "mer_1"}, "terminal_id": "ter_1"}
LATER = (OPENING + timedelta(hours=25)).isoformat()


def broken(body: dict[str, Any]) -> set[tuple[str, str]]:
    """Return pointer and code of every broken rule."""
    return {(item.pointer, item.code) for item in check_alert(body, OPENING)}


def test_a_whole_alert_breaks_no_rule() -> None:
    assert broken(gold_alert(ENROLMENT, at=OPENING)) == set()


@pytest.mark.parametrize(
    ("changes", "pointer", "code"),
    [
        ({"submitted_at": (OPENING + timedelta(seconds=301)).isoformat()}, "/submitted_at", "in-future"),
        ({"observed_at": (OPENING + timedelta(seconds=61)).isoformat()}, "/observed_at", "after-submitted"),
        ({"observed_at": (OPENING - timedelta(hours=25)).isoformat()}, "/late_reason", "late-reason-required"),
        ({"computed_level": "urgent", "level": "watch", "level_reason": "认识"}, "/level", "lowered-too-far"),
        ({"computed_level": "urgent", "level": "alert"}, "/level_reason", "level-reason-required"),
        ({"left_at": OPENING.isoformat()}, "/left_at", "still-present"),
        ({"place": {"address": "  "}}, "/place/address", "required"),
        ({"level": None}, "/level", "required"),
        ({"track": None}, "/track", "required"),
        ({"evidence": None, "handover": None}, "/evidence", "required"),
        ({"contact": None}, "/contact", "required"),
        ({"narrative": "九个字不够不够不"}, "/narrative", "too-short"),
        ({"person_present": "left"}, "/left_at", "required"),
        ({"subject": None}, "/subject/desc", "required"),
        ({"amount_fen": None}, "/amount_fen", "required"),
        ({"handover": None}, "/handover", "handover-required"),
        ({"evidence": [{"question_id": "q-paid-already", "answer": "yes"}]}, "/payee", "payee-required"),
        ({"contact": {"phone": "12345678901", "mode": "call"}}, "/contact/phone", "phone"),
        ({"subject": {"desc": "男", "id_no": "11010519491231002X"}}, "/subject/id_type", "required"),
        (
            {"subject": {"desc": "男", "id_no": "110105194912310021", "id_type": "resident_id"}},
            "/subject/id_no",
            "id-check-digit",
        ),
        ({"subject": {"desc": "男", "id_no": "!", "id_type": "passport"}}, "/subject/id_no", "id-form"),
        ({"vehicle": {"plate": "闽FI2345"}}, "/vehicle/plate", "plate"),
        ({"cctv": {"from": LATER, "to": OPENING.isoformat()}}, "/cctv/to", "before-start"),
    ],
)
def test_one_broken_rule_is_named(changes: dict[str, Any], pointer: str, code: str) -> None:
    assert broken(gold_alert(ENROLMENT, at=OPENING, **changes)) == {(pointer, code)}


def test_sentences_never_repeat_what_was_typed() -> None:
    secret = "110105194912310021"
    body = gold_alert(ENROLMENT, at=OPENING, subject={"desc": "男", "id_no": secret, "id_type": "resident_id"})
    assert all(secret not in item.detail + item.detail_zh for item in check_alert(body, OPENING))


def test_the_urgent_path_asks_for_one_line_or_the_silent_alarm() -> None:
    assert broken(silent_alarm(ENROLMENT, at=OPENING)) == set()
    pressed = silent_alarm(ENROLMENT, at=OPENING, silent=None, urgency_by_clerk="urgent")
    assert broken(pressed) == {("/narrative", "required")}
    assert broken({**pressed, "narrative": "有刀"}) == set()


def test_no_setting_but_gold_and_bank_asks_for_an_amount() -> None:
    assert broken(gold_alert(ENROLMENT, at=OPENING, setting="courier_acceptance", amount_fen=None)) == set()
    assert broken(gold_alert(ENROLMENT, at=OPENING, value_status="none", amount_fen=None)) == set()


def test_urgency_classes_and_targets() -> None:
    assert classify({"level": "urgent"}) is classify({"silent": True}) is Urgency.P1
    assert classify({"level": "watch", "urgency_by_clerk": "urgent"}) is Urgency.P1
    assert (classify({"level": "alert"}), classify({"level": "watch"})) == (Urgency.P2, Urgency.P3)
    goals = targets(Urgency.P1, OPENING)
    assert [goals.ack_by - OPENING, goals.decide_by - OPENING] == [timedelta(minutes=1), timedelta(minutes=3)]
    assert is_late(OPENING + timedelta(seconds=121), OPENING)
    assert not is_late(OPENING + timedelta(seconds=120), OPENING)


def test_a_watch_lead_of_the_night_waits_for_the_day_desk() -> None:
    china = timezone(timedelta(hours=8))

    def due(hour: int, minute: int = 0) -> tuple[str, ...]:
        goals = targets(Urgency.P3, datetime(2026, 11, 20, hour, minute, tzinfo=china).astimezone(UTC))
        return tuple(f"{moment.astimezone(china):%d %H:%M}" for moment in (goals.ack_by, goals.decide_by))

    assert due(9) == ("20 13:00", "21 09:00")
    assert due(16) == ("21 10:00", "21 16:00")
    assert due(23, 30) == ("21 12:00", "21 18:00")
    assert due(2) == ("20 12:00", "20 18:00")
    assert due(18) == ("21 12:00", "21 18:00")
