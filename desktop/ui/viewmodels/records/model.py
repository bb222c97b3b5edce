"""The records page's state: tab, checklist, search, totals and the lazily filled list."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop.application.changes import Changes, Kind, changed
from desktop.application.read_models import RecordFilter, RecordPage, RecordRow
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang, error_words, read_words
from desktop.ui.runtime.language import language
from desktop.ui.viewmodels.records.row import row_words
from desktop.ui.viewmodels.records.table import PAGE_SIZE, RecordsModel

TABS: Final = ("all", "waiting", "open", "reward", "closed")
_TOUCHES: Final = changed(Kind.ALERTS, Kind.OUTBOX, Kind.CASES, Kind.REWARDS)
_WISHES_KEPT: Final = 3


class RecordsViewModel(QObject):
    """Fetches one page at a time off the UI thread; of what was scrolled past quickly only the last pages are fetched."""

    page_changed = Signal()
    state_changed = Signal(str)  # loading | ready | empty | no-match | error

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lang: Lang = "en" if language().code == "en" else "zh"
        self.model = RecordsModel(self._spoken, self)
        self.model.page_wanted.connect(self.on_page_wanted)
        self.filter = RecordFilter()
        self.page: RecordPage | None = None
        self.state = "loading"
        self.error_sentence = ""
        self._generation = 0
        self._wishes: list[int] = []
        self._busy = False

    @property
    def wanted(self) -> RecordFilter:
        """Return what is asked for: the filter on the screen, with the rewards of whoever is signed in and of nobody else."""
        return replace(self.filter, member_id=self._context.member_id)

    def start(self, wanted: RecordFilter | None = None) -> None:
        """Show the list from its beginning, under another filter if one is given."""
        self.filter = wanted or self.filter
        self._begin()

    def again(self) -> None:
        """Read the list once more."""
        self._begin()

    def set_tab(self, tab: str) -> None:
        """Show another tab."""
        if tab != self.filter.tab:
            self.filter = replace(self.filter, tab=tab)
            self._begin()

    def set_setting(self, setting: str) -> None:
        """Show the records of one checklist only; of all of them with nothing."""
        if (setting or None) != self.filter.setting:
            self.filter = replace(self.filter, setting=setting or None)
            self._begin()

    def set_text(self, text: str) -> None:
        """Search for a text; the field calls this when typing pauses."""
        if text.strip() != self.filter.text:
            self.filter = replace(self.filter, text=text.strip())
            self._begin()

    def words_of(self, error: Exception) -> str:
        """Return the sentence for a failure."""
        return error_words(error, self._lang).sentence

    def on_changed(self, kinds: Changes) -> None:
        """Look again at what is shown after records were touched."""
        if kinds & _TOUCHES:
            self.refresh()

    def refresh(self) -> None:
        """Read again what is on the screen, without losing the place."""
        self._generation += 1
        self._wishes.clear()
        self.model.mark_stale()
        self.on_page_wanted(0)

    def on_page_wanted(self, page: int) -> None:
        """Queue a page; the newest wish is served first."""
        if page in self._wishes:
            self._wishes.remove(page)
        self._wishes.append(page)
        while len(self._wishes) > _WISHES_KEPT:
            self.model.forget_wish(self._wishes.pop(0))
        self._serve()

    def _begin(self) -> None:
        self._generation += 1
        self._wishes.clear()
        self.model.start_over()
        self._set_state("loading")
        self.on_page_wanted(0)

    def _serve(self) -> None:
        if self._busy or not self._wishes:
            return
        page = self._wishes.pop()
        self._busy = True
        query = partial(self._context.services.records, self.wanted, page * PAGE_SIZE, PAGE_SIZE)
        self._context.tasks.run(
            query,
            partial(self._on_page, self._generation, page),
            partial(self._on_failed, self._generation),
            owner=self,
        )

    def _on_page(self, generation: int, number: int, page: RecordPage) -> None:
        self._busy = False
        if generation == self._generation:
            self.page = page
            self.model.put_page(number, page.rows, page.total)
            self.page_changed.emit()
            narrowed = self.filter != RecordFilter()
            self._set_state("ready" if page.total else ("no-match" if narrowed else "empty"))
        self._serve()

    def _on_failed(self, generation: int, error: Exception) -> None:
        self._busy = False
        if generation == self._generation:
            self._wishes.clear()
            self.error_sentence = read_words(error, self._lang).sentence
            self._set_state("error")
        else:
            self._serve()

    def _set_state(self, state: str) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _spoken(self, row: RecordRow) -> str:
        return row_words(row, self._context.now(), self._lang).spoken
