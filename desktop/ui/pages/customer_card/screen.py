"""The customer's screen: one card over a whole screen, this one or a second one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.learn.customer_card import CardWords
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.learn.warning_card import WarningCardView


def second_screen(of: QWidget) -> QScreen | None:
    """Return a screen the clerk's window is not on, None when there is only one."""
    own = of.window().screen()
    return next((screen for screen in QGuiApplication.screens() if screen is not own), None)


class CustomerCardScreen(QWidget):
    """A window of its own; Esc, a double click or the button in the corner closes it, `left` says so."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(parent.window().windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.view = WarningCardView(frame=False)
        self.leave = Button(self.tr("返回  Esc"), "secondary", "arrow-left", self, name=self.tr("返回"))
        self.leave.clicked.connect(self.close)
        self.elsewhere = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def show_on(self, screen: QScreen | None, words: CardWords) -> None:
        """Fill a screen with the card; None means the clerk's own screen."""
        owner = self.parentWidget()
        self.elsewhere = screen is not None
        target = screen or (owner.window().screen() if owner else None)
        self.show_words(words)
        if target is not None:
            self.setScreen(target)
            self.setGeometry(target.geometry())
        self.showFullScreen()
        self.leave.raise_()
        if not self.elsewhere:
            self.activateWindow()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_words(self, words: CardWords) -> None:
        """Show another card in the same place."""
        self.view.show_words(words)
        self.setAccessibleName(words.headline)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the screen back."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """So does a double click or tap."""
        self.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button in its corner."""
        super().resizeEvent(event)
        edge = theme().px(16)
        self.leave.adjustSize()
        self.leave.move(
            event.size().width() - self.leave.width() - edge, event.size().height() - self.leave.height() - edge
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the screen is free again."""
        super().closeEvent(event)
        self.left.emit()
