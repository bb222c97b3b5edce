"""The depot's rules: carriers guessed, density weighed, duties judged, senders counted, and the shipped tables."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from desktop.adapters.courier_files import CourierFiles
from desktop.bootstrap import COURIERS
from desktop.domain.courier.density import weigh
from desktop.domain.courier.duties import AcceptanceRecord, acceptance_in
from desktop.domain.courier.recipient import EarlierParcel, count_senders, marked
from desktop.domain.courier.waybill import guess_carrier
from desktop.ui.viewmodels.courier.words import weighed_words
from tests.support import OPENING

TABLE = CourierFiles(COURIERS).densities()


@pytest.mark.parametrize(
    ("typed", "carriers", "sureness", "filled"),
    [
        ("sf1234567890123", ("SF",), "likely", "SF"),
        ("ＹＴ 1234567890123", ("YTO",), "likely", "YTO"),
        ("75123456789012", ("ZTO",), "maybe", "ZTO"),
        ("431234567890123", ("STO", "Yunda"), "open", ""),
        ("773123456789012", ("STO",), "maybe", "STO"),
        ("ABCDEFGH99", (), "open", ""),
        ("12", (), "unusual", ""),
        ("SF12-34", (), "unusual", ""),
    ],
)
def test_a_number_says_how_sure_its_carrier_is(
    typed: str, carriers: tuple[str, ...], sureness: str, filled: str
) -> None:
    guess = guess_carrier(typed)
    assert (guess.carriers, guess.sureness, guess.carrier) == (carriers, sureness, filled)


def test_every_carrier_that_can_be_guessed_has_a_line_in_the_table() -> None:
    codes = {carrier.code for carrier in CourierFiles(COURIERS).carriers()}
    samples = ("SF1234567890123", "73123456789012", "YT1234567890123", "431234567890123", "512345678901234",
               "JD0012345678901", "JT1234567890123", "DPK123456789012", "PA12345678901", "5123456789012")  # fmt: skip
    assert {code for sample in samples for code in guess_carrier(sample).carriers} <= codes


def test_gold_in_a_tea_tin_looks_odd_and_says_how_small_it_would_be() -> None:
    # 浦江 (DOMAIN 2.2): 100 g of gold in a tin of tea, here 10 x 8 x 8 cm.
    found = weigh(TABLE, Decimal(640), Decimal(230 + 256), "tea")
    assert found.odd is True
    gold = next(item for item in found.explained if item.material.key == "gold")
    assert found.excess_g == 230
    assert round(gold.cm3, 1) == Decimal("11.9")
    assert weigh(TABLE, Decimal(640), Decimal(256 + 50), "tea").odd is False


@pytest.mark.parametrize(
    ("volume", "grams", "declared", "odd"),
    [
        (1000, 250, "clothes", False),
        (1000, 601, "clothes", True),
        (1000, 600, "clothes", False),
        (1000, 1301, "paper", True),
        (1000, 399, "paper", True),
        (1000, 900, "paper", False),
        (1000, 2500, "phones", False),
        (1000, 2501, "phones", True),
        (1000, 8001, "hardware", True),
        (1000, 900, "", None),
        (3000, 30_000, "clothes", None),
    ],
)
def test_what_is_odd_for_what_was_declared(volume: int, grams: int, declared: str, odd: bool | None) -> None:
    assert weigh(TABLE, Decimal(volume), Decimal(grams), declared).odd is odd


@pytest.mark.parametrize(
    ("volume", "grams", "declared", "said", "not_said"),
    [
        (1200, 3000, "toys", "不像玩具", "百元纸币"),  # what is too much would be two parcels full of notes
        (1200, 350, "toys", "与玩具对得上", "重"),
        (1200, 500, "toys", "比常见的玩具重", "对得上"),
        (918, 500, "phones", "比常见的手机数码轻", "对得上"),
        (2000, 80, "toys", "几乎是空的", "对得上"),
    ],
)
def test_what_is_said_of_a_density_is_never_more_than_it_shows(
    volume: int, grams: int, declared: str, said: str, not_said: str
) -> None:
    lines = " ".join(weighed_words(weigh(TABLE, Decimal(volume), Decimal(grams), declared), TABLE, declared, "zh"))
    assert said in lines
    assert not_said not in lines


def test_a_density_names_the_goods_it_fits() -> None:
    fits = [goods.key for goods in weigh(TABLE, Decimal(1000), Decimal(950)).fits]
    assert fits == ["paper", "phones", "cosmetics"]


@pytest.mark.parametrize(
    ("duties", "acceptance", "advice"),
    [
        ({}, "", ""),
        ({"real_name": "refused"}, "", "must-refuse"),
        ({"inspection": "refused"}, "accepted", "stop"),
        ({"inspection": "refused"}, "refused", ""),
        ({"real_name": "done", "inspection": "done", "scan": "done"}, "accepted", ""),
        ({"real_name": "done", "inspection": "done", "scan": "impossible"}, "accepted", "undone"),
        ({"real_name": "done"}, "completed", "undone"),
        ({"scan": "refused"}, "held", ""),
    ],
)
def test_the_duties_say_what_the_law_asks(duties: dict[str, str], acceptance: str, advice: str) -> None:
    assert AcceptanceRecord(duties, acceptance).advice == advice


def test_duties_are_read_from_a_draft_and_strange_words_left_out() -> None:
    details = {"local.duty.real_name": "done", "local.duty.scan": "maybe", "local.acceptance": "held", "narrative": "x"}
    assert acceptance_in(details) == AcceptanceRecord({"real_name": "done"}, "held")
    assert acceptance_in({"local.acceptance": "?"}).empty


def test_values_are_compared_in_one_form() -> None:
    one = marked(
        {"recipient_phone": "+86 138-0013-8000", "recipient_address": "福建省 连城县北大路1号", "subject_phone": "1"}
    )
    two = marked({"recipient_phone": "13800138000", "recipient_address": "福建连城北大路１号。"})
    assert (one.phone, one.address) == (two.phone, two.address)
    assert marked({"recipient_address": "北大路"}).address == ""
    assert marked({"subject_phone": "13800000001"}).sender == "13800000001"
    assert marked({"subject_phone": "13800000001"}, at_acceptance=False).sender == ""


def test_senders_are_counted_once_each() -> None:
    days = [OPENING - timedelta(days=n) for n in (1, 1, 2, 3)]
    earlier = [EarlierParcel(at, sender) for at, sender in zip(days, ("a", "b", "a", ""), strict=True)]
    seen = count_senders("a", earlier)
    assert (seen.senders, seen.parcels, len(seen.days), seen.unnoted, seen.many) == (2, 4, 3, 1, False)
    assert count_senders("c", earlier).many
    assert count_senders("", earlier).senders == 3
    assert count_senders("", ()).senders == 1
