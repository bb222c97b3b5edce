"""A depot's checklist as its clerk works it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.widgets.courier.density_aid import DensityAid
from desktop.ui.widgets.courier.duty_strip import AcceptanceEnd, DutyStrip
from desktop.ui.widgets.courier.parcel_card import ParcelCard
from tests.ui.live_line.counter import Counter
from tests.ui.pages.checklist import ChecklistScreen


def key(widget: QWidget, char: str) -> None:
    """Press a key of the keyboard or the scanner: it reaches the window first, as from the system; "\n" is Enter."""
    code = Qt.Key.Key_Return if char == "\n" else Qt.Key(ord(char.upper()))
    modifiers = Qt.KeyboardModifier.ShiftModifier if char.isupper() else Qt.KeyboardModifier.NoModifier
    text = "\r" if char == "\n" else char
    QApplication.sendEvent(widget.window().windowHandle(), QKeyEvent(QEvent.Type.KeyPress, code, modifiers, text))


class CourierScreen(ChecklistScreen):
    """One shown checklist of a depot."""

    def __init__(self, counter: Counter, setting: str = "courier_acceptance", **args: object) -> None:
        super().__init__(counter, **(args or {"setting": setting}))

    @property
    def parcel(self) -> ParcelCard:
        """The parcel at hand."""
        card = self.page.courier.card
        assert card is not None
        return card

    @property
    def duties(self) -> DutyStrip:
        """The three duties."""
        strip = self.page.courier.duties
        assert strip is not None
        return strip

    @property
    def end(self) -> AcceptanceEnd:
        """How it ended."""
        card = self.page.courier.end
        assert card is not None
        return card

    @property
    def density(self) -> DensityAid:
        """Size and weight."""
        aid = self.page.courier.density
        assert aid is not None
        return aid

    def type(self, key: str, text: str) -> None:
        """Type into a field of the parcel, as a person does."""
        if not self.parcel.lines[key].isVisible():
            self.parcel.more.click()
        edit = self.parcel.lines[key].edit
        edit.setFocus()
        edit.selectAll()
        QTest.keyClicks(edit, text)

    def weigh(self, length: str, width: str, height: str, mass: str, goods: str = "") -> None:
        """Give size, weight and what was declared."""
        for key, text in (("length", length), ("width", width), ("height", height), ("mass", mass)):
            edit = self.density.lines[key].edit
            edit.selectAll()
            QTest.keyClicks(edit, text)
        if goods:
            self.density.goods.button(goods).click()

    def kept(self) -> dict[str, str]:
        """What the profile holds beside the answers."""
        self.page.model.flush()
        self.counter.settle()
        (draft,) = [
            d
            for d in self.counter.services.open_drafts()
            if self.page.model.draft and d.draft_id == self.page.model.draft.draft_id
        ]
        return dict(draft.details)

    def looked_up(self) -> None:
        """Wait until typing paused and everything was looked up."""
        self.counter.qtbot.waitUntil(lambda: not self.page.courier.looking)
        self.counter.settle()
