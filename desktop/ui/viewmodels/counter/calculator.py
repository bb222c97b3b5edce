"""The sums behind the counter calculator."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from desktop.domain.alert.numbers import plain

VOLUME_DIVISOR = Decimal(6000)
"""cm³ per kilogram of volume weight, the usual figure of domestic road parcels."""


def number_of(text: str) -> Decimal | None:
    """Return a number as typed, full-width digits too; None when it is none or negative."""
    try:
        value = Decimal(plain(text))
    except InvalidOperation:
        return None
    return value if value.is_finite() and value >= 0 else None


def gold_total(price: Decimal, grams: Decimal, fee: Decimal) -> Decimal:
    """Return CNY for `grams` at a price and a labour fee per gram."""
    return (price + fee) * grams


def billed_weight(volume_cm3: Decimal, kilograms: Decimal) -> Decimal:
    """Return the greater of real and volume weight, in kilograms."""
    return max(kilograms, volume_cm3 / VOLUME_DIVISOR)


def density(volume_cm3: Decimal, kilograms: Decimal) -> Decimal:
    """Return grams per cm³ of the whole parcel."""
    return kilograms * 1000 / volume_cm3
