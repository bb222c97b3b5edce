"""One alert's live line as a clerk follows it: what is true now, what the police say, what one adds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.ui.pages.live_line.instruction import InstructionCard
from desktop.ui.pages.live_line.page import LiveLinePage
from tests.ui.live_line.counter import Counter
from tests.ui.pages.fields import shown_words


class LiveLineScreen:
    """The shown page of one alert, read once."""

    def __init__(self, counter: Counter, alert_id: str, **args: object) -> None:
        self.counter = counter
        self.page = LiveLinePage(counter.context)
        counter.show(self.page, alert_id=alert_id, **args)

    def turn_to(self, alert_id: str) -> None:
        """Show another alert on the same page."""
        self.page.on_shown(alert_id=alert_id)
        self.counter.settle()

    def truth(self) -> str:
        """Return the sentence that says where the alert is."""
        return self.page.clock.truth.text()

    def read_out(self) -> str:
        """Return what is to be read out on the phone; nothing while it is not shown."""
        return shown_words(self.page.readout, self.page.readout.accessibleDescription())

    def history(self) -> tuple[str, ...]:
        """Return the lines of what happened."""
        return self.page.timeline.texts()

    def instruction(self, name: str) -> InstructionCard:
        """Return the card of one instruction."""
        return self.page.instructions.cards[name]

    def reply(self, name: str, code: str) -> None:
        """Tap an answer under an instruction."""
        QTest.mouseClick(self.instruction(name).buttons[code], Qt.MouseButton.LeftButton)
        self.counter.settle()

    def answer(self, name: str) -> QLineEdit:
        """Return where a question is answered."""
        field = self.instruction(name).answer
        assert field is not None, f"{name} is no question"
        return field

    def typed(self) -> str:
        """Return what stands in the line one writes in."""
        return self.page.say.edit.text()

    def type(self, text: str) -> None:
        """Put a text into the line one writes in."""
        self.page.say.edit.setText(text)

    def send(self, key: Qt.Key | None = None) -> None:
        """Send what was typed: by the button, or by a key in the line."""
        if key is None:
            QTest.mouseClick(self.page.say.send, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(self.page.say.edit, key)
        self.counter.settle()

    def problem(self) -> str:
        """Return what is said under the line; nothing while nothing is shown."""
        return shown_words(self.page.say.problem, self.page.say.problem.text())
