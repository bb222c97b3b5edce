"""Asking for a file or a folder in a window of its own that stops nothing: the call for help and quick hide work beside it.

Qt's own dialog, not modal: a modal or a system's dialog keeps every key of the program to itself, F9 among them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar, Final, Self

from PySide6.QtCore import QStandardPaths, Qt, QUrl
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


class FileDialog(QFileDialog):
    """Qt's dialog with all its words in the clerk's language; it begins where the last file was, at first in the documents."""

    _last: ClassVar[str] = ""

    def __init__(
        self, parent: QWidget, title: str, mode: QFileDialog.FileMode, kinds: str = "", start: str = ""
    ) -> None:
        for open_one in parent.findChildren(QFileDialog):
            # One question at a time: what is asked last is what the clerk wants.
            open_one.reject()
        super().__init__(parent, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setFileMode(mode)
        if kinds:
            self.setNameFilter(kinds)
        usual = _usual_folders()
        self.setSidebarUrls([QUrl.fromLocalFile(folder) for folder in usual])
        self.setDirectory(_folder_of(start) or _folder_of(FileDialog._last) or next(iter(usual), ""))
        self._name()
        self.accepted.connect(self._remember)

    def begin(self) -> Self:
        """Show it beside everything else."""
        self.resize(theme().px(760), theme().px(500))
        self.show()
        return self

    def _name(self) -> None:
        saving = self.acceptMode() == QFileDialog.AcceptMode.AcceptSave
        words = {
            QFileDialog.DialogLabel.LookIn: self.tr("位置："),
            QFileDialog.DialogLabel.FileName: self.tr("名称："),
            QFileDialog.DialogLabel.FileType: self.tr("种类："),
            QFileDialog.DialogLabel.Accept: self.tr("存到这里") if saving else self.tr("选这个"),
            QFileDialog.DialogLabel.Reject: self.tr("取消"),
        }
        for place, text in words.items():
            self.setLabelText(place, text)

    def save_as(self, name: str) -> Self:
        """Ask where to put a file, with a name proposed; names typed without a suffix get that of the proposed one."""
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._name()
        self.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        self.selectFile(name)
        return self

    def _remember(self) -> None:
        FileDialog._last = self.directory().absolutePath()


def ask_where_to_save(
    parent: QWidget, title: str, name: str, kinds: str, chosen: Callable[[Path], None]
) -> QFileDialog:
    """Ask where to put a file; `name` is proposed."""
    dialog = FileDialog(parent, title, QFileDialog.FileMode.AnyFile, kinds).save_as(name)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    return dialog.begin()


def ask_for_file(
    parent: QWidget, title: str, kinds: str, chosen: Callable[[str], None], start: str = ""
) -> QFileDialog:
    """Ask for one file that is there; `start` is a file or folder to begin at."""
    dialog = FileDialog(parent, title, QFileDialog.FileMode.ExistingFile, kinds, start)
    dialog.fileSelected.connect(chosen)
    return dialog.begin()


def ask_for_files(parent: QWidget, title: str, kinds: str, chosen: Callable[[Sequence[str]], None]) -> QFileDialog:
    """Ask for files that are there."""
    dialog = FileDialog(parent, title, QFileDialog.FileMode.ExistingFiles, kinds)
    dialog.filesSelected.connect(chosen)
    return dialog.begin()


def ask_for_folder(parent: QWidget, title: str, chosen: Callable[[str], None], start: str = "") -> QFileDialog:
    """Ask for a folder."""
    dialog = FileDialog(parent, title, QFileDialog.FileMode.Directory, start=start)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(chosen)
    return dialog.begin()


def _folder_of(start: str) -> str:
    place = Path(start) if start else None
    if place is None:
        return ""
    folder = place if place.is_dir() else place.parent
    return str(folder) if folder.is_dir() and folder.is_absolute() else ""


def _usual_folders() -> list[str]:
    """Return the documents, the desktop, the downloads and the home folder, those there are."""
    place = QStandardPaths.StandardLocation
    wanted = (place.DocumentsLocation, place.DesktopLocation, place.DownloadLocation, place.HomeLocation)
    found = [QStandardPaths.writableLocation(one) for one in wanted]
    return list(dict.fromkeys(folder for folder in found if folder and Path(folder).is_dir()))
