"""An urgent alert that needs the phone, wherever the clerk is: what is true, what to read out, and the way to its line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.live_line.readout import ReadoutCard
from desktop.ui.widgets.states import InlineError


class CallCard(QWidget):
    """Hidden while nothing needs the phone; `opened(alert_id)` leads to the alert's own page."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alert_id = ""
        self.truth = InlineError()
        self.truth.retried.connect(lambda: self.opened.emit(self._alert_id))
        self.readout = ReadoutCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        column.addWidget(self.truth)
        column.addWidget(self.readout)
        self.hide()

    def show_call(self, alert_id: str, truth: str, number: str, lines: Sequence[tuple[str, str]]) -> None:
        """Show one alert: what is true of it, its number, and the lines to read."""
        self._alert_id = alert_id
        self.truth.show_error(truth, self.tr("编号 {number}").format(number=number), self.tr("去看"))
        self.readout.show_lines(lines)
        self.show()
