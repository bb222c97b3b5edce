"""What a parcel's size and weight say about what may be in it (DOMAIN 2.2, weight aid): a prompt to open, nothing more."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from redflags import Text

MOST_CM3: Final = Decimal(3000)
"""Larger boxes are mostly air and padding: their density says nothing."""


@dataclass(frozen=True, slots=True)
class Goods:
    """A kind of declared goods: usual packed density in g/cm³, and from when on it looks odd (None: never by that)."""

    key: str
    name: Text
    low: Decimal
    high: Decimal
    odd_above: Decimal | None = None
    odd_below: Decimal | None = None
    odd_excess_g: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """Something people hide: its density in g/cm³; `worth_g` grams of it are `worth` in words."""

    key: str
    name: Text
    density: Decimal
    note: Text


@dataclass(frozen=True, slots=True)
class DensityTable:
    """The shipped table with its source."""

    goods: tuple[Goods, ...]
    materials: tuple[Material, ...]
    source: Text


@dataclass(frozen=True, slots=True)
class Explained:
    """How large a piece of a material would explain the weight beyond the declared goods; never larger than the parcel."""

    material: Material
    cm3: Decimal


@dataclass(frozen=True, slots=True)
class Weighed:
    """Density in g/cm³, the goods it fits, whether it is odd for what was declared (None: cannot be said)."""

    density: Decimal
    fits: tuple[Goods, ...]
    odd: bool | None
    excess_g: Decimal
    explained: tuple[Explained, ...]


def weigh(table: DensityTable, volume_cm3: Decimal, grams: Decimal, declared: str = "") -> Weighed:
    """Judge a parcel; `declared` is a key of the table's goods or empty. Volume and weight are above 0."""
    density = grams / volume_cm3
    goods = {item.key: item for item in table.goods}
    known = goods.get(declared)
    if volume_cm3 >= MOST_CM3:
        return Weighed(density, (), None, Decimal(0), ())
    fits = tuple(item for item in table.goods if item.low <= density <= item.high)
    excess = max(Decimal(0), grams - known.high * volume_cm3) if known else Decimal(0)
    pieces = (Explained(material, excess / material.density) for material in table.materials if excess)
    explained = tuple(piece for piece in pieces if piece.cm3 <= volume_cm3)
    return Weighed(density, fits, None if known is None else _odd(known, density, excess), excess, explained)


def _odd(goods: Goods, density: Decimal, excess: Decimal) -> bool:
    above = goods.odd_above is not None and density > goods.odd_above
    below = goods.odd_below is not None and density < goods.odd_below
    heavy = goods.odd_excess_g is not None and excess > goods.odd_excess_g
    return above or below or heavy
