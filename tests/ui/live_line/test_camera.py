"""A photo by the camera: aimed at inside the page, on the same road as a file; the light goes out whatever happens."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.application.camera_port import CameraFailed, CameraName, Reason
from desktop.ui.pages.live_line.page import LiveLinePage
from desktop.ui.widgets.photos.camera import CameraPart
from desktop.ui.widgets.photos.card import PhotoCard
from tests.fakes.camera import FedCameras
from tests.ui.live_line.counter import Counter

TWO = (CameraName("video0", "Integrated Camera"), CameraName("video2", "USB 2.0"))


def seen() -> bytes:
    """What the camera sees, with notes no camera of a PC writes."""
    notes = Image.Exif()
    notes[0x010E] = "where and when"
    file = io.BytesIO()
    Image.new("RGB", (640, 360), (90, 120, 160)).save(file, "JPEG", exif=notes)
    return file.getvalue()


def plugged(counter: Counter, cameras: FedCameras) -> PhotoCard:
    """Show the photos of an alert on a PC with these cameras."""
    counter.use(photos=replace(counter.services.photos, cameras=cameras))
    page = LiveLinePage(counter.context)
    counter.show(page, alert_id=counter.submitted())
    return page.photos


def aimed(counter: Counter, card: PhotoCard) -> CameraPart:
    """Press the button and wait for a picture."""
    card.shoot.click()
    counter.qtbot.waitUntil(card.camera.take.isEnabled)
    return card.camera


def said(card: PhotoCard) -> str:
    return "".join(part.text() for part in card.error.findChildren(QLabel)) if card.error.isVisible() else ""


def test_what_was_seen_becomes_a_photo_and_the_light_goes_out(counter: Counter) -> None:
    cameras = FedCameras(seen())
    card = plugged(counter, cameras)
    assert card.shoot.isVisible()
    assert not cameras.streams
    part = aimed(counter, card)
    assert cameras.lit()
    assert part.title.text() == "Integrated Camera"
    assert not part.other.isVisible()
    part.take.click()
    counter.settle()
    assert len(card.tiles) == 1
    assert not cameras.lit()
    assert not part.isVisible()
    (kept,) = card.view_model.photos
    data = counter.services.photos.read(card.view_model.alert_id, kept.sha256)
    assert dict(Image.open(io.BytesIO(data)).getexif()) == {}


def test_without_a_camera_there_is_no_button_and_it_comes_when_one_is_plugged_in(counter: Counter) -> None:
    cameras = FedCameras(seen(), there=())
    card = plugged(counter, cameras)
    assert not card.shoot.isVisible()
    cameras.there = TWO
    counter.qtbot.waitUntil(card.shoot.isVisible)
    part = aimed(counter, card)
    assert part.other.isVisible()
    part.other.click()
    counter.qtbot.waitUntil(lambda: part.title.text() == "USB 2.0" and part.take.isEnabled())
    part.away.click()
    counter.settle()
    assert not cameras.lit()
    cameras.there = ()
    counter.qtbot.waitUntil(lambda: not card.shoot.isVisible())


@pytest.mark.parametrize(
    ("reason", "words"), [("busy", "别的程序"), ("refused", "隐私设置"), ("gone", "插好"), ("silent", "镜头盖"), ("unfit", "换一个")]
)  # fmt: skip
def test_a_camera_that_does_not_work_is_said_in_a_sentence(counter: Counter, reason: Reason, words: str) -> None:
    cameras = FedCameras(seen(), refuses=CameraFailed(reason))
    card = plugged(counter, cameras)
    card.shoot.click()
    counter.settle()
    assert words in said(card)
    assert not card.camera.isVisible()
    cameras.refuses, cameras.fails = None, CameraFailed(reason)
    card.shoot.click()
    counter.settle()
    assert words in said(card)
    assert not cameras.lit()


def test_escape_or_a_covered_page_lets_it_go_even_while_it_opens(counter: Counter) -> None:
    cameras = FedCameras(seen())
    card = plugged(counter, cameras)
    part = aimed(counter, card)
    QTest.keyClick(part, Qt.Key.Key_Escape)
    counter.settle()
    assert not cameras.lit()
    # A camera still waking up is let go as well, and what it shows later is nobody's.
    cameras.dark = True
    card.shoot.click()
    card.hide()
    counter.settle()
    assert not cameras.lit()
    card.show()
    assert not card.camera.isVisible()
