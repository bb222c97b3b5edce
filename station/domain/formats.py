"""Checks of phone, identity, plate and waybill numbers (DOMAIN 5.3)."""

import re
from datetime import date

_MOBILE = re.compile(r"1[3-9]\d{9}", re.ASCII)
_LANDLINE = re.compile(r"0\d{2,3}-?\d{7,8}", re.ASCII)
_EXTENSION = re.compile(r"(1[3-9]\d{9})(?:转|,|-|#|ext\.?)\d{1,6}", re.ASCII)
_ID18 = re.compile(r"[1-9]\d{16}[\dX]", re.ASCII)
_OTHER_ID = re.compile(r"[A-Za-z0-9]{5,20}")
_WAYBILL = re.compile(r"[A-Z0-9]{8,20}")
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE = re.compile(
    rf"[{_PROVINCES}][A-HJ-NP-Z]"
    r"(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[A-HJK][A-HJ-NP-Z0-9]\d{4}|\d{5}[A-HJK])",
    re.ASCII,
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"


def normal_phone(text: str) -> str:
    """Return a phone number without spaces, dashes between mobile digits and +86."""
    tight = re.sub(r"[\s()()]", "", text)
    tight = tight.removeprefix("+86").removeprefix("0086")
    return tight if tight.startswith("0") else tight.replace("-", "")


def is_phone(text: str) -> bool:
    """True for a mobile number, a landline, or a privacy number with its extension."""
    tight = re.sub(r"[\s()()]", "", text).removeprefix("+86").removeprefix("0086")
    number = normal_phone(text)
    return bool(_MOBILE.fullmatch(number) or _LANDLINE.fullmatch(number) or _EXTENSION.fullmatch(tight))


def resident_id_error(text: str, today: date) -> str | None:
    """Return why a resident identity number is wrong, or None when it is right (GB 11643-1999).

    Codes: `id-15-digits`, `id-form`, `id-birth-date`, `id-check-digit`.
    """
    number = text.strip().upper()
    if re.fullmatch(r"\d{15}", number, re.ASCII):
        return "id-15-digits"
    if not _ID18.fullmatch(number):
        return "id-form"
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return "id-birth-date"
    if born.year < 1900 or born > today:
        return "id-birth-date"
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return None if _CHECK_DIGITS[total % 11] == number[17] else "id-check-digit"


def is_other_id(text: str) -> bool:
    """True for a passport, permit or officer number: 5 to 20 letters and digits."""
    return bool(_OTHER_ID.fullmatch(text))


def is_plate(text: str) -> bool:
    """True for a complete ordinary or new-energy licence plate; partial ones belong in the description."""
    return bool(_PLATE.fullmatch(re.sub(r"[\s··•-]", "", text).upper()))


def normal_waybill(text: str) -> str:
    """Return a waybill number upper-case and without spaces."""
    return re.sub(r"\s", "", text).upper()


def looks_like_waybill(text: str) -> bool:
    """True for the generic waybill form; carriers change theirs, so this only ever warns."""
    return bool(_WAYBILL.fullmatch(normal_waybill(text)))
