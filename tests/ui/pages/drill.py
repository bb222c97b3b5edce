"""One drill as a clerk does it: the level, what to say, and what is explained then."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.ui.pages.learn.drill import DrillPage
from tests.ui.live_line.counter import Counter


class DrillScreen:
    """One shown drill."""

    def __init__(self, counter: Counter, drill_id: str = "gold-fund-check") -> None:
        self.counter = counter
        self.page = DrillPage(counter.context)
        counter.show(self.page, drill_id=drill_id)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys one after another, and wait until what they started is done."""
        for key in keys:
            QTest.keyClick(self.page, key)
        self.counter.settle()

    def level(self, name: str) -> None:
        """Tap a level."""
        QTest.mouseClick(self.page.levels[name], Qt.MouseButton.LeftButton)

    def chosen_levels(self) -> list[str]:
        """Return the levels that are marked as chosen."""
        return [level for level, button in self.page.levels.items() if button.isChecked()]

    def saying(self, number: int) -> None:
        """Tap one of the things to say, counted from 1 as on the screen."""
        QTest.mouseClick(self.page.sayings[number - 1], Qt.MouseButton.LeftButton)
        self.counter.settle()

    def again(self) -> None:
        """Tap to do the same drill once more."""
        QTest.mouseClick(self.page.result.again, Qt.MouseButton.LeftButton)
        self.counter.settle()

    def verdict(self) -> str:
        """Return the sentence above the explanation."""
        return self.page.result.verdict.text()

    def explained(self) -> list[str]:
        """Return every text of the explanation."""
        return [label.text() for label in self.page.result.findChildren(QLabel)]

    def clock(self) -> str:
        """Return the time that is shown."""
        return self.page.clock.label.text()

    def attempts(self) -> int:
        """Return how many answers the signed-in member's record holds."""
        session = self.counter.context.session
        assert session is not None
        return self.counter.services.learning.record(session).progress.attempts
