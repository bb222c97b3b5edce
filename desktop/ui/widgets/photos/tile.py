"""One photo: its small picture, where it is, and a button to take it back while it was not sent."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.application.photo_models import AttachmentView
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button


class PhotoTile(QWidget):
    """Emits `removed(sha256)`."""

    removed = Signal(str)

    def __init__(self, photo: AttachmentView, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sha256 = photo.sha256
        self.picture = QLabel()
        self.picture.setFixedSize(picture_size())
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setText(self.tr("照片 {0}").format(number))
        self.state = label("", "small", wrap=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(self.picture)
        row = QHBoxLayout()
        row.addWidget(self.state, 1)
        if photo.state == "draft":
            remove = Button("", "ghost", "trash-2", name=self.tr("去掉照片 {0}").format(number))
            remove.clicked.connect(lambda: self.removed.emit(self.sha256))
            row.addWidget(remove)
        column.addLayout(row)
        self.show_state(photo, number)

    def show_state(self, photo: AttachmentView, number: int) -> None:
        """Say where the photo is."""
        words = {
            "draft": self.tr("随上报发送"),
            "queued": self.tr("等待发送"),
            "sent": self.tr("已送达"),
            "refused": self.tr("没有被接收"),
        }
        text = words[photo.state]
        if photo.state == "queued" and photo.sent:
            text = self.tr("已发 {0}%").format(photo.sent * 100 // photo.size)
        self.state.setText(text)
        self.setAccessibleName(self.tr("照片 {0}，{1}").format(number, text))

    def show_picture(self, image: QImage) -> None:
        """Show the small picture."""
        if not image.isNull():
            size = picture_size()
            left, top = (image.width() - size.width()) // 2, (image.height() - size.height()) // 2
            self.picture.setPixmap(QPixmap.fromImage(image.copy(left, top, size.width(), size.height())))


def picture_size() -> QSize:
    """Return the size of the small picture at this text size."""
    return QSize(theme().px(120), theme().px(84))
