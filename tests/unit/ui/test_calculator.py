"""The calculator that stands in for everything else: it reads what people write and never ends in a failure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop.ui.viewmodels.counter.calculator import number_of


@pytest.mark.parametrize(
    ("typed", "value"),
    [("985", "985"), ("９８５．５", "985.5"), (" 1,234.50 ", "1234.50"), (".5", "0.5"), ("5.", "5"), ("0", "0")],
)
def test_numbers_as_people_write_them(typed: str, value: str) -> None:
    assert number_of(typed) == Decimal(value)


@pytest.mark.parametrize(
    "typed", ["", "1e999999", "1E5", "9" * 10_000, "NaN", "inf", "-5", "1_000", "٣", "😀", "1.2.3"]
)
def test_anything_else_is_none(typed: str) -> None:
    assert number_of(typed) is None
