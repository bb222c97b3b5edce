"""Files that are no photos, dropped on the photo card or chosen in the dialog: a sentence, the draft and its photos stay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel

from desktop.domain.alert.attachment import MOST_READ_BYTES
from desktop.ui.widgets.photos.card import DraftPhotos
from tests.fakes.pictures import huge_png, moving, photo, scribbled, wordy
from tests.ui.live_line.counter import Counter
from tests.ui.pages.review import ReviewScreen

BAD: dict[str, bytes] = {
    "empty.jpg": b"",
    "text.jpg": "这不是照片".encode(),
    "half.jpg": photo(4)[: len(photo(4)) // 3],
    "head-only.png": b"\x89PNG\r\n\x1a\n",
    "noise.webp": b"RIFF\xff\xff\xff\x7fWEBP" + bytes(range(256)) * 8,
    "page.html": b"<html><img src=x onerror=alert(1)></html>",
    "program.jpg": b"MZ" + bytes(4096),
    "huge.png": huge_png(),
    "moving.gif": moving("GIF"),
    "drawing.svg": b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
}
Give = Callable[[pytest.MonkeyPatch, DraftPhotos, list[str]], None]


def _drop(_patch: pytest.MonkeyPatch, card: DraftPhotos, paths: list[str]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    where, left = QPointF(card.rect().center()), Qt.MouseButton.LeftButton
    card.dropEvent(QDropEvent(where, Qt.DropAction.CopyAction, data, left, Qt.KeyboardModifier.NoModifier))


def _choose(patch: pytest.MonkeyPatch, card: DraftPhotos, paths: list[str]) -> None:
    patch.setattr("desktop.ui.widgets.photos.card.ask_for_files", lambda *asked: asked[-1](paths))
    card.add.click()


def _card(counter: Counter, tmp_path: Path) -> tuple[ReviewScreen, DraftPhotos]:
    screen = ReviewScreen(counter, counter.draft(narrative="一直听电话，催着要金条"))
    card = screen.photos()
    good = tmp_path / "good.jpg"
    good.write_bytes(photo(1))
    card.view_model.add_files([str(good)])
    counter.settle()
    assert len(card.tiles) == 1
    return screen, card


def _nothing_lost(counter: Counter, screen: ReviewScreen, card: DraftPhotos) -> None:
    counter.settle()
    said = [part.text() for part in card.error.findChildren(QLabel) if part.text()]
    assert any("\u4e00" <= letter <= "\u9fff" for letter in "".join(said)), said
    assert not [word for word in ("Error", "Traceback", "/", "\\") if word in "".join(said)]
    assert card.error.isVisibleTo(screen.page)
    assert card.add.isEnabled()
    assert card.view_model.adding == 0
    assert len(card.tiles) == 1
    assert screen.shown_in("narrative") == "一直听电话，催着要金条"


@pytest.mark.parametrize("give", [_drop, _choose], ids=["dropped", "chosen"])
@pytest.mark.parametrize("name", sorted(BAD))
def test_a_file_that_is_no_photo(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, give: Give
) -> None:
    screen, card = _card(counter, tmp_path)
    (tmp_path / name).write_bytes(BAD[name])
    give(monkeypatch, card, [str(tmp_path / name)])
    _nothing_lost(counter, screen, card)


@pytest.mark.parametrize("give", [_drop, _choose], ids=["dropped", "chosen"])
def test_folders_gone_files_and_far_too_large_ones(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, give: Give
) -> None:
    screen, card = _card(counter, tmp_path)
    large = tmp_path / "large.jpg"
    with large.open("wb") as file:
        file.truncate(MOST_READ_BYTES + 1)
    for path in (tmp_path, tmp_path / "gone.jpg", large):
        give(monkeypatch, card, [str(path)])
        _nothing_lost(counter, screen, card)


def test_the_photos_between_the_bad_ones_are_kept(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _screen, card = _card(counter, tmp_path)
    files = BAD | {"zz.jpg": photo(2), "a.png": photo(3, kind="PNG")}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    _drop(monkeypatch, card, [str(tmp_path / name) for name in sorted(files)])
    counter.settle()
    assert len(card.tiles) == 3
    assert card.error.isVisibleTo(card)


def test_moving_ones_and_those_with_endless_or_spoilt_notes_are_photos(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _screen, card = _card(counter, tmp_path)
    files = {"a.webp": moving("WEBP"), "b.png": moving("PNG"), "c.jpg": wordy(), "d.jpg": scribbled(7)}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    _drop(monkeypatch, card, [str(tmp_path / name) for name in files])
    counter.settle()
    assert len(card.tiles) == 1 + len(files)
    assert not card.error.isVisibleTo(card)


def test_dropping_words_or_a_web_address_adds_nothing(counter: Counter, tmp_path: Path) -> None:
    _screen, card = _card(counter, tmp_path)
    data = QMimeData()
    data.setUrls([QUrl("https://example.invalid/a.jpg")])
    data.setText("金条")
    where, left = QPointF(card.rect().center()), Qt.MouseButton.LeftButton
    card.dropEvent(QDropEvent(where, Qt.DropAction.CopyAction, data, left, Qt.KeyboardModifier.NoModifier))
    counter.settle()
    assert len(card.tiles) == 1
