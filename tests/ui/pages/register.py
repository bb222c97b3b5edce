"""The sales register as a clerk keeps it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.application.register_models import EntryForm
from desktop.ui.pages.register.page import RegisterPage
from desktop.ui.widgets.register.person import RegisterPerson
from desktop.ui.widgets.register.task import RegisterTask
from tests.ui.live_line.counter import Counter

PHONE = {"phone": "13800138000"}


def sold(counter: Counter, amount: str, cash: str = "", direction: str = "sell", **customer: str) -> str:
    """Write one entry without the screen; returns its id."""
    session = counter.context.session
    assert session is not None
    return counter.services.register.record(EntryForm(direction, amount, cash, customer or PHONE), session).value


class RegisterScreen:
    """The shown page, read once."""

    def __init__(self, counter: Counter, **args: object) -> None:
        self.counter = counter
        self.page = RegisterPage(counter.context)
        counter.show(self.page, **args)

    def open_form(self) -> None:
        """Open the form with its key."""
        QTest.keyClick(self.page.write, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        assert self.page.form.isVisible()

    def fill(self, **typed: str) -> None:
        """Put texts into fields of the form."""
        for key, text in typed.items():
            edit = self.page.form.lines[key]
            QTest.keyClicks(edit.edit, text) if text.isascii() else edit.set_text(text)

    def write(self) -> None:
        """Press what writes the entry down."""
        QTest.mouseClick(self.page.form.save, Qt.MouseButton.LeftButton)
        self.counter.settle()

    def shown_in(self, key: str) -> str:
        """Return what a field of the form shows."""
        return self.page.form.typed()[key]

    def person(self) -> RegisterPerson:
        """Return the one customer of today."""
        (person,) = self.page.sections.people
        return person

    def tasks(self) -> list[RegisterTask]:
        """Return the reports there are to make, and those made lately."""
        return self.page.sections.tasks

    def figure(self, name: str) -> str:
        """Return one of the figures: cash, tasks, next."""
        return self.page.sections.figures[name].figure.text()

    def tick_off(self) -> None:
        """Press the button of the one report."""
        (task,) = self.tasks()
        QTest.mouseClick(task.button, Qt.MouseButton.LeftButton)
        self.counter.settle()

    def export(self, target: Path) -> None:
        """Take the whole register out."""
        self.page.paper.list.export(target)
        self.counter.settle()
