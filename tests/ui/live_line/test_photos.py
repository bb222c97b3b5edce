"""Photos on the live line and the review page: chosen, pasted, dropped, refused with a sentence, taken back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QLabel

from desktop.ui.pages.live_line.page import LiveLinePage
from desktop.ui.pages.review.page import AlertReviewPage
from desktop.ui.widgets.photos.card import DraftPhotos, PhotoCard
from tests.fakes.pictures import photo
from tests.ui.live_line.counter import Counter


def shown(counter: Counter, alert_id: str) -> PhotoCard:
    page = LiveLinePage(counter.context)
    counter.show(page, alert_id=alert_id)
    return page.photos


def file(tmp_path: Path, name: str, data: bytes) -> str:
    (tmp_path / name).write_bytes(data)
    return str(tmp_path / name)


def drop(card: PhotoCard, data: QMimeData) -> None:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(card.rect().center(), copy, data, left, Qt.KeyboardModifier.NoModifier)
    card.dragEnterEvent(enter)
    assert enter.isAccepted()
    where = QPointF(card.rect().center())
    card.dropEvent(QDropEvent(where, copy, data, left, Qt.KeyboardModifier.NoModifier))


def test_dropped_files_are_kept_sent_and_say_so(counter: Counter, tmp_path: Path) -> None:
    alert_id = counter.submitted()
    card = shown(counter, alert_id)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(file(tmp_path, f"{n}.jpg", photo(n))) for n in (1, 2)])
    drop(card, data)
    counter.settle()
    assert [tile.state.text() for tile in card.tiles.values()] == ["等待发送", "等待发送"]
    counter.qtbot.waitUntil(lambda: all(not tile.picture.pixmap().isNull() for tile in card.tiles.values()))
    counter.deliver()
    card.view_model.refresh()
    counter.settle()
    assert [tile.state.text() for tile in card.tiles.values()] == ["已送达", "已送达"]


def test_what_is_no_photo_says_why_and_the_others_are_kept(counter: Counter, tmp_path: Path) -> None:
    card = shown(counter, counter.submitted())
    good = file(tmp_path, "good.png", photo(3, kind="PNG"))
    card.view_model.add_files([file(tmp_path, "empty.jpg", b""), good, str(tmp_path / "gone.jpg")])
    counter.settle()
    assert len(card.tiles) == 1
    assert any("读不到这个文件" in part.text() for part in card.error.findChildren(QLabel))
    assert card.add.isEnabled()


def test_five_are_the_most(counter: Counter, tmp_path: Path) -> None:
    card = shown(counter, counter.submitted())
    card.view_model.add_files([file(tmp_path, f"{n}.jpg", photo(n)) for n in range(6)])
    counter.settle()
    assert len(card.tiles) == 5
    assert not card.add.isEnabled()


def test_a_copied_picture_is_pasted(counter: Counter) -> None:
    card = shown(counter, counter.submitted())
    QGuiApplication.clipboard().clear()
    card.paste.click()
    counter.settle()
    assert not card.tiles
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    card.paste.click()
    counter.settle()
    assert len(card.tiles) == 1


def test_a_drafts_photo_can_be_taken_back_and_goes_with_the_alert(counter: Counter, tmp_path: Path) -> None:
    draft_id = counter.draft()
    page = AlertReviewPage(counter.context)
    counter.show(page, draft_id=draft_id)
    card = page.findChild(DraftPhotos)
    assert card is not None
    card.view_model.add_files([file(tmp_path, f"{n}.jpg", photo(n)) for n in (1, 2)])
    counter.settle()
    first, second = card.tiles.values()
    assert first.state.text() == "随上报发送"
    first.removed.emit(first.sha256)
    counter.settle()
    assert list(card.tiles) == [second.sha256]
    alert_id = counter.services.submit_alert(draft_id, counter.context.session).value
    (kept,) = counter.services.photos.of(alert_id)
    assert (kept.sha256, kept.state) == (second.sha256, "queued")
