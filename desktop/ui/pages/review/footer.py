"""The lower edge of the review page: whether it is saved, what is still missing, and the one button that sends."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.error_text import Lang
from desktop.ui.runtime.hot_keys import hot_keys
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.review.fields import spec_of
from desktop.ui.viewmodels.review.model import AlertReviewViewModel
from desktop.ui.viewmodels.review.problems import as_on_the_page
from desktop.ui.widgets.basics import label, set_property
from desktop.ui.widgets.button import Button


class ReviewFooter(QWidget):
    """Emits `sent` from the only button of the app that sends a checklist, `first_asked` to go to what is missing."""

    sent = Signal()
    first_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.saved = label("", "strong")
        self.truth = label(self.tr("离线也可以提交，联网后自动送达。"), "faint")
        self.send = Button(self.tr("提交"), "primary", "send", large=True)
        self.send.setToolTip(hot_keys().text("submit"))
        self.send.clicked.connect(self.sent)
        self.first = Button(self.tr("去第一项"), "secondary", "pencil")
        self.first.clicked.connect(self.first_asked)
        self.first.hide()
        words = QVBoxLayout()
        words.setSpacing(theme().px(2))
        words.addWidget(self.saved)
        words.addWidget(self.truth)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme().px(10), 0, theme().px(14))
        row.setSpacing(theme().px(16))
        row.addLayout(words, 1)
        row.addWidget(self.first)
        row.addWidget(label(hot_keys().text("submit"), "kbd", wrap=False), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.send)

    def show_state(self, view_model: AlertReviewViewModel) -> None:
        """Say what is true: submitting, not saved and why, still missing, or saved."""
        missing = as_on_the_page(view_model.blocking(), view_model.all_groups())
        self.send.setEnabled(not view_model.submitting and view_model.draft is not None)
        text, tone = self._words(view_model, missing)
        self.saved.setText(text)
        self.first.setVisible(bool(missing) and not view_model.submitting and view_model.draft is not None)
        set_property(self.saved, "tone", tone)

    def _words(self, view_model: AlertReviewViewModel, missing: tuple[str, ...]) -> tuple[str, str]:
        if view_model.submitting:
            return self.tr("正在提交…"), ""
        if view_model.draft is None:
            return "", ""
        if view_model.saving == "unsaved":
            return self.tr("未保存：{0}").format(view_model.error_sentence), "danger"
        if missing:
            count, names = len(missing), self._names(missing, view_model.lang)
            said = self.tr("还有 {0} 项要填或要改：{1}") if names else self.tr("还有 {0} 项要填或要改")
            return said.format(count, names), "warn"
        if view_model.saving in ("dirty", "saving"):
            return self.tr("正在保存…"), ""
        return self.tr("已保存，可以提交"), "ok"

    @staticmethod
    def _names(keys: tuple[str, ...], lang: Lang) -> str:
        specs = [spec for spec in map(spec_of, keys) if spec is not None]
        return ("、" if lang == "zh" else ", ").join(spec.label.get(lang) for spec in specs)
