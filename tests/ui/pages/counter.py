"""The home page as a clerk finds it: tiles, what is open, what was not finished, and whether to call."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from desktop.ui.pages.counter.page import CounterPage
from desktop.ui.widgets.states import EmptyState
from tests.ui.live_line.counter import Counter
from tests.ui.pages.fields import shown_words


class CounterScreen:
    """The shown home page, read once."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self.page = CounterPage(counter.context)
        counter.show(self.page)
        self.settle()

    def settle(self) -> None:
        """Wait until what was read is on the screen: rows put into a shown page appear one round of events later."""
        self.counter.settle()
        QCoreApplication.sendPostedEvents()

    def tick(self) -> None:
        """Let one second of the page's clock pass, and what it reads arrive."""
        self.page.on_tick()
        self.settle()
        self.page.on_tick()

    def read_again(self) -> None:
        """Read everything anew."""
        self.page.model.load()
        self.settle()

    def retry(self) -> None:
        """Press what stands beside a failed reading."""
        QTest.mouseClick(self.page.error.retry, Qt.MouseButton.LeftButton)
        self.settle()

    def tile(self, number: int) -> None:
        """Press the digit of a tile."""
        QTest.keyClick(self.page, Qt.Key(Qt.Key.Key_0 + number))

    def call(self) -> str:
        """Return what is said above an alert that needs the phone; nothing while none does."""
        return shown_words(self.page.call, self.page.call.truth.sentence.text())

    def read_out(self) -> str:
        """Return what is to be read out on the phone."""
        return self.page.call.readout.accessibleDescription()

    def open_call(self) -> None:
        """Open the alert that needs the phone."""
        self.page.call.truth.retry.click()

    def warning(self) -> str:
        """Return the general warning; nothing while there is none."""
        return shown_words(self.page.warning, self.page.warning.sentence.text())

    def failed(self) -> bool:
        """Tell whether the page says that it could not be read."""
        return self.page.error.isVisible()

    def open_alerts(self) -> list[str]:
        """Return the alerts under way that are shown."""
        return [alert_id for alert_id, button in self.page.open.buttons.items() if button.isVisible()]

    def empties(self) -> list[str]:
        """Return what the page now says is empty."""
        return [one.title.text() for one in self.page.findChildren(EmptyState) if one.isVisible()]
