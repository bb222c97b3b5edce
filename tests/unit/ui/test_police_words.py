"""The station's standard sentences are shown in the clerk's language; an officer's own words stay as they are."""

from __future__ import annotations

from desktop.ui.viewmodels.records.words import police_words
from station.application import desk_outcome


def test_every_standard_sentence_of_the_desk_has_english_words() -> None:
    for text in desk_outcome._DEFAULT_TEXTS.values():
        said = police_words(text, "en")
        assert said != text
        assert said.isascii()
        assert police_words(text, "zh") == text


def test_an_officers_own_words_stay() -> None:
    assert police_words("请拖住客人", "en") == "请拖住客人"
    assert police_words("", "en") == ""
