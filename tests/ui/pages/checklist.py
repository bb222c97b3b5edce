"""The checklist page as a clerk works it: keys, cards, panel, footer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.widgets.checklist.card import QuestionCard
from tests.ui.live_line.counter import Counter

KEYS = {"1": Qt.Key.Key_1, "2": Qt.Key.Key_2, "3": Qt.Key.Key_3, "down": Qt.Key.Key_Down, "up": Qt.Key.Key_Up}


class ChecklistScreen:
    """One shown checklist."""

    def __init__(self, counter: Counter, **args: object) -> None:
        self.counter = counter
        self.page = ChecklistPage(counter.context)
        counter.show(self.page, **args)
        self.settle()

    def settle(self) -> None:
        """Wait until every card is there and nothing is being saved."""
        self.counter.qtbot.waitUntil(lambda: self.page.questions is not None and self.page.questions.complete)
        self.counter.settle()
        self.counter.qtbot.waitUntil(lambda: self.focus() is not None)

    def focus(self) -> QWidget | None:
        """Return what the keys go to."""
        return self.page.focusWidget()

    def current(self) -> str:
        """Return the question the keys go to."""
        widget = self.focus()
        assert isinstance(widget, QuestionCard)
        return widget.item

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as fast as they come."""
        for key in keys:
            widget = self.focus()
            assert widget is not None
            QTest.keyClick(widget, KEYS[key])

    def card(self, item: str) -> QuestionCard:
        """Return a question's card."""
        assert self.page.questions is not None
        card = self.page.questions.card(item)
        assert card is not None
        return card

    def saved_answers(self) -> dict[str, str]:
        """Return what the profile holds."""
        self.counter.settle()
        drafts = self.counter.services.open_drafts()
        assert len(drafts) == 1
        return dict(drafts[0].answers)
