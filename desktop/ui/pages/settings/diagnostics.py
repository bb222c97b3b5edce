"""The diagnostics file: shown whole before it is saved, so that everybody sees what is in it."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.domain.alert.times import CHINA
from desktop.ui.pages.settings.section import Section
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.kept_files import place_of
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.settings.job import Job
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.file_choice import ask_where_to_save
from desktop.ui.widgets.paper.printing import save_beside
from desktop.ui.widgets.settings.rows import buttons, heading


class _LongText(QPlainTextEdit):
    """A text as high as a page has room for."""

    def sizeHint(self) -> QSize:
        """Return a good height; the style sheet decides the least."""
        return QSize(theme().px(400), theme().px(420))


class DiagnosticsSection(Section):
    """Versions, counts, ages and settings; no names, numbers, texts or amounts of anybody."""

    key: ClassVar[str] = "diagnostics"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.job = Job(context, self)
        card = self.add_card(12)
        card.body.addWidget(heading(self.tr("给帮忙的人看的诊断文件")))
        words = self.tr(
            "只有版本、数量、时间长短和设置；没有姓名、电话、证件、经过、金额和店铺地址。下面就是文件的全部内容，先看再存。"
        )
        card.body.addWidget(label(words, "muted"))
        self.make = Button(self.tr("生成"), "primary", "refresh-cw")
        self.save = Button(self.tr("存成文件…"), "secondary", "save")
        self.make.clicked.connect(self._on_make)
        self.save.clicked.connect(self._on_save)
        self.save.setEnabled(False)
        card.body.addLayout(buttons(self.make, self.save))
        self.text = _LongText()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("诊断文件的内容"))
        self.text.setPlaceholderText(self.tr("按「生成」，内容先显示在这里"))
        card.body.addWidget(self.text)
        self.job.failed.connect(self.show_failure)
        self.job.busy_changed.connect(self._on_busy)

    def save_to(self, target: Path) -> None:
        """Write exactly what is shown."""
        content = self.text.toPlainText().encode()
        self.job.run(lambda: save_beside(target, content), lambda _path: self._on_saved(target))

    def _on_make(self) -> None:
        self.error.clear()
        self.job.run(self.context.services.care.diagnostics, self._show, reading=True)

    def _on_busy(self, busy: bool) -> None:
        self.make.setDisabled(busy)
        self.save.setEnabled(not busy and bool(self.text.toPlainText()))

    def _show(self, text: str) -> None:
        self.text.setPlainText(text)
        self.save.setEnabled(True)

    def _on_save(self) -> None:
        name = f"counterwatch-diagnostics-{self.context.now().astimezone(CHINA):%Y%m%d-%H%M}.json"
        ask_where_to_save(self, self.tr("存成文件"), name, "JSON (*.json)", self.save_to)

    def _on_saved(self, target: Path) -> None:
        self.error.clear()
        self.context.navigator.toast(self.tr("已存到 {0}").format(place_of(target)), file=target)
