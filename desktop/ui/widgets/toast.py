"""One sentence at the lower edge, with undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from desktop.ui.runtime.kept_files import show_folder
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.icon_label import IconLabel

SHOWN_MS = 5_000
UNDO_MS = 10_000
_WIDEST, _NARROWEST, _GAP = 560, 300, 12
_ICONS = {"ok": "circle-check", "warn": "triangle-alert", "danger": "circle-alert"}


class Toast(QFrame):
    """Says what was done for a few seconds, longer when it can be undone; sits over its parent's lower edge."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._undo: Callable[[], None] | None = None
        self._settled: Callable[[], None] | None = None
        self._file: Path | None = None
        self._icon = IconLabel("circle-check", "on_ink", 20)
        self.text = label("")
        self.button = Button(self.tr("撤销  Ctrl+Z"), "toast", "", name=self.tr("撤销"))
        self.button.clicked.connect(self._on_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(18), theme().px(8), theme().px(10), theme().px(8))
        row.setSpacing(theme().px(14))
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self._undo_key = QShortcut(QKeySequence("Ctrl+Z"), self)
        self._undo_key.activated.connect(self._on_undo)
        self._undo_key.setEnabled(False)
        theme().changed.connect(self._follow_look)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        parent.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        self.hide()

    def say(
        self,
        text: str,
        *,
        undo: Callable[[], None] | None = None,
        settled: Callable[[], None] | None = None,
        tone: str = "ok",
        file: Path | None = None,
    ) -> None:
        """Show one sentence; the one before it goes, and with it its undo. `settled` is called once undo is no longer offered.

        With a `file` the button shows the folder it lies in.
        """
        self._settle()
        self._undo, self._settled, self._file = undo, settled, file if undo is None else None
        self._icon.set_icon(_ICONS.get(tone, "info"))
        self.text.setText(text)
        self.button.set_words(self.tr("打开文件夹") if self._file else self.tr("撤销  Ctrl+Z"))
        self.button.setAccessibleName(self.tr("打开文件夹") if self._file else self.tr("撤销"))
        self.button.setVisible(undo is not None or self._file is not None)
        self._undo_key.setEnabled(undo is not None)
        self.setAccessibleName(text)
        self.show()
        self._place()
        self.raise_()
        self._timer.start(UNDO_MS if undo or self._file else SHOWN_MS)

    def dismiss(self) -> None:
        """Take the sentence away; what it offered to undo stays done."""
        self._undo = None
        self._undo_key.setEnabled(False)
        self.hide()
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge when the parent changes its size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _follow_focus(self, _before: QWidget | None, _now: QWidget | None) -> None:
        # A page that is just being shown takes the keyboard only now.
        if not self.isHidden():
            self._place()

    def _follow_look(self) -> None:
        if not self.isHidden():
            self._place()

    def _on_pressed(self) -> None:
        if self._file is None:
            self._on_undo()
        elif not show_folder(self._file):
            self.say(self.tr("文件夹打不开：{place}").format(place=self._file.parent), tone="warn")

    def _on_undo(self) -> None:
        undo, self._undo = self._undo, None
        self._undo_key.setEnabled(False)
        self._settled = None
        self._timer.stop()
        self.hide()
        if undo is not None:
            undo()

    def _settle(self) -> None:
        settled, self._settled = self._settled, None
        if settled is not None:
            settled()

    def _place(self) -> None:
        host, layout = self.parentWidget(), self.layout()
        if host is None or layout is None:
            return
        area = host.rect()
        width, left = min(theme().px(_WIDEST), area.width() - theme().px(48)), None
        if (free := self._beside_buttons(host)) is not None:
            width, left = min(width, free[1]), free[0]
        self.setFixedWidth(width)
        height = max(theme().px(60), layout.totalHeightForWidth(width))
        self.resize(width, height)
        left = (area.width() - width) // 2 if left is None else left
        top = area.height() - height - theme().px(24)
        typed = self._typed_into(host)
        if typed is not None and typed.intersects(QRect(left, top, width, height)):
            # What is being typed is never under it.
            top = max(0, typed.top() - height - theme().px(_GAP))
        self.move(left, top)

    def _typed_into(self, host: QWidget) -> QRect | None:
        """Return the place of the text field with the keyboard, None when there is none on this page."""
        focus = host.window().focusWidget()
        if not isinstance(focus, QLineEdit | QPlainTextEdit) or not host.isAncestorOf(focus) or not focus.isVisible():
            return None
        return QRect(focus.mapTo(host, QPoint()), focus.size())

    def _beside_buttons(self, host: QWidget) -> tuple[int, int] | None:
        """Left edge and width of what a page's row of buttons leaves free at the lower edge; nothing there is covered."""
        for footer in host.findChildren(QFrame, "footer"):
            buttons = [one for one in footer.findChildren(QAbstractButton) if one.isVisible()]
            if buttons and footer.isVisible():
                gap = theme().px(_GAP)
                left = footer.mapTo(host, QPoint()).x() + gap
                width = min(one.mapTo(host, QPoint()).x() for one in buttons) - gap - left
                return (left, width) if width >= theme().px(_NARROWEST) else None
        return None
