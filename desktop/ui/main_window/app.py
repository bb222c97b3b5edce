"""Starting Qt: the window is painted first, everything heavy is loaded after."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.ui.main_window.window import TITLE, MainWindow
from desktop.ui.runtime.end_signal import EndSignal
from desktop.ui.runtime.host import Host
from desktop.ui.runtime.icons import icon_pixmap
from desktop.ui.runtime.language import language
from desktop.ui.runtime.single_instance import SingleInstance
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


def run_app(host: Host, home: Path) -> int:
    """Show the window, open the profile right after the first paint, and return the exit code when the window closes.

    When another window has the folder `home`, that one comes to the front and nothing is opened here.
    """
    app = make_app()
    instance = SingleInstance(home)
    if not instance.claim():
        return 0
    try:
        return _run(app, host, instance)
    finally:
        instance.release()


def _run(app: QApplication, host: Host, instance: SingleInstance) -> int:
    window = make_window(host)
    instance.raise_requested.connect(window.bring_to_front)
    app.setWindowIcon(QIcon(icon_pixmap(APP_ICON, "accent", 64)))
    window.show()
    QTimer.singleShot(0, lambda: _after_first_paint(window))
    end = EndSignal()
    end.asked.connect(window.close)
    # Minimised, its closing would not be that of the last window seen.
    end.asked.connect(app.quit)
    try:
        return app.exec()
    finally:
        end.close()


def _after_first_paint(window: MainWindow) -> None:
    from desktop.ui.main_window.tray_keeper import TrayKeeper
    from desktop.ui.runtime.tray import system_tray

    window.start()
    TrayKeeper(window, system_tray(window))
