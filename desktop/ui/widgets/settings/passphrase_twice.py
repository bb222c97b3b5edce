"""A new passphrase, typed twice: what nobody can read while typing is easily typed wrong, and then opens nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.fields import LabelledLine


class PassphraseTwice(LabelledLine):
    """The second line comes once something stands in the first: nothing is repeated while the old one stays. `entered` on Enter."""

    entered = Signal()

    def __init__(self, caption: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(caption, hint, parent=parent)
        self.again = LabelledLine(self.tr("{what}再输一遍").format(what=caption))
        self.again.setContentsMargins(0, theme().px(8), 0, 0)
        self.again.hide()
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.again)
        for line in (self, self.again):
            line.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.textChanged.connect(lambda text: self.again.setVisible(bool(text)))
        self.again.edit.returnPressed.connect(self.entered)

    def agreed(self) -> bool:
        """Tell whether both are the same; else say so beside the second, ready to be typed anew."""
        same = self.edit.text() in ("", self.again.edit.text())
        self.again.show_problem("" if same else self.tr("两次输入的不一样，请再输一遍。"))
        if not same:
            self.again.edit.selectAll()
            self.again.edit.setFocus()
        return same

    def clear(self) -> None:
        """Forget both."""
        self.edit.clear()
        self.again.edit.clear()
