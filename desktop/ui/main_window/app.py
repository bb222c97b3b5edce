"""Starting Qt: the window is painted first, everything heavy is loaded after."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.ui.main_window.window import TITLE, MainWindow
from desktop.ui.runtime.single_instance import SingleInstance

if TYPE_CHECKING:
    from desktop.ui.runtime.garbage import UiGarbage
    from desktop.ui.runtime.host import Host

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
    """Return the whole window in the language, theme and text size kept for this PC, not yet shown."""
    window = MainWindow()
    _furnish(window, host)
    return window


def run_app(host: Host, home: Path, begun: Callable[[], None] = lambda: None) -> int:
    """Show the window, then make the silent alarm ready, then open the profile, and return the exit code when the window closes.

    When another window has the folder `home`, that one comes to the front and nothing is opened here. `begun` is called once
    the window is on the screen.
    """
    app = make_app()
    instance = SingleInstance(home)
    if not instance.claim():
        return 0
    try:
        return _run(app, host, instance, begun)
    finally:
        instance.release()


def _run(app: QApplication, host: Host, instance: SingleInstance, begun: Callable[[], None]) -> int:
    window = MainWindow()
    kept = host.preferences()
    window.show_picture(kept)
    endings: list[Callable[[], None]] = []

    def after_first_paint() -> None:
        from desktop.ui.runtime.garbage import UiGarbage
        from desktop.ui.runtime.hot_keys import hot_keys

        # Before the first thread that works beside this one.
        garbage = UiGarbage(app)
        garbage.start()
        # Everything else waits for the alarm: two things loaded at the same time are both late.
        window.alarm_key.start(host).settled.connect(lambda: load_the_rest(garbage))
        hot_keys().apply(kept.keys)
        window.alarm_key.listen()

    def load_the_rest(garbage: UiGarbage) -> None:
        begun()
        endings.append(_listen(app, window, instance))
        _furnish(window, host)
        window.keeper.loaded.connect(garbage.keep_loaded)
        _begin(app, window)

    window.seen.connect(after_first_paint)
    window.show_fitting()
    try:
        return app.exec()
    finally:
        for end in endings:
            end()


def _furnish(window: MainWindow, host: Host) -> None:
    from desktop.ui.runtime.language import language
    from desktop.ui.runtime.theme import theme

    kept = host.preferences()
    language().apply(kept.language)
    theme().apply(kept.theme, kept.text_percent)
    window.furnish(host)


def _listen(app: QApplication, window: MainWindow, instance: SingleInstance) -> Callable[[], None]:
    """Hear a second start and the signal to end; returns what ends the hearing."""
    from desktop.ui.runtime.end_signal import EndSignal

    instance.raise_requested.connect(window.bring_to_front)
    instance.listen()
    end = EndSignal()
    end.asked.connect(window.close)
    # Minimised, its closing would not be that of the last window seen.
    end.asked.connect(app.quit)
    return end.close


def _begin(app: QApplication, window: MainWindow) -> None:
    from PySide6.QtGui import QIcon

    from desktop.ui.main_window.tray_keeper import TrayKeeper
    from desktop.ui.runtime.icons import icon_pixmap
    from desktop.ui.runtime.tray import system_tray

    app.setWindowIcon(QIcon(icon_pixmap(APP_ICON, "accent", 64)))
    window.start()
    TrayKeeper(window, system_tray(window))
