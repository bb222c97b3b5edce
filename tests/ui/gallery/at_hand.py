"""Views of what is used beside a case: the camera, the parcel on the scales."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from desktop.application.camera_port import CameraName
from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.widgets.photos.card import DraftPhotos
from tests.fakes.camera import FedCameras
from tests.ui.gallery.at_work import review
from tests.ui.gallery.stand import PATIENCE_MS, Stand


def review_camera(stand: Stand) -> None:
    """A photo is aimed at inside the page."""
    picture = QImage(1280, 720, QImage.Format.Format_RGB32)
    picture.fill(QColor("#7d8fa6"))
    painter = QPainter(picture)
    painter.fillRect(380, 200, 520, 380, QColor("#d9c48f"))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"JPEG")).write(picture)
    there = (CameraName("video0", "Integrated Camera"), CameraName("video2", "USB 2.0 Camera"))
    stand.sign_in()
    stand.use("photos.cameras", FedCameras(bytes(buffer.data().data()), there=there))
    page = review(stand)
    card = page.findChildren(DraftPhotos)[0]
    card.shoot.look()
    card.shoot.click()
    stand.counter.qtbot.waitUntil(card.camera.take.isEnabled, timeout=PATIENCE_MS)
    page.area.ensureWidgetVisible(card.paste)
    stand.rest()


def weighing(stand: Stand) -> None:
    """A parcel that is small and heavy, reached by the strip."""
    page = stand.go("checklist", setting="courier_acceptance")
    assert isinstance(page, ChecklistPage)
    stand.counter.qtbot.waitUntil(lambda: page.questions is not None and page.questions.complete, timeout=PATIENCE_MS)
    page.sections.go(":density")
    density = page.courier.density
    assert density is not None
    for key, text in (("length", "15"), ("width", "10"), ("height", "8"), ("mass", "3")):
        edit = density.lines[key].edit
        edit.setText(text)
        edit.textEdited.emit(text)
    density.goods.button(next(iter(density.goods._buttons))).click()
    stand.rest()
