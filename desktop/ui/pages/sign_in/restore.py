"""A profile out of a backup, on a new PC or when the old data cannot be opened."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.pages.sign_in.gate import GatePage
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import LabelledLine
from desktop.ui.widgets.file_choice import ask_for_file
from desktop.ui.widgets.settings.rows import WorkBar, beside, buttons
from desktop.ui.widgets.states import InlineError


class RestorePage(GatePage):
    """File and passphrase; says beforehand what will be there afterwards and what will not."""

    asked = Signal(str, str)  # file, passphrase
    stop_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, width=560)
        self.title.setText(self.tr("从备份恢复"))
        self.subtitle.setText(self.tr("整个备份先核对一遍，没有问题才动这台电脑上的资料；原来有的移到旁边，不会删掉。"))
        self.error = InlineError()
        self.file = LabelledLine(self.tr("备份文件"), self.tr("U 盘上以 .cwbackup 结尾的文件"))
        self.passphrase = LabelledLine(self.tr("备份口令"), self.tr("做备份时定的那一个"))
        self.passphrase.edit.setEchoMode(QLineEdit.EchoMode.Password)
        choose = Button(self.tr("选择…"), "secondary", "file-text", name=self.tr("选择备份文件"))
        choose.clicked.connect(self._on_choose)
        self.start = Button(self.tr("核对并恢复"), "primary", "refresh-cw", large=True)
        self.back = Button(self.tr("返回"), "secondary", "arrow-left", large=True)
        self.bar = WorkBar(self.tr("正在核对和恢复…"))
        self.start.clicked.connect(self.submit)
        self.back.clicked.connect(self.left)
        self.bar.stop_asked.connect(self.stop_asked)
        for field in (self.file, self.passphrase):
            field.edit.returnPressed.connect(self.submit)
        card = Card(spacing=14)
        card.body.addWidget(beside(self.file, choose))
        card.body.addWidget(self.passphrase)
        card.body.addLayout(buttons(self.start, self.back))
        card.body.addWidget(self.bar)
        self.content.addWidget(self.error)
        self.content.addWidget(card)
        self.content.addWidget(self._what_happens())

    def submit(self) -> None:
        """Hand it over; problems stand under their fields."""
        file, passphrase = self.file.text(), self.passphrase.edit.text()
        self.file.show_problem("" if file else self.tr("请选择备份文件。"))
        self.passphrase.show_problem("" if passphrase else self.tr("请输入备份口令。"))
        if file and passphrase and self.start.isEnabled():
            self.error.clear()
            self.show_busy(True)
            self.asked.emit(file, passphrase)

    def show_busy(self, busy: bool) -> None:
        """Show that it is under way, or that another try may begin."""
        self.start.setEnabled(not busy)
        self.back.setEnabled(not busy)
        self.bar.show_busy(busy)

    def show_failure(self, what: str, todo: str) -> None:
        """Say why it did not work; what was typed stays."""
        self.show_busy(False)
        self.error.show_error(what, todo)
        self.passphrase.edit.setFocus()

    def _what_happens(self) -> Card:
        card = Card(tone="flat", spacing=8)
        for words in (
            self.tr("恢复出来的资料会先和值班台核对：送出过的不会再送第二遍，没送达的接着送。"),
            self.tr("备份以后才上报的，值班台那里都有，但不会出现在这里的记录里。"),
            self.tr("没有系统钥匙串的电脑，以后的开机口令就是这个备份口令。"),
            self.tr("旧电脑不要再用；丢了的，请值班台停用它。"),
        ):
            card.body.addWidget(label(words, "muted"))
        return card

    def _on_choose(self) -> None:
        ask_for_file(self, self.tr("选择备份文件"), "*.cwbackup", self.file.set_text, self.file.text())
