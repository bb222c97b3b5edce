"""The bulletins page's state: what is shown, what is open, and that an open one was seen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop.application.bulletin_models import BulletinRow, BulletinShelf
from desktop.application.changes import Changes, Kind, changed
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords, Lang, error_words, read_words
from desktop.ui.runtime.language import language
from desktop.ui.viewmodels.bulletins.words import matches

_TOUCHES: Final = changed(Kind.BULLETINS)
MOST_AREAS = 6


class BulletinsViewModel(QObject):
    """Reads off the UI thread; `loaded` after each reading, `failed` with words when it could not be read.

    A notice counts as read once it stayed on the screen from one tick of the page's clock to the next: passing over it with the
    arrow keys is not reading.
    """

    loaded = Signal()
    failed = Signal(object)  # ErrorWords: could not be read
    not_marked = Signal(object)  # ErrorWords: that one was seen could not be kept

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lang: Lang = "en" if language().code == "en" else "zh"
        self.shelf: BulletinShelf | None = None
        self.tab, self.area, self.text = "all", "", ""
        self.open_id = ""
        self._seen_at_tick = ""
        self._marking = ""

    def load(self) -> None:
        """Read them all."""
        self._context.tasks.run(self._context.services.bulletins.shelf, self._on_loaded, self._on_failed, owner=self)

    def on_changed(self, kinds: Changes) -> None:
        """Look again when one came or was read."""
        if kinds & _TOUCHES:
            self.load()

    def rows(self) -> tuple[BulletinRow, ...]:
        """Return what the filters leave, the newest first; the open one stays although it is read now."""
        shelf = self.shelf.rows if self.shelf else ()
        return tuple(
            row
            for row in shelf
            if matches(row, self.tab, self.area, self.text)
            or (self.tab == "unread" and row.bulletin_id == self.open_id and matches(row, "all", self.area, self.text))
        )

    def areas(self) -> tuple[str, ...]:
        """Return the areas notices were for, as often as they come up, at most six."""
        counts: dict[str, int] = {}
        for row in self.shelf.rows if self.shelf else ():
            if row.area:
                counts[row.area] = counts.get(row.area, 0) + 1
        return tuple(sorted(counts, key=lambda area: (-counts[area], area))[:MOST_AREAS])

    def opened(self) -> BulletinRow | None:
        """Return the notice now open, None when it is not among those shown."""
        return next((row for row in self.rows() if row.bulletin_id == self.open_id), None)

    def open_first(self) -> None:
        """Open the first notice shown, when none is open."""
        shown = self.rows()
        if self.opened() is None:
            self.open_id = shown[0].bulletin_id if shown else ""

    def tick(self) -> None:
        """A second passed with the page before a person: what was open already before is read."""
        row = self.opened()
        before, self._seen_at_tick = self._seen_at_tick, row.bulletin_id if row else ""
        if row is None or row.read_at is not None or before != row.bulletin_id or self._marking == row.bulletin_id:
            return
        self._marking = row.bulletin_id
        session, name = self._context.session, row.bulletin_id
        self._context.tasks.run(
            lambda: self._context.services.bulletins.mark_read(name, session), None, self._on_not_marked, owner=self
        )

    def look_away(self) -> None:
        """The page is no longer before a person."""
        self._seen_at_tick = ""

    def _on_loaded(self, shelf: BulletinShelf) -> None:
        self.shelf = shelf
        self._marking = ""
        self.loaded.emit()

    def _on_not_marked(self, error: Exception) -> None:
        # Not tried again before the notice is opened anew: a full disk is said once and not every second.
        self.not_marked.emit(error_words(error, self.lang))

    def _on_failed(self, error: Exception) -> None:
        words: ErrorWords = read_words(error, self.lang)
        self.failed.emit(words)
