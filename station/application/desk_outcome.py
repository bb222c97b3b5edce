"""Reading the conclusion of a lead."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from station.application.case_records import Lead
from station.application.desk_form import DeskForm
from station.application.ports import Unit
from station.domain.lead_actions import EFFECTS, MONEY_EFFECTS, OUTCOMES, VERDICTS

MOST_FEN = 10_000_000_000
_DEFAULT_TEXTS = {
    "valid": "您的线索有效，谢谢您的细心。",
    "invalid": "已核实没有异常。谢谢您的细心，宁可多问一句。",
    "duplicate": "这件事之前已有人报告，已并案处理，谢谢您。",
    "transferred": "已移送有管辖权的单位，谢谢您。",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A conclusion that passed every check."""

    result: str
    text: str
    effects: list[dict[str, Any]]
    verdicts: dict[str, str]
    duplicate_of: str | None


def read_outcome(unit: Unit, lead: Lead, body: Mapping[str, Any]) -> Outcome:
    """Check a conclusion; raises Refused("invalid-request") naming each wrong field.

    Effects belong to valid leads only; a money effect needs an amount in fen, arrests a count. A lead that turned out
    innocent is answered with thanks and no blame (DOMAIN 5.5): that text is there by default.
    """
    form = DeskForm(body)
    result = form.choice("result", "结论", sorted(OUTCOMES))
    text = form.text("text", "给店员的话", most=300, default=_DEFAULT_TEXTS[result])
    effects = _effects(form, result)
    verdicts = _verdicts(form, lead)
    duplicate_of = _duplicate_of(form, unit, lead) if result == "duplicate" else None
    form.done()
    return Outcome(result, text, effects, verdicts, duplicate_of)


def _effects(form: DeskForm, result: str) -> list[dict[str, Any]]:
    raw = form.items("effects")
    if raw and result != "valid":
        form.wrong("effects", "not-valid", "Only a valid lead has effects.", "只有有效线索才能填写成效。")
        return []
    found: dict[str, dict[str, Any]] = {}
    for item in raw:
        effect = _effect(form, item)
        if effect and effect["code"] in found:
            form.wrong("effects", "repeated", "Each effect once.", "同一项成效只能填写一次。")
        if effect:
            found[effect["code"]] = effect
    return [found[code] for code in EFFECTS if code in found]


def _effect(form: DeskForm, item: Any) -> dict[str, Any] | None:
    if not isinstance(item, dict) or item.get("code") not in EFFECTS:
        form.wrong("effects", "enum", f"An effect's code is one of {', '.join(EFFECTS)}.", "成效代码不对。")
        return None
    code = str(item["code"])
    if code in MONEY_EFFECTS:
        amount = _whole(item.get("amount_fen"))
        if not 1 <= amount <= MOST_FEN:
            form.wrong(code, "amount", "Give the amount in fen, above 0.", "请填写金额，须大于 0、不超过 1 亿元。")
        return {"code": code, "amount_fen": amount}
    if code == "suspects_caught":
        count = _whole(item.get("count"))
        if not 1 <= count <= 1000:
            form.wrong(code, "count", "Give the number of people, 1 or more.", "请填写抓获人数，1 以上。")
        return {"code": code, "count": count}
    return {"code": code}


def _whole(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _verdicts(form: DeskForm, lead: Lead) -> dict[str, str]:
    raw = form.get("flags") or {}
    asked = {str(item["question_id"]) for item in lead.evidence}
    if not isinstance(raw, dict) or set(raw) - asked or set(map(str, raw.values())) - set(VERDICTS):
        form.wrong(
            "flags",
            "enum",
            "flags maps question ids of this alert to right, wrong or unclear.",
            "可疑表现只能选属实、不属实或不好说，且须是本条线索里的。",
        )
        return {}
    return {str(key): str(value) for key, value in raw.items()}


def _duplicate_of(form: DeskForm, unit: Unit, lead: Lead) -> str | None:
    other_id = form.get("duplicate_of")
    other = unit.leads.get(other_id) if isinstance(other_id, str) and other_id != lead.alert_id else None
    if other is None:
        form.wrong("duplicate_of", "unknown", "Name the earlier lead.", "请选择与哪一条重复。")
        return None
    if other.received_at > lead.received_at:
        # The earlier reporter is the one rewarded (DOMAIN 5.6): a lead is never merged into a later one.
        form.wrong(
            "duplicate_of",
            "later",
            "That lead came later: conclude that one instead.",
            "那一条收到得更晚，请在那一条上选重复。",
        )
        return None
    if other.duplicate_of:
        form.wrong(
            "duplicate_of", "chain", "That lead is a duplicate itself.", "那一条本身也是重复线索，请选最早的一条。"
        )
        return None
    return other.alert_id
