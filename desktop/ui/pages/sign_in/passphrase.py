"""Opening a profile whose key is kept behind a passphrase, or choosing that passphrase on a new PC."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.pages.sign_in.gate import GatePage
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import LabelledLine
from desktop.ui.widgets.states import InlineError

SHORTEST = 8


class PassphrasePage(GatePage):
    """Asks for the passphrase; also says why a profile cannot be opened at all, and offers another try."""

    given = Signal(str)
    retried = Signal()
    restore_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, width=460)
        self._new = False
        self.title.setText(self.tr("打开本机资料"))
        self.subtitle.setText(self.tr("本机资料是加密保存的，请输入开机口令。口令由店长保管。"))
        self.card = Card(spacing=14)
        self.field = LabelledLine(self.tr("开机口令"))
        self.again = LabelledLine(self.tr("再输一遍"))
        for field in (self.field, self.again):
            field.edit.setEchoMode(QLineEdit.EchoMode.Password)
            field.edited.connect(self._forget_problems)
        self.field.edit.returnPressed.connect(self._on_first)
        self.again.edit.returnPressed.connect(self._on_given)
        self.again.hide()
        self.open_button = Button(self.tr("打开"), "primary", "key-round", large=True)
        self.open_button.clicked.connect(self._on_given)
        self.error = InlineError()
        self.error.retried.connect(self.retried)
        for part in (self.field, self.again, self.open_button):
            self.card.body.addWidget(part)
        self.restore = Button(self.tr("从备份恢复"), "secondary", "refresh-cw", large=True)
        self.restore.clicked.connect(self.restore_asked)
        self.content.addWidget(self.error)
        self.content.addWidget(self.card)
        self.content.addWidget(self.restore)
        self.restore.hide()

    def ask(self, sentence: str = "", next_step: str = "") -> None:
        """Ask for the passphrase, with what was wrong with the last one."""
        self.card.show()
        self.subtitle.show()
        self._set_busy(False)
        self.field.edit.clear()
        self.field.edit.setFocus()
        if sentence:
            self.error.show_error(sentence, next_step)
        else:
            self.error.clear()

    def choose(self) -> None:
        """A new PC: one is chosen, twice, for a slip in it would shut the shop's data away for good."""
        self._new = True
        self.title.setText(self.tr("定一个开机口令"))
        self.subtitle.setText(
            self.tr("这台电脑上的资料会加密保存，以后每次打开都要输入它。请写下来，和电脑分开放：忘了，谁也打不开。")
        )
        self.field.show_note(self.tr("至少 {n} 个字").format(n=SHORTEST))
        self.again.show()
        self.ask()

    def explain(self, sentence: str, next_step: str) -> None:
        """Say why the profile cannot be opened although no passphrase would help."""
        self.card.hide()
        # No words about typing something where nothing can be typed.
        self.subtitle.hide()
        self.error.show_error(sentence, next_step, self.tr("再试一次"))

    def offer_restore(self, offered: bool) -> None:
        """Offer a way out when the old data cannot be opened."""
        self.restore.setVisible(offered)

    def _on_first(self) -> None:
        if self._new:
            self.again.edit.setFocus()
        else:
            self._on_given()

    def _on_given(self) -> None:
        text = self.field.edit.text()
        if not text or not self.open_button.isEnabled() or (self._new and not self._chosen(text)):
            return
        self._set_busy(True)
        self.given.emit(text)

    def _chosen(self, text: str) -> bool:
        if len(text) < SHORTEST:
            self.field.show_problem(self.tr("口令太短，至少 {n} 个字。").format(n=SHORTEST))
            self.field.edit.setFocus()
            return False
        if text != self.again.edit.text():
            self.again.show_problem(self.tr("两次输入的不一样，请再输一遍。"))
            self.again.edit.clear()
            self.again.edit.setFocus()
            return False
        return True

    def _forget_problems(self) -> None:
        self.again.show_problem("")
        if self._new:
            self.field.show_note(self.tr("至少 {n} 个字").format(n=SHORTEST))

    def _set_busy(self, busy: bool) -> None:
        self.open_button.setEnabled(not busy)
        ready = self.tr("定下并打开") if self._new else self.tr("打开")
        self.open_button.set_words(self.tr("正在打开…") if busy else ready)
