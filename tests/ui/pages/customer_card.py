"""A card for customers as a clerk shows it: turned over, full screen, in another language, on paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.pages.customer_card.page import CustomerCardPage
from desktop.ui.widgets.live_line.line_button import LineButton
from tests.ui.live_line.counter import Counter


class CustomerCardScreen:
    """The shown page of one card."""

    def __init__(self, counter: Counter, scam_type: str = "fake-police") -> None:
        self.counter = counter
        self.page = CustomerCardPage(counter.context)
        counter.show(self.page, scam_type=scam_type)

    def name(self) -> str:
        """Return what the clerk reads the card is about."""
        return self.page.name.text()

    def place(self) -> str:
        """Return which card of how many it is."""
        return self.page.number.text()

    def shown_words(self) -> str:
        """Return what stands on the card."""
        return self.page.preview.accessibleName()

    def script(self) -> str:
        """Return what to say with it."""
        return self.page.script.text()

    def press(self, key: Qt.Key) -> None:
        """Press a key on the page."""
        QTest.keyClick(self.page, key)

    def language(self, code: str) -> None:
        """Choose what the customer reads."""
        self.page.speech.chosen.emit(code)

    def open_related(self) -> None:
        """Tap the first case of this kind."""
        row = self.page.related.findChild(LineButton)
        assert row is not None
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)

    def save_poster(self, path: Path, paper: str = "A4") -> None:
        """Save the card as a poster, and wait until it is."""
        self.page.poster.paper.set_value(paper)
        self.page.poster.save(path)
        self.counter.settle()
