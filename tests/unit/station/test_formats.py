"""Numbers people type: every example of DOMAIN 5.3."""

from datetime import date

import pytest

from station.domain.formats import is_other_id, is_phone, is_plate, looks_like_waybill, resident_id_error

TODAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("13800138000", True),
        ("138 0013-8000", True),
        ("+8613800138000", True),
        ("+86 138-0013-8000", True),
        ("0597-8888888", True),
        ("05978888888", True),
        ("010-88888888", True),
        ("13800138000转1234", True),
        ("12345678901", False),
        ("1380013800", False),
        ("138001380000", False),
        ("110", False),
        ("１３８００１３８０００", False),
        ("", False),
    ],
)
def test_phones(text: str, right: bool) -> None:
    assert is_phone(text) is right


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("11010519491231002X", None),
        ("11010519491231002x", None),
        ("440524188001010014", "id-birth-date"),
        ("110105194912310021", "id-check-digit"),
        ("110105194902310026", "id-birth-date"),
        ("110105491231002", "id-15-digits"),
        ("11010519491231002", "id-form"),
        ("01010519491231002X", "id-form"),
        ("11010520991231002X", "id-birth-date"),
        ("abc", "id-form"),
    ],
)
def test_resident_identity_numbers(text: str, error: str | None) -> None:
    assert resident_id_error(text, TODAY) == error


def test_any_one_wrong_digit_is_found() -> None:
    right = "11010519491231002X"
    for place in [*range(6), 14, 15, 16]:
        for digit in "0123456789":
            typed = right[:place] + digit + right[place + 1 :]
            assert (resident_id_error(typed, TODAY) is None) is (typed == right)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("闽F12345", True),
        ("闽FD12345", True),
        ("闽F12345D", True),
        ("闽f·12345", True),
        ("粤B1234挂", True),
        ("闽FI2345", False),
        ("闽F1234", False),
        ("F12345", False),
        ("闽FO12345", False),
    ],
)
def test_plates(text: str, right: bool) -> None:
    assert is_plate(text) is right


@pytest.mark.parametrize("text", ["SF1234567890123", "YT1234567890123", "JT1234567890123", "sf 123 456 789 0123"])
def test_waybills(text: str) -> None:
    assert looks_like_waybill(text)
    assert not looks_like_waybill("运单")


def test_other_documents_are_letters_and_digits() -> None:
    assert is_other_id("E12345678")
    assert not is_other_id("E1")
    assert not is_other_id("E 12345678")
