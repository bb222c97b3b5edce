"""The first picture: something is being opened."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.ui.pages.sign_in.gate import GatePage


class OpeningPage(GatePage):
    """Shown while the profile is opened off the UI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, width=460)
        self.title.setText(self.tr("正在打开…"))
        self.subtitle.setText(self.tr("第一次打开要多等几秒。"))
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("正在打开…"))
        self.content.addWidget(self.bar)
