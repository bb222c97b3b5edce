"""The courier tables that ship with the app: carriers' official lines, densities of goods."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from desktop.application.parcel_port import Carrier
from desktop.domain.courier.density import DensityTable, Goods, Material
from redflags import Text


class CourierTableError(ValueError):
    """A table is missing or something in it is wrong; the message names file and place."""


class CourierFiles:
    """`carriers.json` and `densities.json` of one folder, each read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def carriers(self) -> tuple[Carrier, ...]:
        """Return the carriers in their order; CourierTableError."""
        return _carriers(self._folder / "carriers.json")

    def densities(self) -> DensityTable:
        """Return the densities; CourierTableError."""
        return _densities(self._folder / "densities.json")


@cache
def _carriers(file: Path) -> tuple[Carrier, ...]:
    try:
        return tuple(
            Carrier(row["code"], Text(**row["name"]), row["phone"], row["confirmed"], Text(**row["app"]))
            for row in _read(file)["carriers"]
        )
    except (KeyError, TypeError) as error:
        raise CourierTableError(f"{file.name}: {error!r}") from error


@cache
def _densities(file: Path) -> DensityTable:
    try:
        table = _read(file)
        goods = tuple(
            Goods(row["key"], Text(**row["name"]), *(_number(row, name) or Decimal(0) for name in ("low", "high")),
                  *(_number(row, name) for name in ("odd_above", "odd_below", "odd_excess_g")))
            for row in table["goods"]
        )  # fmt: skip
        materials = tuple(
            Material(row["key"], Text(**row["name"]), Decimal(row["density"]), Text(**row["note"]))
            for row in table["materials"]
        )
        return DensityTable(goods, materials, Text(**table["source"]))
    except (KeyError, TypeError, ArithmeticError) as error:
        raise CourierTableError(f"{file.name}: {error!r}") from error


def _number(row: dict[str, Any], name: str) -> Decimal | None:
    return Decimal(row[name]) if name in row else None


def _read(file: Path) -> dict[str, Any]:
    try:
        table: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CourierTableError(f"{file.name}: unreadable") from error
    return table
