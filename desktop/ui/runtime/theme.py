"""The look of the app: one token table per theme becomes a palette, a style sheet and the colours of painted widgets."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui.runtime.resources import resource
from desktop.ui.runtime.tokens import THEMES

SIZES = (100, 125, 150)
BASE_PX = 14
FAMILIES = [
    "Noto Sans CJK SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Source Han Sans SC",
    "Noto Sans",
    "sans-serif",
]

_ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface_2",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "on_ink",
    QPalette.ColorRole.PlaceholderText: "text_3",
    QPalette.ColorRole.Highlight: "accent_fill",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Accent: "accent_fill",
}


class Theme(QObject):
    """The chosen theme and text size of this process; `changed` after either was switched."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choice = "light"
        self._name = "light"
        self._percent = 100

    @property
    def name(self) -> str:
        """Return `light` or `dark`, as really shown."""
        return self._name

    @property
    def choice(self) -> str:
        """Return what was asked for: `system`, `light` or `dark`."""
        return self._choice

    @property
    def percent(self) -> int:
        """Return the text size in percent: 100, 125 or 150."""
        return self._percent

    def color(self, token: str) -> QColor:
        """Return the colour of a token in the theme now shown."""
        return QColor(THEMES[self._name][token])

    def hex(self, token: str) -> str:
        """Return the colour of a token as `#RRGGBB`."""
        return THEMES[self._name][token]

    def px(self, size: float) -> int:
        """Return a length of the 100 % design, in pixels, at the text size now chosen."""
        return round(size * self._percent / 100)

    def font(self, size: float = BASE_PX, weight: int = QFont.Weight.Normal) -> QFont:
        """Return the app font at a 100 % pixel size, scaled; `weight` is 100 to 900."""
        font = QFont(FAMILIES)
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        return font

    def apply(self, choice: str = "system", percent: int = 100) -> None:
        """Show the theme and text size in every window at once; unknown values fall back to the defaults.

        What is shown so already is not put on again: Qt would polish every widget for nothing.
        """
        self._choice = choice if choice in (*THEMES, "system") else "system"
        self._name = _system_theme() if self._choice == "system" else self._choice
        self._percent = percent if percent in SIZES else 100
        app = QApplication.instance()
        if isinstance(app, QApplication):
            sheet = self.style_sheet()
            if app.styleSheet() == sheet:
                return
            if not app.styleSheet():
                app.setStyle("fusion")
            app.setPalette(self.palette())
            app.setFont(self.font())
            app.setStyleSheet(sheet)
        self.changed.emit()

    def palette(self) -> QPalette:
        """Return the palette of the theme now shown."""
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.color(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("disabled"))
        return palette

    def style_sheet(self) -> str:
        """Return the style sheet: the template with `$token` colours and `$p<n>` lengths that follow the text size."""
        lengths = {f"p{n}": f"{self.px(n)}px" for n in range(1, 101)}
        icons = {f"icon_{name}": _icon_path(name, self._name) for name in ("chevron-down", "check")}
        values = {**THEMES[self._name], **lengths, **{key.replace("-", "_"): value for key, value in icons.items()}}
        return _template().substitute(values)


def _icon_path(name: str, theme_name: str) -> str:
    return resource("styles", f"{name}-{theme_name}.svg").as_posix()


@cache
def _template() -> Template:
    return Template(Path(resource("styles", "app.qss")).read_text(encoding="utf-8"))


def _system_theme() -> str:
    hints = QGuiApplication.styleHints() if QGuiApplication.instance() else None
    dark = hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"


@cache
def theme() -> Theme:
    """Return the one theme of this process."""
    return Theme()
