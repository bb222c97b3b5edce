"""The sentence at the lower edge: undo, and the folder of a file that was just kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.runtime.kept_files import place_of
from desktop.ui.widgets import toast as toast_module
from desktop.ui.widgets.toast import Toast


@pytest.fixture
def toast(qtbot: QtBot) -> Iterator[Toast]:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 500)
    host.show()
    yield Toast(host)
    host.close()


def test_a_kept_file_names_its_folder_and_opens_it(
    toast: Toast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def shown(file: Path) -> bool:
        opened.append(file)
        return file.parent.is_dir()

    monkeypatch.setattr(toast_module, "show_folder", shown)
    kept = tmp_path / "文档" / "登记.pdf"
    assert place_of(kept) == "文档/登记.pdf"
    toast.say("已存到 " + place_of(kept), file=kept)
    assert toast.button.isVisible()
    assert toast.button.accessibleName() == "打开文件夹"
    toast.button.click()
    assert opened == [kept]
    # The stick was pulled out meanwhile: a sentence with the whole path.
    assert str(kept.parent) in toast.text.text()
    assert not toast.button.isVisible()


def test_it_never_lies_over_what_is_being_typed(toast: Toast) -> None:
    host = toast.parentWidget()
    assert host is not None
    line = QLineEdit(host)
    line.setGeometry(50, 420, 800, 44)
    line.show()
    line.setFocus()
    toast.say("好了")
    assert not toast.geometry().intersects(line.geometry())
    toast.dismiss()
    line.clearFocus()
    toast.say("好了")
    assert toast.geometry().intersects(line.geometry())
    line.setFocus()
    assert not toast.geometry().intersects(line.geometry()), "the keyboard came to the line after the sentence"


def test_undo_stays_what_it_was(toast: Toast, tmp_path: Path) -> None:
    taken: list[str] = []
    toast.say("已存到 a/b.pdf", file=tmp_path / "b.pdf")
    toast.say("已放行", undo=lambda: taken.append("back"))
    assert toast.button.accessibleName() == "撤销"
    toast.button.click()
    assert taken == ["back"]
    toast.say("已保存")
    assert not toast.button.isVisible()
