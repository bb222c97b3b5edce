"""Taking a list out of the program off the screen's thread: how far it is, stopping it, and the words at its end."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop.application.paper_port import Exported, TableSink, Told
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang, error_words
from desktop.ui.runtime.kept_files import place_of
from desktop.ui.runtime.language import language

OpenSink = Callable[[], TableSink]
Write = Callable[[Told], Exported]


class TableExport(QObject):
    """One export at a time; it goes on when its page is built anew and ends when the profile closes."""

    progressed = Signal(int, int)  # rows written, rows in all
    ended = Signal(str, int)  # done | stopped | failed, and how many rows
    _wrote = Signal(int, int)

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.done = self.total = 0
        self.lang: Lang = "en" if language().code == "en" else "zh"
        self.running = False
        self.error_sentence = ""
        self._stop = threading.Event()
        self._wrote.connect(self._on_progress)

    def words_of(self, rows: int) -> str:
        """Return what is said of so many rows."""
        return self.tr("已导出 {0} 条", "", rows).format(f"{rows:,}")

    def write(self, work: Write, file: Path | None) -> None:
        """Write into a file, or on paper without one; nothing happens while another export runs."""
        if self.running:
            return
        self.running = True
        self._stop.clear()
        self._on_progress(0, 0)
        told = self._told
        self._context.tasks.run(lambda: work(told), lambda made: self._on_done(made, file), self._on_failed, owner=self)

    def stop(self) -> None:
        """End it after the rows under way; nothing of the file is kept."""
        self._stop.set()

    def _told(self, done: int, total: int) -> bool:
        # On the writing thread: signals queue themselves; a page that is gone, or a program that ends, stops the work.
        if self._stop.is_set() or self._context.tasks.closing or not isValid(self):
            return False
        self._wrote.emit(done, total)
        return True

    def _on_progress(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        self.progressed.emit(done, total)

    def _on_done(self, made: Exported, file: Path | None) -> None:
        self.running = False
        if made.stopped:
            self._context.navigator.toast(self.tr("已停止，没有留下文件"), tone="warn")
        else:
            words = self.words_of(made.rows)
            if file is not None and made.rows:
                words = self.tr("{what}，在 {place}").format(what=words, place=place_of(file))
            self._context.navigator.toast(words, file=file)
        self.ended.emit("stopped" if made.stopped else "done", made.rows)

    def _on_failed(self, error: Exception) -> None:
        self.running = False
        self.error_sentence = error_words(error, self.lang).sentence
        self._context.navigator.toast(self.error_sentence, tone="danger")
        self.ended.emit("failed", 0)


E = TypeVar("E", bound=TableExport)


def the_export(kind: type[E], context: UiContext) -> E:
    """Return the profile's one export of a kind: a page built anew, in another language say, finds it still running."""
    known = context.tasks.findChild(kind)
    found = known if isinstance(known, kind) else kind(context, context.tasks)
    if not found.running:
        found.lang = "en" if language().code == "en" else "zh"
    return found
