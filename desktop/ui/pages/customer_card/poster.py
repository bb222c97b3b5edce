"""A card on paper: which size, and where to save it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.runtime.context import UiContext
from desktop.ui.viewmodels.learn.customer_card import CustomerCardViewModel
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choices import Segmented
from desktop.ui.widgets.file_choice import ask_where_to_save
from desktop.ui.widgets.paper.poster import save_poster


class PosterCard(Card):
    """Emits `saved(path)` or `failed`; the dialog for the file stops nothing else."""

    saved = Signal(object)  # Path
    failed = Signal()

    def __init__(self, context: UiContext, model: CustomerCardViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=18, spacing=10)
        self._context, self._model = context, model
        self.paper = Segmented((("A4", "A4", ""), ("A5", "A5", "")), self.tr("纸张"))
        self.paper.set_value("A4")
        self.button = Button(self.tr("存成可打印的 PDF"), "secondary", "printer")
        self.button.clicked.connect(self._on_save)
        self.body.addWidget(label(self.tr("打印成海报"), "heading"))
        for widget in (label(self.tr("带二维码，扫了只看到这段文字。"), "faint"), self.paper, self.button):
            self.body.addWidget(widget)

    def save(self, path: Path) -> None:
        """Write the poster to a file, off the UI thread."""
        words, size = self._model.words, self.paper.value()
        if words is None:
            return
        self.button.setEnabled(False)
        self._context.tasks.run(lambda: save_poster(path, words, size), self._on_saved, self._on_failed, owner=self)

    def _on_save(self) -> None:
        if self._model.card is None:
            return
        number, _count = self._model.place
        name = self.tr("提示卡") + f"-{number:02d}-{self.paper.value()}.pdf"
        ask_where_to_save(self, self.tr("存成可打印的 PDF"), name, "PDF (*.pdf)", self.save)

    def _on_saved(self, path: Path) -> None:
        self.button.setEnabled(True)
        self.saved.emit(path)

    def _on_failed(self, _error: Exception) -> None:
        self.button.setEnabled(True)
        self.failed.emit()
