"""Starting Qt: the window is painted first, everything heavy is loaded after."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.ui.main_window.window import TITLE, MainWindow
from desktop.ui.runtime.host import Host
from desktop.ui.runtime.icons import icon_pixmap
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme

APP_ICON = "clipboard-check"


def make_app() -> QApplication:
    """Return the Qt application of this process, with neutral names."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("counterwatch")
    app.setApplicationDisplayName(TITLE)
    app.setDesktopFileName("counterwatch")
    return app


def make_window(host: Host) -> MainWindow:
    """Return the window in the language, theme and text size kept for this PC, not yet shown."""
    kept = host.preferences()
    language().apply(kept.language)
    theme().apply(kept.theme, kept.text_percent)
    return MainWindow(host)


def run_app(host: Host) -> int:
    """Show the window, open the profile right after the first paint, and return the exit code when the window closes."""
    app = make_app()
    window = make_window(host)
    app.setWindowIcon(QIcon(icon_pixmap(APP_ICON, "accent", 64)))
    window.show()
    QTimer.singleShot(0, window.start)
    return app.exec()
