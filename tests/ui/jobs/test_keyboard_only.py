"""The three main jobs by keyboard alone, in both languages and two sizes: nothing but keys, and one always sees where they go."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.application.read_models import Preferences
from desktop.ui.main_window.shell import Shell
from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.pages.live_line.page import LiveLinePage
from desktop.ui.pages.review.page import AlertReviewPage
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.checklist.card import QuestionCard
from desktop.ui.widgets.reading_order import stops
from tests.ui.jobs.hand import Hand
from tests.ui.live_line.counter import Counter
from tests.ui.pages.window import WindowScreen

CONTROL = Qt.KeyboardModifier.ControlModifier
LOOKS: tuple[tuple[Literal["zh", "en"], int], ...] = (("zh", 100), ("en", 150))
YES = {
    "gold_shop": {"g-price-indifferent", "g-weight-only", "g-guided-live", "g-helper-who", "g-mail-out"},
    "courier_acceptance": {"a-refuse-open", "a-on-call"},
    "courier_inquiry": set(),
}


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def look(request: pytest.FixtureRequest) -> tuple[Literal["zh", "en"], int]:
    """Language and text size."""
    chosen: tuple[Literal["zh", "en"], int] = request.param
    return chosen


@pytest.fixture
def depot(counter: Counter) -> Counter:
    """The counter as a courier's."""
    with counter.profile.storage.begin() as work:
        shop = work.members.shop()
        assert shop is not None
        work.members.put_shop(replace(shop, merchant=replace(shop.merchant, trade="courier", name="顺通快递")))
        work.commit()
    return counter


def _signed_in(screen: WindowScreen, look: tuple[Literal["zh", "en"], int]) -> tuple[Shell, Hand]:
    screen.sign_in()
    screen.counter.services.save_preferences(Preferences(look[0], "light", look[1]))
    language().apply(look[0])
    theme().apply("light", look[1])
    return screen.shell, Hand(screen)


def _open(shell: Shell, hand: Hand, setting: str) -> ChecklistPage:
    offered = shell.context.services.checklists_of_shop()
    hand.press(str(offered.index(setting) + 1))
    hand.wait(lambda: isinstance(shell.page, ChecklistPage) and isinstance(QApplication.focusWidget(), QuestionCard))
    page = shell.page
    assert isinstance(page, ChecklistPage)
    hand.see_focus()
    return page


def _answer(hand: Hand, page: ChecklistPage, yes: set[str]) -> None:
    definition = page.model.definition
    assert definition is not None
    while not set(definition.quick_screen) <= set(page.model.answers):
        card = hand.focus
        assert isinstance(card, QuestionCard)
        hand.press("1" if card.item in yes else "2")
        hand.see_focus()


def _walk_round(hand: Hand) -> None:
    """Tab through everything once: each stop is seen, and none is met twice before all were."""
    expected = len(stops(hand.screen.window))
    met = []
    for _stop in range(expected):
        hand.press(Qt.Key.Key_Tab)
        hand.see_focus()
        met.append(hand.focus)
    assert len(set(met)) == len(met), [one.accessibleName() for one in met]


def test_gold_from_the_first_question_to_the_police(
    screen: WindowScreen, look: tuple[Literal["zh", "en"], int]
) -> None:
    shell, hand = _signed_in(screen, look)
    page = _open(shell, hand, "gold_shop")
    _answer(hand, page, YES["gold_shop"])
    _walk_round(hand)
    assert page.situation is not None
    hand.tab_to(page.situation.chips["person_present"].button("yes").accessibleName())
    hand.press("1")
    hand.press("2")
    hand.type("260000")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.wait(lambda: isinstance(shell.page, AlertReviewPage) and shell.page.complete)
    review = shell.page
    assert isinstance(review, AlertReviewPage)
    narrative = review.rows["narrative"].text
    hand.wait(lambda: QApplication.focusWidget() is narrative)
    hand.press(Qt.Key.Key_Down)
    _walk_round(hand)
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.wait(lambda: isinstance(shell.page, LiveLinePage))
    assert len(screen.counter.services.counter_overview(None).open_alerts) == 1
    assert hand.count.mouse == 0


def test_a_parcel_is_let_go_with_a_reason(
    depot: Counter, screen: WindowScreen, look: tuple[Literal["zh", "en"], int]
) -> None:
    shell, hand = _signed_in(screen, look)
    page = _open(shell, hand, "courier_acceptance")
    _answer(hand, page, set())
    _walk_round(hand)
    hand.tab_to(page.footer.release.accessibleName())
    hand.press(Qt.Key.Key_Space)
    hand.wait(page.release.isVisible)
    hand.see_focus()
    hand.press("1")
    hand.wait(lambda: shell.page is not None and shell.page.route == "counter")
    assert shell.context.ending
    assert hand.count.mouse == 0


def test_an_inquiry_is_noted(depot: Counter, screen: WindowScreen, look: tuple[Literal["zh", "en"], int]) -> None:
    shell, hand = _signed_in(screen, look)
    page = _open(shell, hand, "courier_inquiry")
    _answer(hand, page, YES["courier_inquiry"])
    _walk_round(hand)
    hand.tab_to(page.footer.note.accessibleName())
    hand.press(Qt.Key.Key_Return)
    hand.wait(lambda: shell.page is not None and shell.page.route == "counter")
    assert shell.context.ending
    assert hand.count.mouse == 0
