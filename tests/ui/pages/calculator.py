"""The harmless page as anybody sees it: two calculators, and the small field that asks for the PIN."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.pages.counter.calculator import CalculatorPage
from desktop.ui.widgets.fields import LabelledLine
from tests.ui.live_line.counter import PIN


class CalculatorScreen:
    """The calculator, alone or as a window shows it."""

    def __init__(self, page: CalculatorPage) -> None:
        self.page = page

    def line(self, name: str) -> LabelledLine:
        """Return a field by what it asks for."""
        page = self.page
        return {
            "price": page.price,
            "weight": page.weight,
            "fee": page.fee,
            "length": page.length,
            "width": page.width_,
            "height": page.height_,
            "mass": page.mass,
        }[name]

    def type(self, **fields: str) -> None:
        """Write over fields, as an input method puts a whole text there."""
        for name, text in fields.items():
            edit = self.line(name).edit
            edit.setText(text)
            edit.textEdited.emit(text)

    def typed(self, name: str) -> str:
        """Return what stands in a field."""
        return self.line(name).text()

    def note(self, name: str) -> str:
        """Return what is said under a field."""
        return self.line(name).note.text()

    def total(self) -> str:
        """Return what the gold comes to."""
        return self.page.total.text()

    def billed(self) -> str:
        """Return the weight a parcel is billed with."""
        return self.page.parcel.text()

    def asks(self) -> bool:
        """Tell whether the PIN is asked for."""
        return self.page.code.isVisible()

    def give(self, pin: str = PIN) -> None:
        """Put a PIN into the small field and press Enter."""
        self.page.code.setText(pin)
        QTest.keyClick(self.page.code, Qt.Key.Key_Return)
