"""The lower edge of the checklist: how far, whether it is saved, and the three ways it may end."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.ui.runtime.hot_keys import hot_keys
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label, set_property
from desktop.ui.widgets.button import Button


class ChecklistFooter(QFrame):
    """Progress at the left, the truth about saving in the middle, the ends at the right."""

    release_asked = Signal()
    noted = Signal()
    report_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self.progress = label("", wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(theme().px(220))
        self.saved = label("", "faint")
        key = hot_keys().text("release")
        self.release = Button(f"{self.tr('放行')}  {key}", "secondary", "check", name=self.tr("放行"), large=True)
        self.note = Button(self.tr("只记录"), "secondary", "pencil", large=True)
        self.report = Button(self.tr("去上报"), "primary", "send", large=True)
        self.release.clicked.connect(self.release_asked)
        self.note.clicked.connect(self.noted)
        self.report.clicked.connect(self.report_asked)
        left = QVBoxLayout()
        left.setSpacing(theme().px(6))
        left.addWidget(self.progress)
        left.addWidget(self.bar)
        self.about = label("", "faint")
        self.about.hide()
        self._middle = QVBoxLayout()
        self._middle.setSpacing(theme().px(2))
        self._middle.addWidget(self.saved)
        self._middle.addWidget(self.about)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(theme().px(28), theme().px(14), theme().px(28), theme().px(14))
        self._lines.setSpacing(theme().px(8))
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addLayout(left, 2)
        row.addLayout(self._middle, 3)
        self._lines.addLayout(row)
        for button in (self.release, self.note, self.report):
            row.addWidget(button)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many of the quick questions are answered."""
        self.progress.setText(self.tr("已答 {n} / {m}").format(n=done, m=total))
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        self.bar.setAccessibleName(self.progress.text())

    def show_saved(self, state: str, sentence: str) -> None:
        """Say whether what is on the screen is on the disk; `state` is new, saving, saved or failed."""
        words = {
            "new": self.tr("回答后自动保存在本机"),
            "saving": self.tr("正在保存…"),
            "saved": self.tr("已保存在本机"),
            "failed": self.tr("未保存：{why}").format(why=sentence),
        }
        # What went wrong is a whole sentence: beside the buttons it would stand in six short lines.
        home = self._lines if state == "failed" else self._middle
        if home.indexOf(self.saved) < 0:
            home.insertWidget(0, self.saved)
        self.saved.setText(words[state])
        set_property(self.saved, "tone", "danger" if state == "failed" else "")

    def show_about(self, sentence: str) -> None:
        """Say one quiet thing about the checklists themselves, empty when all is well."""
        self.about.setText(sentence)
        self.about.setVisible(bool(sentence))
