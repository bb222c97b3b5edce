"""Checks of single facts, the same in an alert and in the new facts of a supplement (DOMAIN 5.3)."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from station.domain.findings import FieldError
from station.domain.formats import is_other_id, is_phone, is_plate, resident_id_error

_ID_SENTENCES = {
    "id-15-digits": ("it is an old 15-digit number; use the 18-digit one", "是15位旧号，请填写18位号码"),
    "id-form": ("it needs 17 digits and a check digit", "应为17位数字加1位校验码"),
    "id-birth-date": ("the birth date inside it does not exist", "其中的出生日期不存在"),
    "id-check-digit": ("its check digit is wrong; look for a typing error", "校验码不对，请核对有无输错"),
}


def check_fields(body: Mapping[str, Any], base: str, today: date) -> list[FieldError]:
    """Return every wrong fact in `body`; `base` is the JSON pointer of `body` itself."""
    errors = [
        *_phone(body.get("contact", {}).get("phone"), f"{base}/contact/phone"),
        *_phone(body.get("recipient", {}).get("phone"), f"{base}/recipient/phone"),
        *_phone(body.get("subject", {}).get("phone"), f"{base}/subject/phone"),
    ]
    errors += _identity(body.get("subject", {}), f"{base}/subject", today)
    errors += _plate(body.get("vehicle", {}).get("plate"), f"{base}/vehicle/plate")
    errors += _camera(body.get("cctv", {}), f"{base}/cctv")
    return errors


def _phone(phone: str | None, pointer: str) -> Iterator[FieldError]:
    if phone and not is_phone(phone):
        yield FieldError(
            pointer,
            "phone",
            "This is not a phone number: 11 digits, or area code and number.",
            "电话号码不对：应为11位手机号，或区号加号码。",
        )


def _identity(subject: Mapping[str, Any], base: str, today: date) -> Iterator[FieldError]:
    number = subject.get("id_no")
    if not number:
        return
    kind = subject.get("id_type")
    if kind is None:
        yield FieldError(
            f"{base}/id_type", "required", "Say which kind of document id_no is from.", "请选择证件号码的证件类型。"
        )
    elif kind == "resident_id":
        code = resident_id_error(number, today)
        if code is not None:
            why, why_zh = _ID_SENTENCES[code]
            yield FieldError(
                f"{base}/id_no", code, f"The identity number is wrong: {why}.", f"身份证号不对：{why_zh}。"
            )
    elif not is_other_id(number):
        yield FieldError(
            f"{base}/id_no", "id-form", "id_no must be 5 to 20 letters and digits.", "证件号码应为5至20位字母或数字。"
        )


def _plate(plate: str | None, pointer: str) -> Iterator[FieldError]:
    if plate and not is_plate(plate):
        yield FieldError(
            pointer,
            "plate",
            "This is not a complete plate: put a partial one into the vehicle's description.",
            "车牌号不完整或不对：不完整的请写到车辆描述里。",
        )


def _camera(cctv: Mapping[str, Any], base: str) -> Iterator[FieldError]:
    start, end = cctv.get("from"), cctv.get("to")
    if start and end and datetime.fromisoformat(end) < datetime.fromisoformat(start):
        yield FieldError(
            f"{base}/to", "before-start", "to must not be earlier than from.", "结束时间不能早于开始时间。"
        )
