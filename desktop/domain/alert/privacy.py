"""Masking personal values in lists, and noticing full numbers in free text (DOMAIN 5.2)."""

from __future__ import annotations

import re
from datetime import date

from desktop.domain.alert.fields import FIELDS
from desktop.domain.alert.identifiers import id_card_fault, luhn_holds

_LONG_NUMBER = re.compile(r"(?<!\d)\d(?:[ \-]?\d){12,18}[xX]?(?!\d)")


def mask(key: str, value: str) -> str:
    """Return a field's value as a list may show it."""
    field = FIELDS.get(key)
    how = field.mask if field is not None else "none"
    if not value or how == "none":
        return value
    if how == "name":
        return value[0] + "*" * max(len(value) - 1, 1)
    if how == "text":
        return value[:2] + "…"
    tail = 4 if len(value) > 7 else 1
    head = 3 if how == "phone" and len(value) > 7 else 0
    return value[:head] + "*" * max(len(value) - head - tail, 1) + value[-tail:]


def full_numbers_in(text: str, today: date) -> tuple[str, ...]:
    """Return which kinds of full personal number a free text holds: "id-number", "card-number"."""
    found = []
    for hit in _LONG_NUMBER.findall(text):
        digits = re.sub(r"[ \-]", "", hit)
        if len(digits) == 18 and id_card_fault(digits, today) is None:
            found.append("id-number")
        elif luhn_holds(digits):
            found.append("card-number")
    return tuple(dict.fromkeys(found))
