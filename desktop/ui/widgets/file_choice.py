"""Asking for a file or a folder in a window of its own that stops nothing: the call for help and quick hide work beside it.

Qt's own dialog, not modal: a modal or a system's dialog keeps every key of the program to itself, F9 among them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from desktop.ui.runtime.theme import theme

_MOST_MENUS: Final = 8


def put_away_dialogs(of: QWidget) -> None:
    """Close what lies over a page or the window: its dialogs, and the menu or list that is open."""
    for _level in range(_MOST_MENUS):
        # No window is a popup most of the time, whatever the signature says.
        popup: QWidget | None = QApplication.activePopupWidget()
        if popup is None:
            break
        popup.close()
    for dialog in of.findChildren(QDialog):
        dialog.reject()


def ask_where_to_save(
    parent: QWidget, title: str, name: str, kinds: str, chosen: Callable[[Path], None]
) -> QFileDialog:
    """Ask where to put a file; `name` is proposed, and its suffix is given to names typed without one."""
    dialog = _dialog(parent, title, QFileDialog.FileMode.AnyFile, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    return _shown(dialog)


def ask_for_file(
    parent: QWidget, title: str, kinds: str, chosen: Callable[[str], None], start: str = ""
) -> QFileDialog:
    """Ask for one file that is there; `start` is a file or folder to begin at."""
    dialog = _dialog(parent, title, QFileDialog.FileMode.ExistingFile, kinds, start)
    dialog.fileSelected.connect(chosen)
    return _shown(dialog)


def ask_for_files(parent: QWidget, title: str, kinds: str, chosen: Callable[[Sequence[str]], None]) -> QFileDialog:
    """Ask for files that are there."""
    dialog = _dialog(parent, title, QFileDialog.FileMode.ExistingFiles, kinds)
    dialog.filesSelected.connect(chosen)
    return _shown(dialog)


def ask_for_folder(parent: QWidget, title: str, chosen: Callable[[str], None], start: str = "") -> QFileDialog:
    """Ask for a folder."""
    dialog = _dialog(parent, title, QFileDialog.FileMode.Directory, "", start)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(chosen)
    return _shown(dialog)


def _dialog(parent: QWidget, title: str, mode: QFileDialog.FileMode, kinds: str, start: str = "") -> QFileDialog:
    for open_one in parent.findChildren(QFileDialog):
        # One question at a time: what is asked last is what the clerk wants.
        open_one.reject()
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    if kinds:
        dialog.setNameFilter(kinds)
    if start:
        place = Path(start)
        dialog.setDirectory(str(place if place.is_dir() else place.parent))
    return dialog


def _shown(dialog: QFileDialog) -> QFileDialog:
    dialog.resize(theme().px(720), theme().px(480))
    dialog.show()
    return dialog
