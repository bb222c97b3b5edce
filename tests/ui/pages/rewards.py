"""A member's own rewards, as the member sees them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.pages.rewards.card import RewardCard
from desktop.ui.pages.rewards.page import RewardsScreen as Page
from desktop.ui.widgets.button import Button
from tests.ui.live_line.counter import Counter


class OwnRewards:
    """The shown page, read once."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self.page = Page(counter.context)
        counter.show(self.page)

    def card(self, name: str = "r1") -> RewardCard:
        """Return one reward's card."""
        return self.page.cards[name]

    def claim_button(self, name: str = "r1") -> Button:
        """Return the button that claims; it must be there."""
        button = self.card(name).claim
        assert button is not None
        return button

    def claim(self, name: str = "r1", times: int = 1) -> None:
        """Press the button that claims, as often as an impatient person does."""
        button = self.claim_button(name)
        for _ in range(times):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.counter.settle()

    def step(self, name: str = "r1") -> str:
        """Return the step a reward has reached, as a screen reader says it."""
        return self.card(name).steps.accessibleName()

    def figure(self, name: str) -> str:
        """Return one of the totals."""
        return self.page.figures[name].figure.text()

    def said_when_empty(self) -> str:
        """Return what stands there when there is no reward."""
        assert self.page.cards == {}
        return self.page.empty.title.text()
