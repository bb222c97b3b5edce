"""What was closed at the counter and stays on this PC: why, what was asked and answered, and its slip for the shop's file."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.application.records.due_diligence_slip import Slip
from desktop.ui.pages.base import Page
from desktop.ui.pages.live_line.slip import SlipPaper
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang, read_words
from desktop.ui.runtime.language import language
from desktop.ui.viewmodels.live_line.slip import slip_html
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.widgets.states import InlineError


class KeptPage(Page):
    """Escape goes back to the records."""

    route: ClassVar[str] = "kept"
    section: ClassVar[str] = "records"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.lang: Lang = "en" if language().code == "en" else "zh"
        self._alert_id = ""
        self.slip = SlipPaper(context, self.lang, lambda: self._alert_id, self)
        self.header = PageHeader(self.title(), self.tr("这一条只留在本机，没有提交。"))
        back = Button(self.tr("返回"), "secondary", "arrow-left")
        back.clicked.connect(context.navigator.back)
        self.header.buttons.addWidget(self.slip.menu)
        self.header.buttons.addWidget(back)
        self.error = InlineError()
        self.error.retried.connect(self._load)
        self.content = QLabel()
        self.content.setTextFormat(Qt.TextFormat.RichText)
        self.content.setWordWrap(True)
        self.content.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.card = Card(padding=20)
        self.card.body.addWidget(self.content)
        self.card.hide()
        area = ScrollArea()
        area.body.addWidget(self.card)
        area.body.addStretch(1)
        for part in (self.header, self.error):
            self.column.addWidget(part)
        self.column.addWidget(area, 1)

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("本机记录")

    def on_shown(self, **args: object) -> None:
        """Show one (`alert_id`)."""
        self._alert_id = str(args.get("alert_id") or self._alert_id)
        self._load()

    def arguments(self) -> dict[str, object] | None:
        """Return which one is shown."""
        return {"alert_id": self._alert_id}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.context.navigator.back()
        else:
            super().keyPressEvent(event)

    def _load(self) -> None:
        read, alert_id = self.context.services.paper.slip, self._alert_id
        self.context.tasks.run(lambda: read(alert_id), self._on_read, self._on_failed, owner=self)

    def _on_read(self, slip: Slip) -> None:
        if slip.line.alert_id != self._alert_id:
            return
        self.error.clear()
        self.content.setText(slip_html(slip, self.lang))
        self.content.setAccessibleName(self.title())
        self.card.show()

    def _on_failed(self, error: Exception) -> None:
        self.card.hide()
        self.error.show_error(self.tr("这一条没有读出来"), read_words(error, self.lang).sentence, self.tr("再试一次"))
