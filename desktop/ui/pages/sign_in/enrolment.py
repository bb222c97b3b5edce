"""Joining: a fresh profile becomes a shop's terminal with the address and code from the duty desk."""

from __future__ import annotations

import socket

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.application.errors import InvalidInput
from desktop.ui.pages.sign_in.gate import GatePage
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang, error_words, problem_text
from desktop.ui.runtime.language import language
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import LabelledLine
from desktop.ui.widgets.states import InlineError


class EnrolmentPage(GatePage):
    """Address, code and a name for this PC; errors stand beside the field they are about."""

    enrolled = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, width=520)
        self._context = context
        self.title.setText(self.tr("把这台电脑登记到店里"))
        self.subtitle.setText(self.tr("地址和登记码由值班台发给店长，登记码只能用一次。"))
        self.address = LabelledLine(self.tr("服务地址"), self.tr("以 https:// 开头"), "https://")
        self.code = LabelledLine(self.tr("登记码"), self.tr("字母不分大小写，横线可以不填"))
        self.name = LabelledLine(self.tr("这台电脑的名字"), self.tr("例如「一号柜台」，方便以后辨认"))
        self.name.set_text(socket.gethostname()[:40])
        self.error = InlineError()
        self.join = Button(self.tr("登记"), "primary", "link", large=True)
        self.join.clicked.connect(self.submit)
        card = Card(spacing=14)
        for field in (self.address, self.code, self.name):
            field.edit.returnPressed.connect(self.submit)
            card.body.addWidget(field)
        card.body.addWidget(self.join)
        self.content.addWidget(self.error)
        self.content.addWidget(card)

    def submit(self) -> None:
        """Try to join; what was typed stays in the fields whatever comes back."""
        if not self.join.isEnabled() or not self._complete():
            return
        self.error.clear()
        self._set_busy(True)
        url, code, name = self.address.text(), self.code.text(), self.name.text()
        services = self._context.services
        self._context.tasks.run(
            lambda: services.enrol(url, code, name), lambda _done: self._on_done(), self._on_failed, owner=self
        )

    def _complete(self) -> bool:
        missing = [field for field in (self.address, self.code, self.name) if not field.text()]
        for field in (self.address, self.code, self.name):
            field.show_problem(
                self.tr("请填写「{name}」。").format(name=field.caption.text()) if field in missing else ""
            )
        if missing:
            missing[0].edit.setFocus()
        return not missing

    def _on_done(self) -> None:
        self._set_busy(False)
        self.enrolled.emit()

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        lang: Lang = "en" if language().code == "en" else "zh"
        fields = {"station_url": self.address, "url": self.address, "code": self.code, "enrolment_code": self.code}
        if isinstance(error, InvalidInput):
            for problem in error.problems:
                field = fields.get(problem.field, self.name if "name" in problem.field else self.address)
                field.show_problem(problem_text(problem, lang))
            return
        words = error_words(error, lang)
        self.error.show_error(words.what, words.todo)

    def _set_busy(self, busy: bool) -> None:
        self.join.setEnabled(not busy)
        self.join.set_words(self.tr("正在登记…") if busy else self.tr("登记"))
