"""Opening a profile whose key is kept behind a passphrase."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.pages.sign_in.gate import GatePage
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import LabelledLine
from desktop.ui.widgets.states import InlineError


class PassphrasePage(GatePage):
    """Asks for the passphrase; also says why a profile cannot be opened at all, and offers another try."""

    given = Signal(str)
    retried = Signal()
    restore_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, width=460)
        self.title.setText(self.tr("打开本机资料"))
        self.subtitle.setText(self.tr("本机资料是加密保存的，请输入开机口令。口令由店长保管。"))
        self.card = Card(spacing=14)
        self.field = LabelledLine(self.tr("开机口令"))
        self.field.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.edit.returnPressed.connect(self._on_given)
        self.open_button = Button(self.tr("打开"), "primary", "key-round", large=True)
        self.open_button.clicked.connect(self._on_given)
        self.error = InlineError()
        self.error.retried.connect(self.retried)
        self.card.body.addWidget(self.field)
        self.card.body.addWidget(self.open_button)
        self.restore = Button(self.tr("从备份恢复"), "secondary", "refresh-cw", large=True)
        self.restore.clicked.connect(self.restore_asked)
        self.content.addWidget(self.error)
        self.content.addWidget(self.card)
        self.content.addWidget(self.restore)
        self.restore.hide()

    def ask(self, sentence: str = "", next_step: str = "") -> None:
        """Ask for the passphrase, with what was wrong with the last one."""
        self.card.show()
        self._set_busy(False)
        self.field.edit.clear()
        self.field.edit.setFocus()
        if sentence:
            self.error.show_error(sentence, next_step)
        else:
            self.error.clear()

    def explain(self, sentence: str, next_step: str) -> None:
        """Say why the profile cannot be opened although no passphrase would help."""
        self.card.hide()
        self.error.show_error(sentence, next_step, self.tr("再试一次"))

    def offer_restore(self, offered: bool) -> None:
        """Offer a way out when the old data cannot be opened."""
        self.restore.setVisible(offered)

    def _on_given(self) -> None:
        text = self.field.edit.text()
        if text and self.open_button.isEnabled():
            self._set_busy(True)
            self.given.emit(text)

    def _set_busy(self, busy: bool) -> None:
        self.open_button.setEnabled(not busy)
        self.open_button.set_words(self.tr("正在打开…") if busy else self.tr("打开"))
