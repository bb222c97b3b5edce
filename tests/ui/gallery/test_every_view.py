"""Every page in every state: Chinese at 100 %, English at 150 % and dark, another look each time at 1366 x 768, and what a page that cannot read says."""

from __future__ import annotations

import os
from itertools import product
from typing import Literal

import pytest

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.states import InlineError
from tests.ui.gallery.checks import CHINESE, cut, faint, too_small, untidy, wide_quotes, without_name, words
from tests.ui.gallery.room import outside, overlapping, sideways
from tests.ui.gallery.spoken import unspoken
from tests.ui.gallery.stand import Look, Stand, picture_of
from tests.ui.gallery.views import VIEWS, View, showing
from tests.ui.gallery.walk import ways
from tests.ui.live_line.counter import Counter

Found = dict[str, list[str]]
SIZES = ((1280, 800), (1366, 768))
OTHERS = (Look("light", "zh", 150), Look("dark", "en", 100), Look("dark", "zh", 125), Look("light", "en", 125))
"""Each view wears one of these in turn; all of them, and all that is left, with GALLERY_WHOLE set."""
SHADES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
TONGUES: tuple[Literal["zh", "en"], ...] = ("zh", "en")
WHOLE = [Look(shade, tongue, size) for shade, tongue, size in product(SHADES, TONGUES, (100, 125, 150))]
ERRORS = [view for view in VIEWS if view.name.endswith("-error")]
SPOKEN_CHINESE = (
    "林秋月", "陈志远", "鑫福珠宝", "中心街", "值班台", "台", "中文", "秋月", "志远", "店长", "营业员", "客人", "不清楚",
)  # fmt: skip
"""Names, places and what people wrote or said stay as they are in English."""


def in_turn() -> list[tuple[View, Look]]:
    """Return which view wears which further look."""
    if "GALLERY_WHOLE" in os.environ:
        return [(view, look) for view in VIEWS for look in WHOLE]
    return [(view, OTHERS[place % len(OTHERS)]) for place, view in enumerate(VIEWS)]


def _places(stand: Stand) -> Found:
    face = stand.face
    return {"cut": cut(face), "overlapping": overlapping(face), "sideways": sideways(face), "outside": outside(face)}


def _colours(stand: Stand, look: Look) -> Found:
    found: Found = {look.theme: faint(stand.face, picture_of(stand))}
    other: Literal["light", "dark"] = "light" if look.theme == "dark" else "dark"
    theme().apply(other, look.percent)
    return found | {other: faint(stand.face, picture_of(stand))}


def _wrong(found: Found) -> Found:
    return {about: places for about, places in found.items() if places}


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_in_chinese_at_the_usual_size(counter: Counter, view: View) -> None:
    look = Look()
    with showing(counter, view, look) as stand:
        found = {"no name": without_name(stand.face), "too small": too_small(stand.face)}
        found |= {"untidy": untidy(stand.face), "not said": unspoken(stand.face)}
        found |= _places(stand) | _colours(stand, look) | {"Tab": ways(stand.face)}
        assert _wrong(found) == {}


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_in_english_dark_and_large(counter: Counter, view: View) -> None:
    look = Look("dark", "en", 150)
    with showing(counter, view, look) as stand:
        found = {"no name": without_name(stand.face), "too small": too_small(stand.face)}
        found |= {"wide quotes": wide_quotes(stand.face)} | _places(stand)
        assert _wrong(found | _colours(stand, look)) == {}


@pytest.mark.parametrize(("view", "look"), in_turn(), ids=lambda one: one.name)
def test_in_another_look_on_smaller_screens(counter: Counter, view: View, look: Look) -> None:
    found: Found = {}
    with showing(counter, view, look) as stand:
        for width, height in SIZES:
            stand.face.resize(width, height)
            stand.rest()
            found |= {f"{about} at {width} x {height}": places for about, places in _places(stand).items()}
        found |= {"too small": too_small(stand.face), "faint": faint(stand.face, picture_of(stand))}
        assert _wrong(found) == {}


@pytest.mark.parametrize("view", [view for view in VIEWS if view.name.endswith("-empty")], ids=lambda view: view.name)
def test_a_page_of_ours_has_no_chinese_left_in_english(counter: Counter, view: View) -> None:
    with showing(counter, view, Look("light", "en", 100)) as stand:
        left = [text for text in words(stand.face) if CHINESE.search(text)]
        assert [text for text in left if not any(known in text for known in SPOKEN_CHINESE)] == []


@pytest.mark.parametrize("view", ERRORS, ids=lambda view: view.name)
def test_a_page_that_cannot_be_read_says_so_and_what_to_do(counter: Counter, view: View) -> None:
    with showing(counter, view, Look()) as stand:
        said = [one for one in stand.page.findChildren(InlineError) if one.isVisible()]
        sentences = " ".join(text for one in said for text in words(one))
        assert "磁盘" in sentences
        assert "再试" in sentences or "检查" in sentences
