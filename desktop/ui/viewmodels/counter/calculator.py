"""The sums behind the counter calculator."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from desktop.domain.alert.numbers import plain

VOLUME_DIVISOR = Decimal(6000)
"""cm³ per kilogram of volume weight, the usual figure of domestic road parcels."""
_NUMBER: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{0,6})?|\.[0-9]{1,6}")


def number_of(text: str) -> Decimal | None:
    """Return a number as people write prices, sizes and weights, full-width digits too; None when it is none.

    No powers of ten and no more than nine digits before the point: nobody means those, and sums with them have no end.
    """
    typed = plain(text)
    return Decimal(typed) if _NUMBER.fullmatch(typed) else None


def gold_total(price: Decimal, grams: Decimal, fee: Decimal) -> Decimal:
    """Return CNY for `grams` at a price and a labour fee per gram."""
    return (price + fee) * grams


def billed_weight(volume_cm3: Decimal, kilograms: Decimal) -> Decimal:
    """Return the greater of real and volume weight, in kilograms."""
    return max(kilograms, volume_cm3 / VOLUME_DIVISOR)


def density(volume_cm3: Decimal, kilograms: Decimal) -> Decimal:
    """Return grams per cm³ of the whole parcel."""
    return kilograms * 1000 / volume_cm3
