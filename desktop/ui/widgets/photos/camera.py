"""Taking a photo inside the page: what the camera sees, one button that takes it, one that lets the camera go."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.camera import CameraViewModel
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow_layout import FlowLayout

LOOK_AGAIN_MS = 2_000
HEIGHT = 270


class _Finder(QWidget):
    """What the camera sees, whole, on a dark ground; words while there is nothing yet."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(theme().px(HEIGHT))
        self._image = QImage()
        self.setAccessibleName(self.tr("摄像头的画面"))

    def show_picture(self, image: QImage) -> None:
        """Show one picture; a null one takes the last away."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture as large as it fits."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), theme().color("sunken"))
        if self._image.isNull():
            painter.setPen(theme().color("text_2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("正在打开摄像头…"))
            return
        size: QSize = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect((self.width() - size.width()) // 2, (self.height() - size.height()) // 2, 0, 0)
        place.setSize(size)
        painter.drawImage(place, self._image)


class CameraPart(Card):
    """`taken(file)` with a photo, `closed` without; hidden, locked or left it lets the camera go by itself.

    Nothing lies over the page: every key of the program works beside it.
    """

    taken = Signal(bytes)
    closed = Signal()
    failed = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone="flat", padding=12, spacing=10)
        self.model = CameraViewModel(context, self)
        self.finder = _Finder()
        self.take = Button(self.tr("拍下这张"), "primary", "camera")
        self.other = Button(self.tr("换一个摄像头"), "secondary", "refresh-cw")
        self.away = Button(self.tr("不拍了"), "ghost", "x")
        self.title = label("", "faint")
        row = FlowLayout(spacing=theme().px(10))
        for button in (self.take, self.other, self.away):
            row.addWidget(button)
        self.body.addWidget(self.finder)
        self.body.addWidget(self.title)
        self.body.addLayout(row)
        self.take.clicked.connect(self._on_take)
        self.other.clicked.connect(self.model.next_camera)
        self.away.clicked.connect(self.put_away)
        self.model.pictured.connect(self._on_picture)
        self.model.failed.connect(self._on_failed)
        self.model.changed.connect(self._show)
        self.hide()

    def open(self) -> None:
        """Turn the camera on."""
        self.show()
        self.model.start()
        self.away.setFocus()

    def put_away(self) -> None:
        """Let the camera go and hide."""
        self.model.stop()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape lets the camera go."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever covers the page, the camera's light goes out; it is not turned on again by coming back."""
        super().hideEvent(event)
        self.put_away()

    def _show(self) -> None:
        self.finder.show_picture(QImage())
        self.take.setEnabled(False)
        names = {one.key: one.title for one in self.model.names()}
        self.title.setText(names.get(self.model.key, ""))
        self.other.setVisible(len(names) > 1)

    def _on_picture(self, image: QImage) -> None:
        self.finder.show_picture(image)
        if not self.take.isEnabled():
            self.take.setEnabled(True)
            if self.away.hasFocus():
                self.take.setFocus()

    def _on_take(self) -> None:
        file = self.model.take()
        if file:
            self.put_away()
            self.taken.emit(file)

    def _on_failed(self, sentence: str) -> None:
        self.put_away()
        self.failed.emit(sentence)


class CameraButton(Button):
    """There only while the PC has a camera; looks again while it can be seen, which turns no camera on."""

    def __init__(self, part: CameraPart, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("拍照"), "secondary", "camera", parent)
        self._part = part
        self._again = QTimer(self)
        self._again.setInterval(LOOK_AGAIN_MS)
        self._again.timeout.connect(self.look)
        self.clicked.connect(self._on_pressed)
        self.hide()

    def look(self) -> None:
        """Follow what is plugged in."""
        self.setVisible(bool(self._part.model.names()) and self._part.isHidden())

    def _on_pressed(self) -> None:
        self._part.open()
        self.look()

    def watch(self, *, shown: bool) -> None:
        """Look now and from now on, or rest while nobody sees the card."""
        if shown:
            self.look()
            self._again.start()
        else:
            self._again.stop()
