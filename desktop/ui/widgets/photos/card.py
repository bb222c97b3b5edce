"""Photos of an alert or a draft: chosen, pasted or dropped here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QHideEvent, QImage, QImageWriter, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.application.changes import Changes
from desktop.domain.alert.attachment import MOST_PER_ALERT
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.photos import PhotosViewModel
from desktop.ui.viewmodels.review.model import AlertReviewViewModel
from desktop.ui.widgets.basics import clear_layout, label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.file_choice import ask_for_files
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.photos.camera import CameraButton, CameraPart
from desktop.ui.widgets.photos.tile import PhotoTile, picture_size
from desktop.ui.widgets.states import InlineError


class PhotoCard(Card):
    """Shows the photos of one alert with their state, and takes more of them."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, padding=20, spacing=12)
        self.view_model = PhotosViewModel(context, self)
        self.setAcceptDrops(True)
        self.body.addWidget(label(self.tr("照片"), "heading"))
        self.hint = label(
            self.tr("人、车、单据都可以拍。照片会缩小，拍摄地点等信息会去掉；也可以把图片拖到这里。"), "muted"
        )
        self.body.addWidget(self.hint)
        self.error = InlineError(tone="warn")
        self.body.addWidget(self.error)
        self._flow = FlowLayout(spacing=theme().px(12))
        self.body.addLayout(self._flow)
        self.tiles: dict[str, PhotoTile] = {}
        self.add = Button(self.tr("添加照片"), "secondary", "image")
        self.add.clicked.connect(self._on_choose)
        self.paste = Button(self.tr("粘贴图片"), "ghost", "copy")
        self.paste.clicked.connect(self._on_paste)
        row = FlowLayout(spacing=theme().px(10))
        self.camera = CameraPart(context)
        self.shoot = CameraButton(self.camera)
        self.camera.taken.connect(self._on_taken)
        self.camera.closed.connect(self._on_camera_closed)
        self.camera.failed.connect(lambda sentence: self.error.show_error(sentence, ""))
        row.addWidget(self.add)
        row.addWidget(self.shoot)
        row.addWidget(self.paste)
        self.body.addWidget(self.camera)
        self.body.addLayout(row)
        self.view_model.listed.connect(self._render)
        self.view_model.pictured.connect(self._on_picture)
        self.view_model.done.connect(self.error.clear)
        self.view_model.failed.connect(lambda sentence: self.error.show_error(sentence, ""))

    def show_alert(self, alert_id: str) -> None:
        """Show the photos of an alert, or of the draft that will be it."""
        self.error.clear()
        self.view_model.open(alert_id)

    def on_changed(self, kinds: Changes) -> None:
        """Look again."""
        self.view_model.on_changed(kinds)

    def showEvent(self, event: QShowEvent) -> None:
        """Look for cameras while somebody sees the card."""
        super().showEvent(event)
        self.shoot.watch(shown=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look for none."""
        super().hideEvent(event)
        self.shoot.watch(shown=False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures."""
        data = event.mimeData()
        if data.hasImage() or any(url.isLocalFile() for url in data.urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        data = event.mimeData()
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self._add_files(files)
        elif data.hasImage():
            self._add_image(data.imageData())
        event.acceptProposedAction()

    def _render(self) -> None:
        photos = self.view_model.photos
        if [photo.sha256 for photo in photos] != list(self.tiles) or any(
            (photo.state == "draft") != (self.tiles[photo.sha256].property("draft") is True) for photo in photos
        ):
            clear_layout(self._flow)
            self.tiles = {}
            for number, photo in enumerate(photos, 1):
                tile = PhotoTile(photo, number)
                tile.setProperty("draft", photo.state == "draft")
                tile.removed.connect(self.view_model.remove)
                self._flow.addWidget(tile)
                self.tiles[photo.sha256] = tile
                if not photo.gone:
                    self.view_model.picture(photo.sha256, picture_size())
        for number, photo in enumerate(photos, 1):
            self.tiles[photo.sha256].show_state(photo, number)
        room = len(photos) + self.view_model.adding < MOST_PER_ALERT
        self.add.setEnabled(room)
        self.paste.setEnabled(room)
        self.shoot.setEnabled(room)
        self.add.set_words(self.tr("正在处理…") if self.view_model.adding else self.tr("添加照片"))

    def _on_picture(self, sha256: str, image: QImage) -> None:
        if sha256 in self.tiles:
            self.tiles[sha256].show_picture(image)

    def _on_choose(self) -> None:
        kinds = self.tr("图片") + " (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff)"
        ask_for_files(self, self.tr("选择照片"), kinds, self._add_files)

    def _on_paste(self) -> None:
        # An empty clipboard gives None on some platforms, whatever the signature says.
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        data = data or QMimeData()
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self._add_files(files)
        elif data.hasImage():
            self._add_image(data.imageData())
        else:
            self.error.show_error(self.tr("剪贴板里没有图片。"), self.tr("请先复制一张图片再粘贴。"))

    def _on_taken(self, file: bytes) -> None:
        self.error.clear()
        self.view_model.add_data(file)

    def _on_camera_closed(self) -> None:
        if self.isVisible():
            self.shoot.look()
            self.shoot.setFocus()

    def _add_files(self, files: Sequence[str]) -> None:
        self.error.clear()
        self.view_model.add_files(files)

    def _add_image(self, image: object) -> None:
        self.error.clear()
        if isinstance(image, QImage):
            buffer = QBuffer()
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            # Uncompressed, so that the screen does not wait; the worker makes it small.
            QImageWriter(buffer, QByteArray(b"BMP")).write(image)
            self.view_model.add_data(bytes(buffer.data().data()))


class DraftPhotos(PhotoCard):
    """The photos of the draft a review page shows."""

    def __init__(self, context: UiContext, model: AlertReviewViewModel, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._model = model
        model.loaded.connect(self._on_loaded)

    def _on_loaded(self) -> None:
        if self._model.draft is not None:
            self.show_alert(self._model.draft.alert_id)
