"""Every example of DOMAIN 5.3, and the edges around them."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from desktop.domain.alert.identifiers import (
    carriers_of,
    clean_phone,
    company_code_is_sound,
    id_card_fault,
    id_check_digit,
    luhn_holds,
    other_id_is_sound,
    phone_is_sound,
    plate_is_sound,
    waybill_is_usual,
)
from desktop.domain.alert.privacy import full_numbers_in, mask

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "typed", ["13800138000", "138 0013 8000", "+86 138-0013-8000", "0597-8921234", "010-12345678", "13800138000转1234"]
)
def test_phones(typed: str) -> None:
    assert phone_is_sound(typed)


@pytest.mark.parametrize("typed", ["12345678901", "1380013800", "23800138000", "110", "0597", "phone", ""])
def test_phones_refused(typed: str) -> None:
    assert not phone_is_sound(typed)


def test_a_phone_is_cleaned_for_the_wire() -> None:
    assert clean_phone("+86 138-0013-8000") == "13800138000"
    assert clean_phone("0597-8921234") == "0597-8921234"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("11010519491231002X", None),
        ("11010519491231002x", None),
        ("440524188001010014", "id-date"),
        ("110105194912310021", "id-check"),
        ("110105194902310026", "id-date"),
        ("110105491231002", "id-old"),
        ("1101051949123100", "id-length"),
        ("1101051949123100AX", "id-form"),
    ],
)
def test_identity_cards(typed: str, fault: str | None) -> None:
    assert id_card_fault(typed, TODAY) == fault


def test_nobody_is_born_tomorrow() -> None:
    first = f"110105{TODAY + timedelta(days=1):%Y%m%d}001"
    assert id_card_fault(first + id_check_digit(first), TODAY) == "id-date"


def test_one_wrong_digit_is_always_found(rng: random.Random) -> None:
    number = "11010519491231002X"
    for place in (*range(6), *range(14, 17)):
        wrong = rng.choice([digit for digit in "123456789" if digit != number[place]])
        assert id_card_fault(number[:place] + wrong + number[place + 1 :], TODAY) == "id-check"


def test_other_documents_and_company_codes() -> None:
    assert other_id_is_sound("E12345678")
    assert not other_id_is_sound("E123")
    assert company_code_is_sound("91350100M000100Y43")
    assert not company_code_is_sound("91350100M000100Y44")
    assert not company_code_is_sound("91350100M000100I43")


@pytest.mark.parametrize("plate", ["闽F12345", "闽FD12345", "闽F12345D", "闽F·12345", "闽f12345"])
def test_plates(plate: str) -> None:
    assert plate_is_sound(plate)


@pytest.mark.parametrize("plate", ["闽FI2345", "闽FO2345", "闽F1234", "F12345", "闽F123456"])
def test_plates_refused(plate: str) -> None:
    assert not plate_is_sound(plate)


@pytest.mark.parametrize(
    ("number", "carrier"),
    [("SF1234567890123", "SF"), ("YT1234567890123", "YTO"), ("JT1234567890123", "J&T"), ("sf 1234567890123", "SF")],
)
def test_waybills(number: str, carrier: str) -> None:
    assert carrier in carriers_of(number)
    assert waybill_is_usual(number)


def test_card_numbers() -> None:
    assert luhn_holds("4111 1111 1111 1111")
    assert not luhn_holds("4111 1111 1111 1112")
    assert not luhn_holds("1111")


def test_full_numbers_in_free_text_are_noticed() -> None:
    assert full_numbers_in("身份证11010519491231002X,卡 4111 1111 1111 1111", TODAY) == ("id-number", "card-number")
    assert full_numbers_in("尾号 1111,电话 13800138000,运单 SF1234567890123", TODAY) == ()


def test_masks() -> None:
    assert mask("subject_name", "林小明") == "林**"
    assert mask("contact_phone", "13800138000") == "138****8000"
    assert mask("subject_id_no", "11010519491231002X") == "**************002X"
    assert mask("narrative", "客人一直在打电话") == "客人…"
    assert mask("place_detail", "2号柜台") == "2号柜台"
    assert mask("vehicle_plate", "") == ""
