"""Moving about a long checklist by its parts, and knowing in which of them one is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.checklist.question_list import QuestionList
from desktop.ui.widgets.checklist.section_strip import SectionStrip
from desktop.ui.widgets.checklist.transaction_form import TransactionForm
from desktop.ui.widgets.reading_order import stops
from desktop.ui.widgets.scroll_area import ScrollArea

_AIR = 4


@dataclass(frozen=True)
class Part:
    """What stands above or below the questions; it begins with the first widget. Keys begin with a colon: no section has such an id."""

    key: str
    words: str
    widgets: tuple[QWidget, ...]


class ChecklistSections(QObject):
    """PgUp and PgDn go from part to part, round and round; a touch on a name goes there.

    In a part of questions the keyboard lands on the first one not answered yet.
    """

    def __init__(self, page: QWidget, strip: SectionStrip, view: ScrollArea) -> None:
        super().__init__(page)
        self._strip, self._view = strip, view
        self._above: Sequence[Part] = ()
        self._below: Sequence[Part] = ()
        self._questions: QuestionList | None = None
        self._form: TransactionForm | None = None
        self._wanted = self._aim = ""
        strip.chosen.connect(self.go)
        strip.stepped.connect(self.step)
        # What was just shown has its place only after the layout has run.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._follow)
        view.verticalScrollBar().valueChanged.connect(self._look_soon)
        view.verticalScrollBar().rangeChanged.connect(self._look_soon)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._look_soon)
        for key, step in ((Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, 1)):
            shortcut = QShortcut(QKeySequence(key), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda s=step: self.step(s))

    def begin(self, above: Sequence[Part], questions: QuestionList, below: Sequence[Part]) -> None:
        """Follow another checklist."""
        self._above, self._questions, self._below, self._wanted = above, questions, below, ""
        self._form = None
        questions.grown.connect(self._on_grown)
        questions.focused.connect(self._on_focused)

    def aim(self, fact: str) -> None:
        """Once the next checklist is there, begin at one of its transaction facts instead of the first open question."""
        self._aim = fact

    def aimed(self, form: TransactionForm | None) -> bool:
        """Go where it was aimed at; False when it was not."""
        if not self._aim or form is None:
            self._aim = ""
            return False
        self._form = form
        self._hit()
        return True

    def _hit(self) -> None:
        form, questions = self._form, self._questions
        if not self._aim or form is None or questions is None or not questions.complete:
            return
        fact, self._aim = self._aim, ""
        self.go(":transaction")
        if (control := form.control(fact)) is not None:
            control.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._view.keep_in_sight(control)

    def step(self, step: int) -> None:
        """Go to the part before or after."""
        keys = self._strip.order()
        if keys:
            place = keys.index(self._strip.current) if self._strip.current in keys else 0
            self.go(keys[(place + step) % len(keys)])

    def go(self, key: str) -> None:
        """Put a part at the top of the view and the keyboard into it; a question not made yet is waited for."""
        self._wanted = ""
        part = next((part for part in (*self._above, *self._below) if part.key == key), None)
        if part in self._below and self._questions is not None and not self._questions.complete:
            # What is made above it would push it out of sight again.
            self._wanted = key
        elif part is not None:
            inside = [stop for widget in part.widgets for stop in stops(widget)]
            self._show(part.widgets[0], inside[0] if inside else None)
        elif self._questions is not None:
            head, card = self._questions.heading(key), self._questions.entry(key)
            if head is None or card is None:
                self._wanted = key
            else:
                self._show(head, card)
        self._strip.mark(key)

    def _show(self, head: QWidget, inside: QWidget | None) -> None:
        if inside is not None:
            inside.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._view.body.activate()
        self._view.verticalScrollBar().setValue(self._top(head) - theme().px(_AIR))
        if inside is not None:
            # In a long part what has the keyboard is further down than its title.
            self._view.keep_in_sight(inside)

    def _on_focused(self, item: str) -> None:
        card = self._questions.card(item) if self._questions is not None else None
        if card is not None:
            self._view.keep_in_sight(card)

    def _on_grown(self) -> None:
        questions = self._questions
        if questions is None:
            return
        self._strip.show_parts(
            [
                *((part.key, part.words) for part in self._above),
                *questions.parts(),
                *((part.key, part.words) for part in self._below),
            ]
        )
        if self._wanted:
            self.go(self._wanted)
        self._hit()

    def _look_soon(self, *_said: object) -> None:
        self._soon.start(0)

    def _follow(self) -> None:
        """The part with the keyboard if one can see it, else the one at the top of the view."""
        if self._questions is None or self._wanted:
            return
        keys = self._strip.order()
        key = self._with_keyboard() or self._at_top()
        if key in keys and key != self._strip.current:
            self._strip.mark(key)

    def _with_keyboard(self) -> str:
        focus = QApplication.focusWidget()
        if focus is None or self._questions is None or focus.visibleRegion().isEmpty():
            return ""
        if self._questions.isAncestorOf(focus):
            return self._questions.part_of(focus)
        for part in (*self._above, *self._below):
            if any(widget.isAncestorOf(focus) for widget in part.widgets):
                return part.key
        return ""

    def _at_top(self) -> str:
        questions = self._questions
        if questions is None:
            return ""
        bar = self._view.verticalScrollBar()
        line = bar.value() + self._view.viewport().height() // 3
        heads = [(part.key, part.widgets[0]) for part in self._above]
        heads += [(key, head) for key, _words in questions.parts() if (head := questions.heading(key)) is not None]
        heads += [(part.key, part.widgets[0]) for part in self._below]
        if bar.value() == bar.maximum() > 0:
            return heads[-1][0]
        passed = [key for key, head in heads if head.isVisible() and self._top(head) <= line]
        return passed[-1] if passed else ""

    def _top(self, widget: QWidget) -> int:
        return widget.mapTo(self._view.canvas, QPoint(0, 0)).y()
