"""Where a file was put, in words short enough for one line, and showing its folder beside the program."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

_OWN = "LD_LIBRARY_PATH"


def place_of(file: Path) -> str:
    """Return folder and file, `文档/登记.pdf`; the whole path where the folder is a disk's root."""
    return f"{file.parent.name}/{file.name}" if file.parent.name else str(file)


def show_folder(file: Path) -> bool:
    """Ask the system to show the folder a file lies in; False where it cannot. Nothing is waited for."""
    folder = str(file.parent)
    opener = QStandardPaths.findExecutable("xdg-open") if sys.platform.startswith("linux") else ""
    if not opener:
        return file.parent.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
    process = QProcess()
    process.setProgram(opener)
    process.setArguments([folder])
    process.setProcessEnvironment(_environment())
    # A file manager that talks to the terminal must not talk into ours.
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    # The signature promises a pair; what comes is its first half.
    started: object = process.startDetached()
    return file.parent.is_dir() and (started[0] if isinstance(started, tuple) else started) is True


def _environment() -> QProcessEnvironment:
    """A packed program points the loader at its own libraries; what it starts must not see them."""
    found = QProcessEnvironment.systemEnvironment()
    if getattr(sys, "frozen", False):
        before = os.environ.get(f"{_OWN}_ORIG")
        if before:
            found.insert(_OWN, before)
        else:
            found.remove(_OWN)
    return found
