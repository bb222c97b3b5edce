"""Moving about a long checklist by its parts: by key, by touch, and always knowing where one is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.checklist.card import QuestionCard
from desktop.ui.widgets.checklist.section_strip import SectionStrip
from tests.ui.live_line.counter import Counter
from tests.ui.pages.checklist import ChecklistScreen

LONGEST_WAIT_MS = 10_000


class Parts:
    """The strip of a shown checklist."""

    def __init__(self, counter: Counter, setting: str) -> None:
        self.screen = ChecklistScreen(counter, setting=setting)
        self.strip: SectionStrip = self.screen.page.strip
        self.wait_for("quick")

    def wait_for(self, key: str) -> None:
        """Wait until a part is marked as the one worked on."""
        self.screen.counter.qtbot.waitUntil(lambda: self.strip.current == key, timeout=LONGEST_WAIT_MS)

    def press(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is."""
        focus = self.screen.focus()
        assert focus is not None
        QTest.keyClick(focus, key)

    def seen(self, widget: QWidget) -> bool:
        """Tell whether the beginning of a widget is in the view."""
        view = self.screen.page.left
        top = widget.mapTo(view.viewport(), QPoint(0, 0)).y()
        return 0 <= top < view.viewport().height()


def test_every_part_of_an_acceptance_is_reached_by_key(counter: Counter) -> None:
    parts = Parts(counter, "courier_acceptance")
    keys = parts.strip.order()
    assert keys[:2] == [":parcel", "quick"]
    assert {":density", ":end", ":situation", ":transaction", "mitigators"} <= set(keys)
    for key in [*keys[2:], *keys[:2]]:
        parts.press(Qt.Key.Key_PageDown)
        parts.wait_for(key)
        focus = parts.screen.focus()
        assert focus is not None
        assert focus is not parts.strip.button(key)
        assert parts.seen(focus), key
    parts.press(Qt.Key.Key_PageUp)
    parts.wait_for(":parcel")
    parts.press(Qt.Key.Key_PageUp)
    parts.wait_for(keys[-1])


def test_weighing_is_one_touch_away_and_its_first_field_has_the_keyboard(counter: Counter) -> None:
    parts = Parts(counter, "courier_acceptance")
    page = parts.screen.page
    page.resize(1600, 800)
    counter.qtbot.waitUntil(parts.strip.button(":density").isVisible)
    parts.strip.button(":density").click()
    parts.wait_for(":density")
    density = page.courier.density
    assert density is not None
    assert page.focusWidget() is density.lines["length"].edit
    assert parts.seen(density)


def test_in_a_part_one_lands_on_the_first_question_not_answered(counter: Counter) -> None:
    parts = Parts(counter, "gold_shop")
    first = parts.screen.current()
    parts.screen.page.resize(1068, 620)
    parts.screen.press("2", "2", "2", "2")
    parts.press(Qt.Key.Key_PageDown)
    parts.press(Qt.Key.Key_PageUp)
    parts.wait_for("quick")
    assert parts.screen.current() != first
    card = parts.screen.card(parts.screen.current())
    assert card.answer == ""
    assert parts.seen(card)
    assert parts.seen(card.buttons["yes"])


def test_what_is_answered_on_is_marked_with_it(counter: Counter) -> None:
    parts = Parts(counter, "gold_shop")
    parts.screen.press(*["2"] * 6)
    parts.wait_for(parts.strip.order()[1])
    # By wheel and touch the keyboard goes out of sight: then the top of the view counts.
    parts.screen.settle()
    bar = parts.screen.page.left.verticalScrollBar()

    def at_the_end() -> bool:
        # As long as the answer just given is kept in sight the wheel has to be turned again.
        bar.setValue(bar.maximum())
        return parts.strip.current == parts.strip.order()[-1]

    counter.qtbot.waitUntil(at_the_end, timeout=LONGEST_WAIT_MS)
    assert isinstance(parts.screen.focus(), QuestionCard)


@pytest.mark.parametrize("width", [700, 1020, 1600])
def test_as_many_names_as_fit_and_the_current_one_among_them(counter: Counter, width: int) -> None:
    parts = Parts(counter, "gold_shop")
    parts.screen.page.resize(width, 700)
    strip = parts.strip
    for key in strip.order():
        strip.mark(key)
        shown = [name for name in strip.order() if strip.button(name).isVisible()]
        assert key in shown
        assert sum(strip.button(name).sizeHint().width() for name in shown) <= strip.width()
        assert [name for name in strip.order() if strip.button(name).focusPolicy() & Qt.FocusPolicy.TabFocus] == [key]
    assert min(strip.button(key).height() for key in strip.order()) >= 44


def test_arrows_move_on_the_strip_and_enter_goes_there(counter: Counter) -> None:
    parts = Parts(counter, "gold_shop")
    parts.strip.button("quick").setFocus()
    parts.press(Qt.Key.Key_Right)
    second = parts.strip.order()[1]
    assert parts.screen.focus() is parts.strip.button(second)
    parts.press(Qt.Key.Key_Return)
    parts.wait_for(second)
    assert isinstance(parts.screen.focus(), QuestionCard)


@pytest.mark.parametrize("fact", ["weight_g", "item_kind", "payments"])
def test_what_is_missing_in_the_review_is_filled_in_at_once(counter: Counter, fact: str) -> None:
    draft_id = counter.draft()
    screen = ChecklistScreen(counter, draft_id=draft_id, fact=fact)
    page = screen.page
    counter.qtbot.waitUntil(lambda: page.strip.current == ":transaction", timeout=LONGEST_WAIT_MS)
    assert page.transaction is not None
    wanted = page.transaction.control(fact)
    assert wanted is not None
    assert page.focusWidget() is wanted
    assert wanted.visibleRegion().boundingRect().height() == wanted.height()
    # Shown again it is the first open question's turn.
    assert page.arguments() == {"draft_id": draft_id}


@pytest.mark.parametrize(
    "setting", ["gold_shop", "courier_acceptance", "courier_inquiry", "courier_delivery", "bank_counter"]
)
def test_every_checklist_has_each_of_its_parts_once(counter: Counter, setting: str) -> None:
    parts = Parts(counter, setting)
    sections = parts.screen.page.sections
    assert parts.screen.page.questions is not None
    asked = [key for key, _words in parts.screen.page.questions.parts()]
    wanted = [*(part.key for part in sections._above), *asked, *(part.key for part in sections._below)]
    assert parts.strip.order() == wanted
    assert len(set(wanted)) == len(wanted)
