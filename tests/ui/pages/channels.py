"""What a scanned number is for, and the official lines to turn to the customer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.pages.courier.channels import ChannelsPage
from desktop.ui.pages.courier.scanned import ScannedPage
from desktop.ui.widgets.live_line.line_button import LineButton
from tests.ui.live_line.counter import Counter


class ScannedScreen:
    """The shown page of one scanned number."""

    def __init__(self, counter: Counter, waybill: str) -> None:
        self.counter = counter
        self.page = ScannedPage(counter.context)
        counter.show(self.page, waybill=waybill)

    def number(self) -> str:
        """Return the number as it is shown."""
        return self.page.number.text()

    def carrier(self) -> str:
        """Return whose number it is said to be."""
        return self.page.carrier.text()

    def tile(self, number: int) -> None:
        """Press the digit of a checklist."""
        QTest.keyClick(self.page, Qt.Key(Qt.Key.Key_0 + number))

    def earlier(self) -> list[LineButton]:
        """Return the parcels with this number that were entered before; none while none are spoken of."""
        return self.page.findChildren(LineButton) if self.page.again.isVisible() else []


class ChannelsScreen:
    """The shown page of the official lines."""

    def __init__(self, counter: Counter, carrier: str) -> None:
        self.counter = counter
        self.page = ChannelsPage(counter.context)
        counter.show(self.page, carrier=carrier)

    def choose(self, carrier: str) -> None:
        """Tap another carrier."""
        self.page.choice.button(carrier).click()

    def phone(self) -> str:
        """Return the number to call."""
        return self.page.phone.text()

    def doubtful(self) -> bool:
        """Tell whether the page says that the number is hearsay."""
        return self.page.doubt.isVisible()

    def leave(self) -> None:
        """Press Esc."""
        QTest.keyClick(self.page, Qt.Key.Key_Escape)
