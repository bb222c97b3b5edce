"""Every page in every state: Chinese at 100 %, English at 150 % and dark, and what a page that cannot read says."""

from __future__ import annotations

import pytest

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.states import InlineError
from tests.ui.gallery.checks import CHINESE, cut, faint, too_small, untidy, without_name, words
from tests.ui.gallery.stand import Look, picture_of, standing
from tests.ui.gallery.views import VIEWS, View
from tests.ui.live_line.counter import Counter

ERRORS = [view for view in VIEWS if view.name.endswith("-error")]
SPOKEN_CHINESE = (
    "林秋月", "陈志远", "鑫福珠宝", "中心街", "值班台", "台", "中文", "秋月", "志远", "店长", "营业员", "客人", "不清楚",
)  # fmt: skip
"""Names, places and what people wrote or said stay as they are in English."""


def _check(counter: Counter, view: View, look: Look) -> dict[str, list[str]]:
    with standing(counter, look, online=view.online, passphrase=view.passphrase) as stand:
        view.show(stand)
        found = {
            "no name": without_name(stand.window),
            "too small": too_small(stand.window),
            "cut": cut(stand.window),
            "faint": faint(stand.window, picture_of(stand)),
        }
        if look.language == "zh":
            found["untidy"] = untidy(stand.window)
            theme().apply("dark", look.percent)
            found["faint when dark"] = faint(stand.window, picture_of(stand))
        return {what: places for what, places in found.items() if places}


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_in_chinese_at_the_usual_size(counter: Counter, view: View) -> None:
    assert _check(counter, view, Look()) == {}


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_in_english_dark_and_large(counter: Counter, view: View) -> None:
    assert _check(counter, view, Look("dark", "en", 150)) == {}


@pytest.mark.parametrize("view", [view for view in VIEWS if view.name.endswith("-empty")], ids=lambda view: view.name)
def test_a_page_of_ours_has_no_chinese_left_in_english(counter: Counter, view: View) -> None:
    with standing(counter, Look("light", "en", 100), online=view.online) as stand:
        view.show(stand)
        left = [text for text in words(stand.window) if CHINESE.search(text)]
        assert [text for text in left if not any(known in text for known in SPOKEN_CHINESE)] == []


@pytest.mark.parametrize("view", ERRORS, ids=lambda view: view.name)
def test_a_page_that_cannot_be_read_says_so_and_what_to_do(counter: Counter, view: View) -> None:
    with standing(counter, Look()) as stand:
        view.show(stand)
        said = [one for one in stand.page.findChildren(InlineError) if one.isVisible()]
        sentences = " ".join(text for one in said for text in words(one))
        assert "磁盘" in sentences
        assert "再试" in sentences or "检查" in sentences
