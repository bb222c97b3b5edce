"""What restoring a backup means, before one needs it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.basics import label
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.settings.rows import heading


class RestoreSteps(Card):
    """Fixed words, step by step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        self.body.addWidget(heading(self.tr("真的要恢复时")))
        steps = (
            self.tr("在新电脑上装好本程序，第一次打开时点「从备份恢复」，选备份文件，输入备份口令。"),
            self.tr("恢复出来的资料先和值班台核对：备份以后送出过的不会再送第二遍，没送达的接着送。"),
            self.tr("备份以后才上报的，值班台那里都有，但不会出现在恢复出来的记录里。"),
            self.tr("旧电脑不要再用；丢了的，请值班台停用它，再到「接入值班台」里重新登记。"),
        )
        for number, words in enumerate(steps, 1):
            self.body.addWidget(label(self.tr("{n}. {words}").format(n=number, words=words)))
