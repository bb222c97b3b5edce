"""What keeps an alert from being sent, and what only warns (DOMAIN 5.2, 5.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from desktop.adapters.checklist_files import ChecklistFiles
from desktop.domain.alert.draft import Draft
from desktop.domain.alert.fields import FIELDS
from desktop.domain.alert.judged import Choice
from desktop.domain.alert.problems import FieldProblem
from desktop.domain.alert.validation import check
from tests.fakes.counter import CHECKLISTS, MERCHANT
from tests.support import OPENING as NOW

FILES = ChecklistFiles(CHECKLISTS)
WATCHED = {"g-price-indifferent": "yes", "g-weight-only": "yes"}


@dataclass
class Filled:
    """A gold-shop draft that may be sent as it is."""

    setting: str = "gold_shop"
    answers: Mapping[str, str] = field(default_factory=lambda: dict(WATCHED))
    tx: Mapping[str, object] = field(default_factory=lambda: {"amount_cny": 60000, "weight_g": 75, "item_kind": "bar"})
    ctx: Mapping[str, object] = field(default_factory=lambda: {"person_present": "yes", "value_status": "not_paid"})
    details: dict[str, str] = field(
        default_factory=lambda: {"narrative": "客人只报克数不看款式也不问价", "subject_desc": "男,四十岁上下,灰外套"}
    )
    choice: Choice = field(default_factory=Choice)

    def problems(self, **details: str) -> list[FieldProblem]:
        """Every problem with these fields changed."""
        draft = Draft(
            "d", "a", self.setting, 2, None, NOW, NOW, self.answers, self.tx, self.ctx, {**self.details, **details}
        )
        return list(check(draft, FILES.current(self.setting), MERCHANT, self.choice, NOW)[1])

    def codes(self, **details: str) -> set[str]:
        """Field and code of each problem."""
        return {f"{problem.field} {problem.code}" for problem in self.problems(**details)}


def test_a_filled_alert_has_no_problem() -> None:
    assert Filled().problems() == []


@pytest.mark.parametrize(
    ("field_name", "value", "code"),
    [
        ("narrative", "太短了", "too-short"),
        ("narrative", "长" * 501, "too-long"),
        ("contact_phone", "12345678901", "bad-phone"),
        ("subject_id_no", "110105194912310021", "id-check"),
        ("subject_id_no", "440524188001010014", "id-date"),
        ("subject_id_no", "110105194902310026", "id-date"),
        ("subject_id_no", "110105491231002", "id-old"),
        ("vehicle_plate", "闽FI2345", "bad-plate"),
        ("purity", "很纯", "bad-purity"),
        ("observed_at", "2026-11-17T12:00:00+08:00", "in-future"),
        ("observed_at", "改天", "bad-time"),
        ("danger_flags", "weapon,dragon", "bad-choice"),
        ("actions_taken", "prayed", "bad-choice"),
        ("contact_mode", "pigeon", "bad-choice"),
        ("consent_reward", "maybe", "bad-choice"),
        ("left_at", "09:30", "still-present"),
        ("cover_story", "说" * 101, "too-long"),
        ("no_such_field", "x", "unknown-field"),
    ],
)
def test_a_wrong_value_blocks(field_name: str, value: str, code: str) -> None:
    found = [problem for problem in Filled().problems(**{field_name: value}) if problem.severity == "block"]
    assert [(problem.field, problem.code) for problem in found] == [(field_name, code)]
    assert found[0].zh.endswith("。")
    assert found[0].en.endswith(".")
    assert value not in found[0].zh


@pytest.mark.parametrize(
    ("field_name", "value", "code"),
    [
        ("waybill_no", "??", "unusual-waybill"),
        ("payee_account", "4111111111111112", "luhn"),
        ("narrative", "他的身份证是11010519491231002X,请核对", "id-number"),
        ("cover_story", "卡号4111 1111 1111 1111", "card-number"),
    ],
)
def test_an_odd_value_only_warns(field_name: str, value: str, code: str) -> None:
    (problem,) = Filled().problems(**{field_name: value})
    assert (problem.field, problem.code, problem.severity) == (field_name, code, "warn")


def test_other_documents_have_no_check_digit() -> None:
    assert Filled().problems(subject_id_type="passport", subject_id_no="E12345678") == []
    assert Filled().codes(subject_id_type="passport", subject_id_no="E1") == {"subject_id_no id-form"}


def test_handover_is_needed_when_value_is_about_to_leave() -> None:
    filled = Filled(answers={**WATCHED, "g-mail-out": "yes"})
    wanted = {f"handover_{part} required" for part in ("when", "where", "how", "to_whom")}
    assert filled.codes() == wanted
    assert filled.problems(**{name.split()[0]: "不清楚" for name in wanted}) == []


def test_the_account_is_needed_when_money_is_gone() -> None:
    filled = Filled(
        setting="courier_inquiry",
        answers={"q-paid-already": "no"},
        tx={},
        ctx={"person_present": "no", "value_status": "none"},
    )
    assert filled.codes() == {"level level-none", "waybill_no missing"}
    paid = replace(filled, answers={"q-contacted": "yes", "q-paid-already": "yes"}, choice=Choice("alert", "未确认"))
    assert "payee_account required" in paid.codes()
    assert "payee_account required" not in paid.codes(payee_account="不清楚")


def test_who_left_when() -> None:
    left = Filled(ctx={"person_present": "left", "value_status": "not_paid"})
    assert left.codes() == {"left_at required"}
    assert left.problems(left_at="09:40") == []
    assert left.codes(left_at="2026-11-17 11:00") == {"left_at in-future"}


def test_nobody_seen_needs_no_description() -> None:
    gone = Filled(
        ctx={"person_present": "no", "value_status": "not_paid"}, details={"narrative": "电话里问能不能代寄黄金到外地"}
    )
    assert gone.problems() == []


def test_an_ordinary_alert_needs_its_parts() -> None:
    bare = Filled(answers={}, tx={}, ctx={}, details={})
    blocked = {f"{p.field} {p.code}" for p in bare.problems() if p.severity == "block"}
    assert blocked == {
        "ctx.person_present required",
        "ctx.value_status required",
        "narrative too-short",
        "tx.amount_cny required",
        "evidence required",
    }


def test_an_urgent_alert_needs_only_one_line() -> None:
    urgent = Filled(answers={}, tx={}, details={"narrative": "要走"}, choice=Choice(urgent=True))
    assert urgent.problems() == []
    assert urgent.codes(narrative="") == {"narrative required"}
    assert urgent.codes(subject_id_no="110105194912310021") == {"subject_id_no id-check"}


def test_an_old_sighting_needs_its_reason() -> None:
    yesterday = (NOW - timedelta(hours=25)).isoformat()
    assert Filled().codes(observed_at=yesterday) == {"late_reason required"}
    assert Filled().problems(observed_at=yesterday, late_reason="当天停电") == []


def test_the_level_goes_down_one_step_with_a_reason() -> None:
    filled = Filled()
    assert replace(filled, choice=Choice("urgent")).problems() == []
    assert replace(filled, choice=Choice("watch")).codes() == {"level_reason required"}
    assert replace(filled, choice=Choice("watch", "家人已确认")).problems() == []
    assert replace(filled, choice=Choice("none", "家人已确认")).codes() == {"level lowered-too-far"}
    assert replace(filled, choice=Choice("watch", "长" * 201)).codes() == {"level_reason too-long"}
    assert replace(filled, choice=Choice("high")).codes() == {"level bad-level"}


def test_every_fault_of_the_facts_and_the_fields_is_said_at_once() -> None:
    filled = Filled(answers={"g-nope": "yes"}, tx={"amount_cny": -4}, ctx={"person_present": "maybe"})
    assert filled.codes(contact_phone="1") >= {"contact_phone bad-phone", "g-nope unknown-id"}
    assert {name.split()[0] for name in filled.codes()} == {"g-nope", "tx.amount_cny", "ctx.person_present"}


def test_the_table_of_fields_is_complete() -> None:
    assert len({item.pointer for item in FIELDS.values()}) == len(FIELDS)
    assert {item.privacy for item in FIELDS.values() if item.retention_days is None} == {"L1"}
    assert all(item.zh and item.en and item.longest > 0 for item in FIELDS.values())
    assert all(item.choices for item in FIELDS.values() if item.kind in ("choice", "set"))
    assert [key for key, item in FIELDS.items() if item.privacy == "L3"] == [
        "payee_account",
        "payee_name",
        "payee_bank",
        "subject_id_no",
    ]


def test_english_sentences_begin_with_the_field() -> None:
    found = Filled().problems(narrative="长" * 501, contact_mode="pigeon")
    assert {problem.en.split(":")[0] for problem in found} == {"What happened", "How to contact you"}
