"""Whether each filled-in field has a form the station can use (DOMAIN 5.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from desktop.domain.alert.fields import FIELDS, AlertField, items_of
from desktop.domain.alert.identifiers import (
    carriers_of,
    id_card_fault,
    luhn_holds,
    other_id_is_sound,
    phone_is_sound,
    plate_is_sound,
    waybill_is_usual,
)
from desktop.domain.alert.judged import Judged
from desktop.domain.alert.local_details import is_local, typed_problems
from desktop.domain.alert.numbers import Unreadable, parse_purity, plain
from desktop.domain.alert.privacy import full_numbers_in
from desktop.domain.alert.problems import FieldProblem, warning
from desktop.domain.alert.times import CHINA, parse_time

SLACK = timedelta(seconds=60)
OLD = timedelta(hours=24)
_ID_FAULTS = {
    "id-length": ("身份证号应为 18 位，请核对。", "An identity number has 18 characters: check it."),
    "id-old": ("这是 15 位旧号，请填写 18 位号码。", "This is an old 15-digit number: give the 18-character one."),
    "id-form": ("身份证号应为 17 位数字加一位校验码。", "An identity number is 17 digits and a check character."),
    "id-date": ("号码里的出生日期不存在，请核对。", "The birth date inside the number does not exist: check it."),
    "id-check": (
        "身份证号校验位不对，请核对有无输错。",
        "The identity number's check digit is wrong: look for a typing error.",
    ),
}


def _heading(field: AlertField) -> str:
    return field.en[0].upper() + field.en[1:]


def value_problems(judged: Judged) -> Iterator[FieldProblem]:
    """Yield a problem for each field whose value is wrong, and warnings for those that are only unusual."""
    for key in judged.draft.details:
        if key not in FIELDS and not is_local(key):
            yield FieldProblem(
                key, "unknown-field", "没有这个栏目，请改正名称。", "There is no such field: correct its name."
            )
    for field in FIELDS.values():
        value = judged.detail(field.key)
        if not value:
            continue
        if len(value) > field.longest:
            yield FieldProblem(
                field.key,
                "too-long",
                f"{field.zh}最多 {field.longest} 个字，请缩短。",
                f"{_heading(field)}: {field.longest} characters at most, shorten it.",
            )
        elif field.kind in _CHECKS:
            yield from _CHECKS[field.kind](field, value, judged)
    yield from typed_problems(judged.draft.details, judged.draft.tx)
    yield from _free_text(judged)
    yield from _times(judged)


def _phone(field: AlertField, value: str, _judged: Judged) -> Iterator[FieldProblem]:
    if not phone_is_sound(value):
        yield FieldProblem(
            field.key,
            "bad-phone",
            f"{field.zh}不对：应为 11 位手机号，或区号加号码。",
            f"The {field.en} must be an 11-digit mobile, or area code and number.",
        )


def _id_number(field: AlertField, value: str, judged: Judged) -> Iterator[FieldProblem]:
    kind = judged.detail("subject_id_type") or "resident_id"
    if kind != "resident_id":
        if not other_id_is_sound(value):
            yield FieldProblem(
                field.key,
                "id-form",
                "证件号码应为 5 至 20 位字母或数字。",
                "A document number has 5 to 20 letters and digits.",
            )
        return
    fault = id_card_fault(value, judged.now.astimezone(CHINA).date())
    if fault is not None:
        yield FieldProblem(field.key, fault, *_ID_FAULTS[fault])


def _plate(field: AlertField, value: str, _judged: Judged) -> Iterator[FieldProblem]:
    if not plate_is_sound(value):
        yield FieldProblem(
            field.key,
            "bad-plate",
            "车牌号不完整或不对；只看清一部分的，请写到车辆特征里。",
            "The plate is incomplete or wrong: put a partial one into the vehicle description.",
        )


def _waybill(field: AlertField, value: str, _judged: Judged) -> Iterator[FieldProblem]:
    if not waybill_is_usual(value) or not carriers_of(value):
        yield warning(
            field.key,
            "unusual-waybill",
            "这个运单号不像常见快递的单号，最好扫条码核对。",
            "This does not look like a usual waybill number: better scan the barcode.",
        )


def _account(field: AlertField, value: str, _judged: Judged) -> Iterator[FieldProblem]:
    digits = plain(value)
    if digits.isdigit() and 13 <= len(digits) <= 19 and not luhn_holds(digits):
        yield warning(
            field.key,
            "luhn",
            "这个卡号校验不通过，可能输错了一位，请核对。",
            "This card number fails its check: one digit may be wrong.",
        )


def _purity(field: AlertField, value: str, _judged: Judged) -> Iterator[FieldProblem]:
    try:
        parse_purity(value)
    except Unreadable as error:
        yield FieldProblem(field.key, error.code, error.zh, error.en)


def _choice(field: AlertField, value: str, _judged: Judged) -> Iterator[FieldProblem]:
    given = items_of(value) if field.kind == "set" else (value,)
    if any(item not in field.choices for item in given):
        listed = "、".join(field.choices)
        yield FieldProblem(
            field.key,
            "bad-choice",
            f"{field.zh}只能从这些里选：{listed}。",
            f"{_heading(field)}: choose from {', '.join(field.choices)}.",
        )


def _yes_no(field: AlertField, value: str, _judged: Judged) -> Iterator[FieldProblem]:
    if value not in ("yes", "no"):
        yield FieldProblem(
            field.key, "bad-choice", f"{field.zh}请填 yes 或 no。", f"{_heading(field)}: answer yes or no."
        )


def _time(field: AlertField, value: str, judged: Judged) -> Iterator[FieldProblem]:
    try:
        at = parse_time(value, judged.now)
    except Unreadable as error:
        yield FieldProblem(field.key, error.code, f"{field.zh}：{error.zh}", f"{field.en}: {error.en}")
        return
    if at > judged.now + SLACK:
        yield FieldProblem(
            field.key,
            "in-future",
            f"{field.zh}还没有到，请核对时间。",
            f"The {field.en} is in the future: check it.",
        )


_CHECKS: dict[str, Callable[[AlertField, str, Judged], Iterator[FieldProblem]]] = {
    "phone": _phone, "id-number": _id_number, "plate": _plate, "waybill": _waybill, "account": _account,
    "purity": _purity, "choice": _choice, "set": _choice, "yes-no": _yes_no, "time": _time,
}  # fmt: skip


def _free_text(judged: Judged) -> Iterator[FieldProblem]:
    today = judged.now.astimezone(CHINA).date()
    for key in ("narrative", "cover_story", "place_detail", "direction", "value_location", "late_reason"):
        for code in full_numbers_in(judged.detail(key), today):
            what = (
                ("完整的身份证号", "a full identity number")
                if code == "id-number"
                else ("完整的卡号", "a full card number")
            )
            yield warning(
                key,
                code,
                f"{FIELDS[key].zh}里写了{what[0]}，请移到专门的栏目，这里只留末四位。",
                f"This text holds {what[1]}: move it to its own field and keep the last four digits here.",
            )


def _times(judged: Judged) -> Iterator[FieldProblem]:
    observed = observed_at(judged)
    if judged.now - observed > OLD and not judged.detail("late_reason"):
        yield FieldProblem(
            "late_reason",
            "required",
            "发现已超过 24 小时，请写明迟报原因。",
            "It was seen more than 24 hours ago: give the reason for reporting late.",
        )
    if judged.detail("left_at") and judged.facts.ctx.person_present == "yes":
        yield FieldProblem(
            "left_at",
            "still-present",
            "填了离开时间，但选的是人还在，请改正其中一项。",
            "A leaving time is given but the person is still here: correct one of the two.",
        )
    start, end = (_read(judged, key) for key in ("cctv_from", "cctv_to"))
    if start is not None and end is not None and end < start:
        yield FieldProblem(
            "cctv_to", "before-start", "监控结束不能早于开始，请核对。", "The recording cannot end before it starts."
        )


def observed_at(judged: Judged) -> datetime:
    """Return when it was seen: as typed when readable, else when the draft was started."""
    return _read(judged, "observed_at") or judged.draft.started_at


def _read(judged: Judged, key: str) -> datetime | None:
    value = judged.detail(key)
    try:
        return parse_time(value, judged.now) if value else None
    except Unreadable:
        return None
