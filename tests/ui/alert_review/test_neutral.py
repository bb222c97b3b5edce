"""Nothing on the four pages gives the clerk away, in either language, and every control has a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from desktop.ui.pages.base import Page
from desktop.ui.pages.live_line.page import LiveLinePage
from desktop.ui.pages.records.page import RecordsPage
from desktop.ui.pages.review.page import AlertReviewPage
from desktop.ui.pages.rewards.page import RewardsScreen
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from tests.test_house_rules import FORBIDDEN
from tests.ui.live_line.counter import Counter, words_on


def put_up(counter: Counter, page: Page, args: dict[str, object]) -> None:
    """Show a page and wait until all of it is there."""
    counter.show(page, **args)
    counter.qtbot.waitUntil(lambda: not isinstance(page, AlertReviewPage) or page.complete)


Make = Callable[[Counter], tuple[Page, dict[str, object]]]


def _review(counter: Counter) -> tuple[Page, dict[str, object]]:
    return AlertReviewPage(counter.context), {"draft_id": counter.draft(narrative="老人")}


def _live(counter: Counter) -> tuple[Page, dict[str, object]]:
    counter.profile.connectivity.silent()
    alert_id = counter.submitted(urgent=True)
    counter.instruct(alert_id, "请继续稳住顾客")
    return LiveLinePage(counter.context), {"alert_id": alert_id}


def _records(counter: Counter) -> tuple[Page, dict[str, object]]:
    counter.submitted()
    return RecordsPage(counter.context), {}


def _rewards(counter: Counter) -> tuple[Page, dict[str, object]]:
    counter.reward(counter.submitted(), "notified", amount=80_000)
    return RewardsScreen(counter.context), {}


PAGES = pytest.mark.parametrize(
    "make", [_review, _live, _records, _rewards], ids=["review", "live", "records", "rewards"]
)


@PAGES
@pytest.mark.parametrize("code", ["zh", "en"])
def test_words_are_neutral(counter: Counter, make: Make, code: str) -> None:
    language().apply(code)
    page, args = make(counter)
    put_up(counter, page, args)
    found = [text for text in words_on(page) if any(word in text.lower() for word in FORBIDDEN)]
    language().apply("zh")
    assert not found


@PAGES
def test_every_control_has_a_name_and_is_large_enough_to_touch(counter: Counter, make: Make) -> None:
    page, args = make(counter)
    put_up(counter, page, args)
    controls = [
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLineEdit | QPlainTextEdit) and widget.isVisible()
    ]
    # Qt's own clear button inside a search field is part of the field.
    own = [widget for widget in controls if not isinstance(widget.parent(), QLineEdit)]
    assert own
    assert not [type(widget).__name__ for widget in own if not widget.accessibleName()]
    assert not [(widget.accessibleName(), widget.height()) for widget in own if widget.height() < 44]


@PAGES
@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_nothing_is_wider_than_the_smallest_window(counter: Counter, make: Make, percent: int, code: str) -> None:
    theme().apply("light", percent)
    language().apply(code)
    page, args = make(counter)
    put_up(counter, page, args)
    # The rail is narrow beside large text.
    rail = 212 if percent == 100 else 115
    page.resize(1024 - rail, 700)
    page.grab()
    counter.settle()
    assert page.width() == 1024 - rail
    wide = [
        (type(widget).__name__, widget.accessibleName())
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.mapTo(page, widget.rect().topRight()).x() > page.width()
    ]
    theme().apply("light", 100)
    language().apply("zh")
    assert not wide
