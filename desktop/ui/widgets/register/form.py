"""One entry of the shop's own register being typed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.application.read_models import FieldProblem
from desktop.application.register_models import EntryForm
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choices import ChoiceChips
from desktop.ui.widgets.fields import LabelledLine

CUSTOMER = ("name", "id_no", "phone", "account", "mark")


class RegisterForm(Card):
    """`submitted(EntryForm)` on the button or Enter, `cancelled` on the other button or Escape; nothing is cleared by itself."""

    submitted = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=14)
        self.direction = ChoiceChips((("sell", self.tr("卖出")), ("buyback", self.tr("回收"))), self.tr("卖出还是回收"))
        amount_hint = self.tr("可以写 1.5万、12800")
        self.lines = {
            "amount": LabelledLine(self.tr("金额"), "", amount_hint),
            "cash": LabelledLine(self.tr("其中现金"), self.tr("没有现金就空着；外币按当日牌价折算"), amount_hint),
            "name": LabelledLine(self.tr("姓名")),
            "id_no": LabelledLine(self.tr("证件号码")),
            "phone": LabelledLine(self.tr("手机号")),
            "account": LabelledLine(self.tr("付款账户")),
            "mark": LabelledLine(
                self.tr("店员记号"), self.tr("认得是同一位客人，就写同一个记号"), self.tr("例如：红外套")
            ),
        }
        self.save = Button(self.tr("记下"), "primary", "save")
        self.cancel = Button(self.tr("先不记"), "secondary")
        self._build()
        self._way = "sell"
        self.direction.set_values((self._way,))
        self.direction.changed.connect(self._keep_one)
        self.save.clicked.connect(self._submit)
        self.cancel.clicked.connect(self.cancelled)
        for line in self.lines.values():
            line.edit.returnPressed.connect(self._submit)
            line.edited.connect(lambda _text, edited=line: edited.show_problem(""))

    def typed(self) -> dict[str, str]:
        """Return everything as it stands in the form."""
        return {"direction": self.direction.value(), **{key: line.edit.text() for key, line in self.lines.items()}}

    def fill(self, typed: Mapping[str, object]) -> None:
        """Show these values and empty all others."""
        self._way = str(typed.get("direction") or "sell")
        self.direction.set_values((self._way,))
        for key, line in self.lines.items():
            line.set_text(str(typed.get(key, "")))
            line.show_problem("")

    def show_problems(self, problems: tuple[FieldProblem, ...]) -> None:
        """Say beside each field what is wrong; the first of them gets the focus."""
        for key, line in self.lines.items():
            found = next((problem for problem in problems if problem.field == key), None)
            line.show_problem(language().pick(found.zh, found.en) if found else "")
        first = next((line for key, line in self.lines.items() if any(p.field == key for p in problems)), None)
        if first is not None:
            first.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the form; what was typed stays in it."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self.body.addWidget(label(self.tr("记一笔"), "heading"))
        self.body.addWidget(self.direction)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(16))
        grid.setVerticalSpacing(theme().px(12))
        for index, line in enumerate(self.lines.values()):
            grid.addWidget(line, index // 2, index % 2, Qt.AlignmentFlag.AlignTop)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.body.addWidget(label(self.tr("证件号、手机号、账户、记号有一样，就能与这位客人的其他笔合计。"), "faint"))
        row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.body.addLayout(row)

    def _keep_one(self) -> None:
        """An entry is one or the other: the chosen chip cannot be taken back, only changed for its neighbour."""
        self._way = self.direction.value() or self._way
        self.direction.set_values((self._way,))

    def _submit(self) -> None:
        typed = self.typed()
        customer = {key: typed[key] for key in CUSTOMER}
        self.submitted.emit(EntryForm(typed["direction"], typed["amount"], typed["cash"], customer))
