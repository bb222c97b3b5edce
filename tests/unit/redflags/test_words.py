"""What the clerk and the customer read: neutral, complete, in both languages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from redflags import Definition, Level, Text
from tests.unit.redflags.support import CHECKLISTS, definitions

FORBIDDEN_ZH = ("反诈", "诈骗", "骗子", "骗局", "报警", "警情", "可疑")
FORBIDDEN_EN = ("fraud", "swindle")
# A customer may read what stands under a question: no one is accused there and no case is quoted.
ACCUSING_ZH = (
    "警",
    "公安",
    "受害",
    "骗",
    "洗钱",
    "洗白",
    "赃",
    "车手",
    "案例",
    "一案",
    "团伙",
    "窝点",
    "遥控",
    "拦截",
    "设局",
)
ACCUSING_EN = ("victim", "mule", "launder", "scam", "police", "stolen", "controller", "handler", "crime", " case")
HALF_WIDTH = ",;:?!()"
NUMBER_WITH_COMMAS = re.compile(r"\d(?:,\d{3})+")


def on_screen(definition: Definition) -> Iterator[tuple[str, Text]]:
    """Everything a customer a metre away could read while the checklist is open."""
    yield "title", definition.title
    yield "subtitle", definition.subtitle
    for section in definition.sections:
        yield section.id, section.title
    for question in definition.questions.values():
        yield question.id, question.text
        yield question.id, question.why
        if question.ask is not None:
            yield question.id, question.ask
    for mitigator in definition.mitigators.values():
        yield mitigator.id, mitigator.text
    for rule in definition.rules.values():
        yield rule.id, rule.text
        yield rule.id, rule.why
    for note in definition.guidance.legal:
        yield note.id, note.title


def chinese(node: object) -> Iterator[str]:
    """Every Chinese string of a definition file."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "zh" and isinstance(value, str):
                yield value
            else:
                yield from chinese(value)
    elif isinstance(node, list):
        for value in node:
            yield from chinese(value)


@pytest.mark.parametrize("setting", sorted(definitions()))
def test_nothing_on_the_screen_gives_the_clerk_away(setting: str) -> None:
    for key, text in on_screen(definitions()[setting]):
        assert not any(word in text.zh for word in FORBIDDEN_ZH), key
        assert not any(word in text.en.lower() for word in FORBIDDEN_EN), key


@pytest.mark.parametrize("setting", sorted(definitions()))
def test_chinese_is_chinese_and_english_is_english(setting: str) -> None:
    for key, text in on_screen(definitions()[setting]):
        assert any("\u4e00" <= character <= "\u9fff" for character in text.zh), key
        assert not any("\u4e00" <= character <= "\u9fff" for character in text.en), key


@pytest.mark.parametrize("setting", sorted(definitions()))
def test_what_stands_under_a_question_accuses_nobody(setting: str) -> None:
    definition = definitions()[setting]
    reasons = {item.id: item.why for item in definition.questions.values()}
    reasons |= {rule.id: rule.why for rule in definition.rules.values()}
    for item_id, why in reasons.items():
        assert not [word for word in ACCUSING_ZH if word in why.zh], item_id
        assert not [word for word in ACCUSING_EN if word in why.en.lower()], item_id


@pytest.mark.parametrize("name", sorted(path.name for path in CHECKLISTS.glob("*.json")))
def test_chinese_is_set_in_full_width_punctuation(name: str) -> None:
    for text in chinese(json.loads((CHECKLISTS / name).read_text(encoding="utf-8"))):
        assert not set(NUMBER_WITH_COMMAS.sub("", text)) & set(HALF_WIDTH), text


def test_every_pattern_has_its_script_and_card_and_only_education_is_never_pointed_to() -> None:
    pointed = {
        name
        for definition in definitions().values()
        for item in definition.questions.values()
        for name in item.scam_types
    }
    everything = set(definitions()["gold_shop"].scam_types)
    assert len(everything) == 20
    assert everything - pointed == {"game-trade"}


def test_each_question_points_to_some_pattern() -> None:
    for definition in definitions().values():
        for question in definition.questions.values():
            assert question.scam_types, question.id


def test_each_place_has_its_safe_reasons() -> None:
    counts = {definition.guidance.place: len(definition.guidance.stalling) for definition in definitions().values()}
    assert counts == {"gold": 3, "courier": 3, "bank": 3, "community": 2}
    assert definitions()["courier_inquiry"].guidance.channels


def test_questions_about_use_come_last_at_the_bank() -> None:
    """Routine questions about the use of cash are not allowed any more: the quick screen only observes."""
    bank = definitions()["bank_counter"]
    assert all("ask" not in bank.questions[key].how for key in bank.quick_screen)
    assert [section.id for section in bank.sections if section.from_level is Level.WATCH] == ["purpose"]
    others = [definition for definition in definitions().values() if definition is not bank]
    assert all(section.from_level is Level.NONE for definition in others for section in definition.sections)


@pytest.mark.parametrize("setting", sorted(definitions()))
def test_six_quick_items(setting: str) -> None:
    definition = definitions()[setting]
    assert len(definition.quick_screen) == 6
    assert definition.ruleset == f"{setting}@2"


def test_the_files_have_no_other_setting() -> None:
    assert sorted(path.stem for path in CHECKLISTS.glob("*.json")) == sorted([*definitions(), "shared"])
