"""The top of a page: title, one line under it, actions at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button


class PageHeader(QWidget):
    """Title and subtitle; put buttons into `buttons`, small things behind the subtitle into `beside`. The question mark says `help_asked`."""

    help_asked = Signal()

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brief = False
        self.title = label(title, "title")
        # Without a subtitle nothing else keeps the room at its right: the buttons' row would take it and break the title.
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.subtitle = label(subtitle, "muted")
        if not subtitle:
            self.subtitle.hide()
        self.beside = QHBoxLayout()
        self.beside.setSpacing(theme().px(6))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme().px(10))
        words = QVBoxLayout()
        words.setSpacing(theme().px(4))
        words.addWidget(self.title)
        second = QHBoxLayout()
        second.setSpacing(theme().px(12))
        second.addWidget(self.subtitle, 1)
        second.addLayout(self.beside)
        words.addLayout(second)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(20))
        row.addLayout(words, 1)
        row.addLayout(self.buttons)
        row.setAlignment(self.buttons, Qt.AlignmentFlag.AlignTop)
        self.help = Button("", "ghost", "circle-help", name=self.tr("这一页的帮助"))
        self.help.clicked.connect(self.help_asked)
        row.addWidget(self.help, 0, Qt.AlignmentFlag.AlignTop)

    def set_brief(self, brief: bool) -> None:
        """Leave out the second line where a low window needs its room, or show it again."""
        self._brief = brief
        self.subtitle.setVisible(bool(self.subtitle.text()) and not brief)

    def set_texts(self, title: str, subtitle: str = "") -> None:
        """Show another title and subtitle."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle) and not self._brief)
