"""Numbers that carry their own check: phones, identity cards, bank cards, company codes, plates, waybills (DOMAIN 5.3)."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from desktop.domain.alert.numbers import plain

IdFault = Literal["id-length", "id-old", "id-form", "id-date", "id-check"]

_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"0\d{2,3}-?\d{7,8}")
_EXTENSION = re.compile(r"1[3-9]\d{9}(?:转|-|#|ext\.?)\d{1,6}", re.IGNORECASE)
_ID18 = re.compile(r"[1-9]\d{16}[\dX]")
_OTHER_ID = re.compile(r"[A-Z0-9]{5,20}")
_USCC_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE = re.compile(
    f"[{_PROVINCES}][A-HJ-NP-Z](?:[A-HJ-NP-Z0-9]{{4}}[A-HJ-NP-Z0-9挂学警港澳]"
    r"|[A-HJK][A-HJ-NP-Z0-9]\d{4}|\d{5}[A-HJK])"
)
_GENERIC_WAYBILL = re.compile(r"[A-Z0-9]{8,20}")
_CARRIERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("SF", re.compile(r"SF[0-9A-Z]\d{12}|\d{12}")),
    ("ZTO", re.compile(r"7[3-68]\d{12}")),
    ("YTO", re.compile(r"YT\d{13}")),
    ("STO", re.compile(r"(?:77|43)\d{12,15}")),
    ("Yunda", re.compile(r"[34]\d{14}|5\d{12}")),
    ("JD", re.compile(r"JD[A-Z0-9]{2}\d{11}")),
    ("J&T", re.compile(r"JT\d{13}")),
    ("Deppon", re.compile(r"DPK\d{12}")),
    ("EMS", re.compile(r"[981]\d{12}|P[A-Z]\d{11}|[A-Z]{2}\d{9}CN")),
)


def phone_is_sound(text: str) -> bool:
    """Whether this is a mobile, a landline, or a virtual mobile number with its extension."""
    number = plain(text)
    mobile = re.sub(r"^(?:\+86|0086)", "", number)
    return bool(
        _MOBILE.fullmatch(mobile.replace("-", "")) or _LANDLINE.fullmatch(number) or _EXTENSION.fullmatch(number)
    )


def clean_phone(text: str) -> str:
    """Return a mobile without spaces, dashes and +86; any other number only without spaces."""
    number = plain(text)
    mobile = re.sub(r"^(?:\+86|0086)", "", number).replace("-", "")
    return mobile if _MOBILE.fullmatch(mobile) else number


def id_card_fault(text: str, today: date) -> IdFault | None:
    """Return what is wrong with an 18-character identity card number (GB 11643-1999), None when it is sound."""
    number = plain(text).upper()
    if re.fullmatch(r"\d{15}", number):
        return "id-old"
    if len(number) != 18:
        return "id-length"
    if not _ID18.fullmatch(number):
        return "id-form"
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return "id-date"
    if not date(1900, 1, 1) <= born <= today:
        return "id-date"
    return None if number[17] == id_check_digit(number) else "id-check"


def id_check_digit(number: str) -> str:
    """Return the GB 11643 check digit of the first 17 digits."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], weights, strict=True))
    return "10X98765432"[total % 11]


def other_id_is_sound(text: str) -> bool:
    """Whether this can be a passport, permit or officer's number: 5 to 20 letters and digits, no check digit."""
    return bool(_OTHER_ID.fullmatch(plain(text).upper()))


def company_code_is_sound(text: str) -> bool:
    """Whether this is a unified social credit code with its GB 32100 check character."""
    code = plain(text).upper()
    if len(code) != 18 or any(char not in _USCC_DIGITS for char in code):
        return False
    total = sum(_USCC_DIGITS.index(char) * pow(3, place, 31) for place, char in enumerate(code[:17]))
    return _USCC_DIGITS[-total % 31] == code[17]


def luhn_holds(text: str) -> bool:
    """Whether a card number of 13 to 19 digits passes the Luhn check."""
    digits = plain(text).replace("-", "")
    if not re.fullmatch(r"\d{13,19}", digits):
        return False
    doubled = (int(d) * (2 if place % 2 else 1) for place, d in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def plate_is_sound(text: str) -> bool:
    """Whether this is a complete ordinary or new-energy plate; never with I or O."""
    return bool(_PLATE.fullmatch(clean_plate(text)))


def clean_plate(text: str) -> str:
    """Return a plate in upper case without spaces, dots and dashes."""
    return re.sub(r"[·.\-]", "", plain(text)).upper()


def carriers_of(waybill: str) -> tuple[str, ...]:
    """Return the carriers whose pattern a waybill number fits; patterns overlap and change: a guess, never a rule."""
    number = plain(waybill).upper()
    return tuple(name for name, pattern in _CARRIERS if pattern.fullmatch(number))


def waybill_is_usual(waybill: str) -> bool:
    """Whether a waybill number looks like any carrier's."""
    return bool(_GENERIC_WAYBILL.fullmatch(plain(waybill).upper()))
