"""Joining: a fresh profile becomes a shop's terminal with the address and code from the duty desk."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.pages.sign_in.gate import GatePage
from desktop.ui.runtime.context import UiContext
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.settings.enrolment_wizard import EnrolmentWizard


class EnrolmentPage(GatePage):
    """The steps of joining; a backup of an older PC is the other way in."""

    enrolled = Signal()
    restore_asked = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, width=560)
        self.title.setText(self.tr("把这台电脑登记到店里"))
        self.subtitle.setText(self.tr("地址和登记码由值班台发给店长，登记码只能用一次。"))
        self.wizard = EnrolmentWizard(context)
        self.wizard.enrolled.connect(self.enrolled)
        self.restore = Button(self.tr("换了电脑？从备份恢复"), "ghost", "refresh-cw")
        self.restore.clicked.connect(self.restore_asked)
        self.content.addWidget(self.wizard)
        self.content.addWidget(self.restore)
        self.restore.hide()
        self.wizard.load()

    def offer_restore(self, offered: bool) -> None:
        """Offer to take over the data of an older PC."""
        self.restore.setVisible(offered)
