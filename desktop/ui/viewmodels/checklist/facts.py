"""What a checklist in hand holds beside its saving: answers, facts, situation, details."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from desktop.domain.alert.local_details import TYPED
from desktop.ui.viewmodels.checklist.rows import Block, blocks_of
from redflags import Answer, Definition, Facts


class ChecklistFacts(QObject):
    """The content of one draft as the screen works on it; `touched` asks for it to be saved when typing pauses."""

    touched = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.definition: Definition | None = None
        self.answers: dict[str, Answer] = {}
        self.tx: dict[str, object] = {}
        self.ctx: dict[str, object] = {}
        self.facts = Facts()
        self._details: dict[str, str] = {}

    def blocks(self) -> tuple[Block, ...]:
        """Return the questions to show now."""
        return blocks_of(self.definition, self.answers, self.facts.tx) if self.definition else ()

    def quick_answered(self) -> tuple[int, int]:
        """Return how many of the quick screen's questions are answered, and how many there are."""
        quick = self.definition.quick_screen if self.definition else ()
        return sum(1 for key in quick if key in self.answers), len(quick)

    def favourable(self, lang: str) -> tuple[str, ...]:
        """Return the words of what was answered in the customer's favour."""
        items = self.definition.mitigators if self.definition else {}
        return tuple(item.text.get(lang) for key, item in items.items() if self.answers.get(key) is Answer.YES)

    @property
    def details(self) -> Mapping[str, str]:
        """Return the alert's other fields and what stays on this PC, as typed."""
        return self._details

    def set_detail(self, key: str, text: str) -> None:
        """Keep a detail as typed; empty takes it away."""
        if self._details.get(key, "") == text:
            return
        rest = {name: value for name, value in self._details.items() if name != key}
        self._details = {**rest, key: text} if text else rest
        self.touched.emit()

    def typed(self) -> dict[str, str]:
        """Return what was typed for facts and could not be read, by the fact's key."""
        return {key.removeprefix(TYPED): text for key, text in self._details.items() if key.startswith(TYPED)}

    def set_typed(self, key: str, text: str) -> None:
        """Keep what was typed for a fact and could not be read; empty once it is understood."""
        self.set_detail(TYPED + key, text)
