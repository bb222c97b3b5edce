"""Buttons: one class, the look chosen by a variant."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.ui.runtime.icons import icon
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import set_property

_ICON_TOKEN = {"primary": "on_accent", "ghost": "accent", "danger-outline": "danger"}


class Button(QPushButton):
    """A button at least 44 px high; variants: primary, secondary, ghost, danger-outline, choice, chip, tile, key, answer."""

    def __init__(
        self,
        text: str = "",
        variant: str = "secondary",
        icon_name: str = "",
        parent: QWidget | None = None,
        *,
        name: str = "",
        checkable: bool = False,
        large: bool = False,
    ) -> None:
        super().__init__(_literal(text), parent)
        self._icon_name, self._icon_token = icon_name, _ICON_TOKEN.get(variant, "text_2")
        self._drawn_for = ("", "", 0)
        self.setProperty("variant", variant)
        self.setCheckable(checkable)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name or text)
        if not text:
            self.setProperty("square", "true")
            self.setToolTip(name)
        if large:
            self.setProperty("scale", "large")
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._draw_icon()
        theme().changed.connect(self._draw_icon)

    def set_icon(self, name: str, token: str = "") -> None:
        """Show another icon, in the variant's colour unless a token is given."""
        self._icon_name, self._icon_token = name, token or self._icon_token
        self._draw_icon()

    def set_variant(self, variant: str) -> None:
        """Change the look."""
        set_property(self, "variant", variant)
        self._icon_token = _ICON_TOKEN.get(variant, "text_2")
        self._draw_icon()

    def set_words(self, text: str) -> None:
        """Change text and accessible name together."""
        self.setText(_literal(text))
        if text:
            set_property(self, "square", "false")
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button as Space does: outside dialogs Qt leaves it to the page, and a clerk tries it first."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        # On a pad of keys Enter ends the typing, whichever key was touched last.
        if not enter or not plain or self.property("variant") == "key":
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def _draw_icon(self) -> None:
        if not self._icon_name:
            return
        wanted = (self._icon_name, theme().hex(self._icon_token), theme().px(18))
        if wanted != self._drawn_for:
            self._drawn_for = wanted
            # Qt puts only 4 px between icon and words; an icon with room at its right gives them air.
            air = theme().px(6) if self.text() else 0
            self.setIcon(icon(self._icon_name, self._icon_token, air=air, size=wanted[2]))
            self.setIconSize(QSize(wanted[2] + air, wanted[2]))


def _literal(text: str) -> str:
    """Keep an ampersand (J&T) from becoming an underlined letter: no button here has a key of that kind."""
    return text.replace("&", "&&")
