"""Learning as a clerk goes through it: what is next, cases, cards for customers, one's own record."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.pages.learn.cards import CardsPanel
from desktop.ui.pages.learn.drills import DrillsPanel
from desktop.ui.pages.learn.page import LearnPage
from desktop.ui.pages.learn.record import RecordPanel
from desktop.ui.pages.learn.stories import StoriesPanel
from tests.ui.live_line.counter import Counter


class LearnScreen:
    """The shown page, read once."""

    def __init__(self, counter: Counter, tab: str = "", **args: object) -> None:
        self.counter = counter
        self.page = LearnPage(counter.context)
        counter.show(self.page, **({"tab": tab} if tab else {}), **args)

    def turn_to(self, tab: str = "", **args: object) -> None:
        """Come to the page again, at a tab or at the one last looked at."""
        self.page.on_shown(**({"tab": tab} if tab else {}), **args)
        self.counter.settle()

    @property
    def drills(self) -> DrillsPanel:
        """The scenes to practise."""
        panel = self.page.panels["drills"]
        assert isinstance(panel, DrillsPanel)
        return panel

    @property
    def stories(self) -> StoriesPanel:
        """The cases."""
        panel = self.page.panels["stories"]
        assert isinstance(panel, StoriesPanel)
        return panel

    @property
    def cards(self) -> CardsPanel:
        """The cards for customers."""
        panel = self.page.panels["cards"]
        assert isinstance(panel, CardsPanel)
        return panel

    @property
    def record(self) -> RecordPanel:
        """The member's own record."""
        panel = self.page.panels["record"]
        assert isinstance(panel, RecordPanel)
        return panel

    def group(self, name: str) -> None:
        """Tap a group of people above the cases or the cards, whichever is shown."""
        panel = self.stories if self.page.tabs.value() == "stories" else self.cards
        assert panel.chips is not None
        QTest.mouseClick(panel.chips.buttons[name], Qt.MouseButton.LeftButton)

    def open_card(self, scam_type: str) -> None:
        """Tap a card for customers."""
        QTest.mouseClick(self.cards.tiles[scam_type], Qt.MouseButton.LeftButton)

    def figure(self, name: str) -> str:
        """Return one of the record's figures."""
        return self.record.figures[name].figure.text()

    def spoken(self, drill: str) -> str:
        """Return what a screen reader says of a drill."""
        return self.drills.rows[drill].accessibleName()
