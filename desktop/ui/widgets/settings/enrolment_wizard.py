"""The steps of joining a shop, one under the other in one place: the gate page and the settings show the same."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.settings.enrolment import ADDRESS, CODE, COMPARE, DONE, EnrolmentViewModel
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import LabelledLine
from desktop.ui.widgets.icon_label import IconText
from desktop.ui.widgets.settings.rows import ValueRow, buttons
from desktop.ui.widgets.states import InlineError
from desktop.ui.widgets.step_dots import StepDots


class EnrolmentWizard(QWidget):
    """Address, who answers there, code, result; errors stand in the step they belong to."""

    enrolled = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = EnrolmentViewModel(context, self)
        self.dots = StepDots(4)
        self.step_words = label("", "muted")
        self.note = label("", "muted")
        self.error = InlineError()
        self.card = Card(spacing=14)
        self._steps = (self._address_step(), self._compare_step(), self._code_step(), self._done_step())
        for step in self._steps:
            self.card.body.addWidget(step)
        head = QHBoxLayout()
        head.setSpacing(theme().px(14))
        head.addWidget(self.dots)
        head.addWidget(self.step_words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(14))
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self.error)
        column.addWidget(self.card)
        self._shown = -1
        self.model.changed.connect(self._show)
        self.model.failed.connect(self._on_failed)
        self.model.rejected.connect(self._on_rejected)
        self.model.enrolled.connect(self.enrolled)
        self._show()

    def load(self) -> None:
        """Read where an enrolment stands, and take up one that was cut short."""
        self.model.load()

    def _address_step(self) -> QWidget:
        self.address = LabelledLine(self.tr("服务地址"), self.tr("值班台给的，以 https:// 开头"), "https://")
        self.look = Button(self.tr("看看是谁"), "primary", "search", large=True)
        self.look.clicked.connect(self._on_look)
        self.address.edit.returnPressed.connect(self._on_look)
        return _step(self.address, self.look)

    def _compare_step(self) -> QWidget:
        self.station = ValueRow(self.tr("值班台"))
        self.url = ValueRow(self.tr("服务地址"))
        self.fingerprint = label("", "big")
        self.skew = IconText("clock", "", "warn", "")
        self.same = Button(self.tr("核对过，一样"), "primary", "check", large=True)
        self.same.clicked.connect(self.model.compared)
        back = Button(self.tr("上一步"), "secondary", "arrow-left", large=True)
        back.clicked.connect(self.model.back)
        ask = label(self.tr("请打电话给值班台，核对下面的识别码；号码要用您本来就知道的，不要用网页上的。"), "muted")
        return _step(self.station, self.url, ask, self.fingerprint, self.skew, row=(self.same, back))

    def _code_step(self) -> QWidget:
        self.code = LabelledLine(
            self.tr("登记码"), self.tr("8 位，只能用一次，10 分钟内有效；字母不分大小写，横线可以不填")
        )
        self.name = LabelledLine(self.tr("这台电脑的名字"), self.tr("例如「一号柜台」，方便以后辨认"))
        self.name.set_text(self.model.pc_name())
        self.join = Button(self.tr("登记"), "primary", "link", large=True)
        self.join.clicked.connect(self._on_join)
        for field in (self.code, self.name):
            field.edit.returnPressed.connect(self._on_join)
        back = Button(self.tr("上一步"), "secondary", "arrow-left", large=True)
        back.clicked.connect(self.model.back)
        return _step(self.code, self.name, row=(self.join, back))

    def _done_step(self) -> QWidget:
        self.done = IconText("circle-check", "", "ok", "heading")
        self.next = label("", "muted")
        return _step(self.done, self.next)

    def _show(self) -> None:
        model = self.model
        words = (
            self.tr("第 1 步：服务地址"),
            self.tr("第 2 步：核对是谁"),
            self.tr("第 3 步：登记码"),
            self.tr("登记好了"),
        )
        self.dots.show_progress(model.step + 1)
        self.step_words.setText(words[model.step])
        self.dots.setAccessibleName(words[model.step])
        for number, step in enumerate(self._steps):
            step.setVisible(number == model.step)
        self._show_note()
        self._show_identity()
        busy = model.job.busy
        for button, ready, under_way in (
            (self.look, self.tr("看看是谁"), self.tr("正在连接…")),
            (self.join, self.tr("登记"), self.tr("正在登记…")),
        ):
            button.setEnabled(not busy)
            button.set_words(under_way if busy and step_of(button, self.look) == model.step else ready)
        if model.shop is not None:
            self.done.label.setText(self.tr("已登记到「{name}」").format(name=model.shop.name))
            self.next.setText(self._what_next())
        if model.step != self._shown:
            self._shown = model.step
            self.error.clear()
            self._focus()

    def _show_note(self) -> None:
        model = self.model
        attempt = model.attempt
        self.note.hide()
        if attempt is not None and model.step == ADDRESS:
            self.note.setText(self.tr("上次登记没有收到回答，可以接着做：填过的都还在，同一个登记码可以再送一次。"))
            self.note.show()
            if not self.address.text():
                self.address.set_text(attempt.station_url)
                self.code.set_text(attempt.code)
                self.name.set_text(attempt.terminal_name)
        elif model.facts is not None and not self.address.text():
            self.address.set_text(model.facts.shop.station_url)
            self.name.set_text(model.facts.terminal_name)

    def _show_identity(self) -> None:
        identity, minutes = self.model.identity, self.model.skew_minutes()
        if identity is None:
            return
        self.station.show_value(identity.name)
        self.url.show_value(identity.url)
        self.fingerprint.setText(identity.fingerprint)
        self.fingerprint.setAccessibleName(self.tr("识别码 {code}").format(code=identity.fingerprint))
        self.skew.setVisible(bool(minutes) and self.model.step == COMPARE)
        slow = self.tr("这台电脑的时间慢了 {n} 分钟，请校准后再登记。")
        fast = self.tr("这台电脑的时间快了 {n} 分钟，请校准后再登记。")
        self.skew.label.setText((slow if minutes > 0 else fast).format(n=abs(minutes)))

    def _what_next(self) -> str:
        if self.model.waiting:
            return self.tr("等着送出的 {n} 条现在会自动送出，成员的口令照旧能用。").format(n=self.model.waiting)
        return self.tr("下一步：成员在登录页用值班台发的启用码，定自己的口令。")

    def _focus(self) -> None:
        first = {ADDRESS: self.address.edit, COMPARE: self.same, CODE: self.code.edit}.get(self.model.step)
        if first is not None and self.isVisible():
            first.setFocus()

    def _on_look(self) -> None:
        url = self.address.text()
        self.address.show_problem("" if url else self.tr("请填写「{name}」。").format(name=self.address.caption.text()))
        if url:
            self.error.clear()
            self.model.look(url)

    def _on_join(self) -> None:
        missing = [field for field in (self.code, self.name) if not field.text()]
        for field in (self.code, self.name):
            wrong = field in missing
            field.show_problem(self.tr("请填写「{name}」。").format(name=field.caption.text()) if wrong else "")
        if missing:
            missing[0].edit.setFocus()
            return
        self.error.clear()
        self.model.enrol(self.code.text(), self.name.text())

    def _on_failed(self, words: ErrorWords) -> None:
        self.error.show_error(words.what, words.todo)
        self._focus()

    def _on_rejected(self, said: tuple[tuple[str, str], ...]) -> None:
        fields = {"station_url": self.address, "code": self.code, "terminal_name": self.name}
        for field, sentence in said:
            fields.get(field, self.code).show_problem(sentence)
        fields.get(said[0][0], self.code).edit.setFocus()


def step_of(button: QWidget, look: QWidget) -> int:
    """Return the step a button belongs to."""
    return ADDRESS if button is look else CODE


def _step(*parts: QWidget, row: tuple[QWidget, ...] = ()) -> QWidget:
    step = QWidget()
    column = QVBoxLayout(step)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(14))
    for part in parts:
        column.addWidget(part)
    if row:
        column.addLayout(buttons(*row))
    return step


__all__ = ["ADDRESS", "CODE", "COMPARE", "DONE", "EnrolmentWizard"]
