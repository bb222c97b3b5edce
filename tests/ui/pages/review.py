"""The last look at a report before it goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.pages.review.page import AlertReviewPage
from desktop.ui.widgets.photos.card import DraftPhotos
from tests.ui.live_line.counter import Counter
from tests.ui.pages.fields import Field


class ReviewScreen:
    """One draft under review, complete on the screen."""

    def __init__(self, counter: Counter, draft_id: str, *, unfolded: bool = False) -> None:
        self.counter = counter
        self.page = AlertReviewPage(counter.context)
        counter.show(self.page, draft_id=draft_id)
        counter.qtbot.waitUntil(lambda: self.page.complete)
        if unfolded:
            self.unfold()

    def unfold(self) -> None:
        """Open every card."""
        for card in self.page.cards.values():
            card.unfold()

    def field(self, key: str) -> Field:
        """Return where a field is typed."""
        row = self.page.rows[key]
        field = row.text if row.text is not None else row.line.edit if row.line is not None else None
        assert field is not None, f"{key} is chosen, not typed"
        return field

    def shown_in(self, key: str) -> str:
        """Return what a field shows."""
        return self.page.rows[key].value()

    def problem(self, key: str) -> str:
        """Return what is said beside a field."""
        return self.page.rows[key].problem()

    def saved_words(self) -> str:
        """Return what the footer says of saving."""
        return self.page.footer.saved.text()

    def photos(self) -> DraftPhotos:
        """Return the card of the photos."""
        card = self.page.findChild(DraftPhotos)
        assert card is not None
        return card

    def save(self) -> None:
        """Store what was typed, and wait until it is."""
        self.page.view_model.save()
        self.saved()

    def saved(self) -> None:
        """Wait until everything is stored."""
        self.counter.qtbot.waitUntil(lambda: self.page.view_model.saving == "saved")

    def send(self) -> None:
        """Press the keys that send."""
        QTest.keyClick(self.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.counter.settle()
