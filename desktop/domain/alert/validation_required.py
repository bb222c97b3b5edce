"""Which fields must be there (DOMAIN 5.2), with the urgent fast path: presence, value status and one free line."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.alert.fields import FIELDS, AlertField
from desktop.domain.alert.judged import OUTGOING_SIGNS, PAID_ALREADY, Judged
from desktop.domain.alert.problems import FieldProblem, warning

LEAST_NARRATIVE = 10
UNKNOWN = ("不清楚", "unknown")


def required_problems(judged: Judged) -> Iterator[FieldProblem]:
    """Yield a problem for each missing field that this alert needs."""
    yield from _situation(judged)
    yield from _narrative(judged)
    if judged.urgent:
        return
    yield from _fields(judged)
    yield from _goods(judged)
    if not any(answer.value != "unknown" for answer in judged.facts.answers.values()):
        yield FieldProblem(
            "evidence",
            "required",
            "还没有回答任何一项，请至少回答一项。",
            "No item is answered yet: answer at least one.",
        )


def _situation(judged: Judged) -> Iterator[FieldProblem]:
    if not judged.merchant.address.strip():
        yield FieldProblem("place", "required", "缺少门店地址，请联系管理单位补登。", "The shop's address is missing.")
    if judged.facts.ctx.person_present is None:
        yield FieldProblem(
            "ctx.person_present", "required", "请选择：人还在吗？", "Say whether the person is still here."
        )
    status = judged.facts.ctx.value_status
    if status is None:
        yield FieldProblem(
            "ctx.value_status", "required", "请选择：钱或货现在到哪一步？", "Say where the money or the goods are now."
        )


def _narrative(judged: Judged) -> Iterator[FieldProblem]:
    length = len(judged.detail("narrative"))
    if judged.urgent and length == 0:
        yield FieldProblem(
            "narrative", "required", "请写一句现在的情况，几个字也行。", "Write one line on what is happening."
        )
    elif not judged.urgent and length < LEAST_NARRATIVE:
        yield FieldProblem(
            "narrative",
            "too-short",
            f"请用至少 {LEAST_NARRATIVE} 个字写明经过(还差 {LEAST_NARRATIVE - length} 个)。",
            f"Describe what happened in at least {LEAST_NARRATIVE} characters ({LEAST_NARRATIVE - length} more).",
        )


def _fields(judged: Judged) -> Iterator[FieldProblem]:
    outgoing = bool(judged.yes & OUTGOING_SIGNS)
    present = judged.facts.ctx.person_present
    wanted = {
        "ordinary": True,
        "left": present == "left",
        "seen": present in ("yes", "left"),
        "outgoing": outgoing,
        "paid-already": PAID_ALREADY in judged.yes,
    }
    for field in FIELDS.values():
        if field.key != "narrative" and wanted.get(field.required, False) and not judged.detail(field.key):
            yield _missing(field, unknown_is_fine=field.required in ("outgoing", "paid-already"))


def _missing(field: AlertField, *, unknown_is_fine: bool) -> FieldProblem:
    zh = f"请填写{field.zh}" + (f",不知道就写「{UNKNOWN[0]}」。" if unknown_is_fine else "。")
    en = f"Fill in the {field.en}" + (f'; "{UNKNOWN[1]}" is fine.' if unknown_is_fine else ".")
    return FieldProblem(field.key, "required", zh, en)


def _goods(judged: Judged) -> Iterator[FieldProblem]:
    setting, tx = judged.draft.setting, judged.facts.tx
    nothing_at_stake = judged.facts.ctx.value_status == "none"
    if setting in ("gold_shop", "bank_counter") and tx.amount_cny is None and not nothing_at_stake:
        yield FieldProblem(
            "tx.amount_cny", "required", "请填写金额，大概数也可以。", "Fill in the amount; an estimate is fine."
        )
    if setting == "gold_shop" and not nothing_at_stake:
        if tx.weight_g is None:
            yield warning("tx.weight_g", "missing", "知道克重的话请补上。", "Add the weight if you know it.")
        if tx.item_kind is None:
            yield warning(
                "tx.item_kind",
                "missing",
                "请补上是金条、金币还是首饰。",
                "Say whether it is a bar, a coin or jewellery.",
            )
    if setting.startswith("courier") and not judged.detail("waybill_no"):
        yield warning("waybill_no", "missing", "有运单号的话请补上。", "Add the waybill number if there is one.")
