"""One line the station did not take: what it said, why not, and the two things one can do about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label, set_property
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_label import IconText

LONGEST = 500


class RefusedLineCard(Card):
    """Emits `resent(text)` with the words put right, or `dropped`."""

    resent = Signal(str)
    dropped = Signal()

    def __init__(self, quote: str, editable: str, when: str, why: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone="warn", padding=18, spacing=10)
        title = self.tr("这一条没有被接收，警方没有收到")
        head = QHBoxLayout()
        head.setSpacing(theme().px(10))
        head.addWidget(IconText("triangle-alert", title, "warn", "strong"), 1)
        head.addWidget(label(when, "faint", wrap=False))
        self.body.addLayout(head)
        self.quote = label(self.tr("「{words}」").format(words=quote), "lead")
        self.body.addWidget(self.quote)
        self.why = label(why, "muted")
        self.body.addWidget(self.why)
        self.edit = QLineEdit(editable)
        self.edit.setMaxLength(LONGEST)
        self.edit.setAccessibleName(self.tr("改好的内容"))
        self.edit.setPlaceholderText(self.tr("改好后在这里写"))
        self.edit.returnPressed.connect(self._on_resend)
        self.resend = Button(self.tr("改后再发"), "primary", "send")
        self.resend.clicked.connect(self._on_resend)
        self.drop = Button(self.tr("不再发"), "secondary")
        self.drop.clicked.connect(self.dropped)
        row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        row.addWidget(self.edit, 1)
        row.addWidget(self.resend)
        row.addWidget(self.drop)
        self.body.addLayout(row)
        self.problem = label("", "small", "danger")
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.edit.textEdited.connect(lambda _text: self.show_problem(""))
        self.setAccessibleName(f"{title} {quote} {why}")

    def show_problem(self, sentence: str) -> None:
        """Say why it was not done; what was typed stays. Empty takes it away."""
        self.show_busy(busy=False)
        set_property(self.edit, "invalid", "true" if sentence else "false")
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if sentence:
            self.edit.setFocus()

    def show_busy(self, *, busy: bool) -> None:
        """While one of the two is being done neither can be begun."""
        for button in (self.resend, self.drop):
            button.setEnabled(not busy)

    def _on_resend(self) -> None:
        if not self.resend.isEnabled():
            return
        if self.edit.text().strip():
            self.resent.emit(self.edit.text().strip())
        else:
            self.edit.setFocus()
