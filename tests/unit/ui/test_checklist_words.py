"""What the checklist shows, decided without a screen: order of questions, facts as typed, panel, truth about sending."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from desktop.application.read_models import OutboxStatus
from desktop.domain.alert.numbers import Unreadable
from desktop.ui.viewmodels.checklist.panel import gauge_position, panel_words
from desktop.ui.viewmodels.checklist.rows import QUICK, blocks_of
from desktop.ui.viewmodels.checklist.tx import FIELDS, fields_of, read_typed
from desktop.ui.viewmodels.counter.calculator import billed_weight, density, gold_total
from desktop.ui.viewmodels.counter.connection import connection_words
from redflags import Answer, Definition, Level, assess, load_definitions, parse_facts, visible_questions
from tests.house import ROOT

DEFINITIONS = load_definitions(ROOT / "resources" / "checklists")
GOLD = DEFINITIONS["gold_shop"]
NOW = datetime(2026, 11, 22, 10, 45, tzinfo=UTC)


def shown(definition: Definition, answers: dict[str, Answer]) -> list[str]:
    return [row.id for block in blocks_of(definition, answers) for row in block.rows]


def test_the_quick_screen_comes_first_and_nothing_twice() -> None:
    blocks = blocks_of(GOLD, {})
    assert blocks[0].id == QUICK
    assert tuple(row.id for row in blocks[0].rows) == GOLD.quick_screen
    keys = shown(GOLD, {})
    assert len(keys) == len(set(keys))


def test_a_follow_up_stands_right_under_its_parent_and_is_set_in() -> None:
    rows = blocks_of(GOLD, {"g-mail-out": Answer.YES})[0].rows
    keys = [row.id for row in rows]
    place = keys.index("g-mail-out")
    assert keys[place + 1] == "g-recipient-unknown"
    assert rows[place + 1].depth == 1


@pytest.mark.parametrize("setting", sorted(DEFINITIONS))
def test_whatever_is_answered_every_visible_question_has_its_place(setting: str, rng: random.Random) -> None:
    definition = DEFINITIONS[setting]
    for _round in range(60):
        answers = {key: rng.choice(list(Answer)) for key in definition.questions if rng.random() < 0.5}
        assert sorted(shown(definition, answers)) == sorted(visible_questions(definition, answers))


def test_every_fact_a_definition_asks_for_has_a_control() -> None:
    known = {field.key for field in FIELDS}
    assert {key for definition in DEFINITIONS.values() for key in definition.tx_fields} <= known


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("amount_cny", "1.5万", 15_000),
        ("amount_cny", "１２，８００", 12_800),
        ("amount_cny", "99.5", 99.5),
        ("weight_g", "1斤", 500),
        ("same_day_count", "3", 3),
        ("linked_same_day_cash_cny", "4万 5万", [40_000, 50_000]),
        ("declared", " 茶叶 ", "茶叶"),
        ("amount_cny", "  ", None),
    ],
)
def test_facts_are_read_as_people_type_them(key: str, text: str, value: object) -> None:
    assert read_typed(fields_of((key,))[0], text) == value


@pytest.mark.parametrize(("key", "text"), [("amount_cny", "很多"), ("weight_g", "3钱"), ("days7_cash_50_100k", "8")])
def test_what_cannot_be_read_is_refused_with_what_to_do(key: str, text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_typed(fields_of((key,))[0], text)
    assert caught.value.zh
    assert caught.value.en


def test_the_panel_names_level_reasons_script_and_duty() -> None:
    raw = {"g-mail-out": "yes", "g-weight-only": "yes", "g-purpose-platform": "yes"}
    facts = parse_facts({**raw, "tx": {"payments": [{"method": "cash", "amount_cny": 120_000}]}}, GOLD)
    words = panel_words(GOLD, assess(GOLD, facts), "zh")
    assert words.level_word in ("上报", "紧急")
    assert words.reasons[0][0] > 0
    assert words.script
    assert any("100,000" in text for _title, text in words.duties)


def test_an_ordinary_customer_is_not_held_up_and_a_clear_case_not_looked_at_further() -> None:
    ordinary = panel_words(GOLD, assess(GOLD, parse_facts({"g-price-indifferent": "yes"}, GOLD)), "zh")
    assert ordinary.level_word == "平常"
    assert (ordinary.script, ordinary.script_title, ordinary.scam_type) == ((), "", "")
    assert ordinary.insufficient
    urgent = assess(GOLD, parse_facts({"g-guided-live": "yes", "g-screen-share": "yes"}, GOLD))
    assert urgent.insufficient
    assert not panel_words(GOLD, urgent, "zh").insufficient


def test_what_would_clear_the_customer_always_lowers_the_level() -> None:
    facts = parse_facts({"g-mail-out": "yes", "g-price-indifferent": "yes"}, GOLD)
    result = assess(GOLD, facts)
    words = panel_words(GOLD, result, "zh")
    assert words.clearing
    assert all(clearing.level != words.level_word for clearing in words.clearing)
    # A question names a bad sign: it clears when it is not so.
    assert all(clearing.if_so is (clearing.item not in GOLD.questions) for clearing in words.clearing)


def test_the_gauge_never_leaves_its_quarter() -> None:
    for level in Level:
        for points in range(-10, 60):
            assert level.rank / 4 < gauge_position(level, points) < (level.rank + 1) / 4


def status(waiting: int = 0, refused: int = 0, *, online: bool | None = True, held: str | None = None) -> OutboxStatus:
    return OutboxStatus(waiting, refused, None, online, NOW, held)


def test_what_is_not_with_the_police_is_said_so() -> None:
    for state in (status(2, online=False), status(1), status(0, 1), status(1, held="terminal-revoked")):
        words = connection_words(state, NOW, "zh")
        assert words.warning == "警方还没有收到，请拨 110"
        assert not words.good
    assert connection_words(status(), NOW, "zh").warning == ""


def test_the_calculator_calculates() -> None:
    assert gold_total(Decimal("912.5"), Decimal(10), Decimal(15)) == Decimal("9275.0")
    assert billed_weight(Decimal(60000), Decimal(4)) == 10
    assert density(Decimal(1000), Decimal("19.32")) == Decimal("19.32")


def test_another_station_at_the_address_is_not_a_withdrawn_pc() -> None:
    withdrawn, elsewhere = (
        connection_words(status(waiting=1, held=held), NOW, "zh") for held in ("terminal-revoked", "another-station")
    )
    assert "停用" in withdrawn.title + withdrawn.warning_detail
    assert "停用" not in elsewhere.title + elsewhere.warning_detail
    assert "地址" in elsewhere.title


def test_a_dead_line_and_a_hold_are_both_said() -> None:
    held = connection_words(status(1, held="terminal-revoked"), NOW, "zh")
    both = connection_words(status(1, online=False, held="terminal-revoked"), NOW, "zh")
    assert (held.title, both.title) == ("本机被停用", "没有网络")
    assert both.detail.startswith("本机被停用")
    signature = connection_words(status(1, held="unknown-key"), NOW, "zh")
    assert "停用" not in signature.title + signature.warning_detail
    stranger = connection_words(status(1, online=False, held="foreign-station"), NOW, "zh")
    assert stranger.title == "地址上是另一个值班台"


def test_a_held_pc_with_nothing_waiting_says_that_nothing_can_be_sent() -> None:
    words = connection_words(status(held="terminal-revoked"), NOW, "zh")
    assert words.warning == "现在送不出去，紧急情况请拨 110"
    assert not words.good


def test_odd_receipts_ask_the_manager_to_compare() -> None:
    words = connection_words(OutboxStatus(0, 0, None, True, NOW, None, 2), NOW, "zh")
    assert words.warning == "回执前后对不上"
    assert "2 张" in words.warning_detail
    assert not words.good


@pytest.mark.parametrize(("waiting", "refused"), [(2, 0), (0, 2), (1, 1)])
def test_only_lines_missing_are_not_called_missing_alerts(waiting: int, refused: int) -> None:
    only_lines = OutboxStatus(waiting, refused, None, True, NOW, lines=2)
    assert connection_words(only_lines, NOW, "zh").warning.startswith("上报警方已收到")
    with_alert = OutboxStatus(waiting, refused, None, True, NOW, lines=1)
    assert connection_words(with_alert, NOW, "zh").warning == "警方还没有收到，请拨 110"
