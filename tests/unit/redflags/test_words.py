"""What the clerk and the customer read: neutral, complete, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from redflags import Definition, Level, Text
from tests.unit.redflags.support import CHECKLISTS, definitions

FORBIDDEN_ZH = ("反诈", "诈骗", "骗子", "骗局", "报警", "警情", "可疑")
FORBIDDEN_EN = ("fraud", "swindle")


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
