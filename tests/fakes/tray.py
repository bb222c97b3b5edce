"""A tray that remembers what was shown; a person's press is a call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class RememberedTray:
    """Keeps the icon's states, tooltips and notices."""

    shown: list[tuple[str, str]] = field(default_factory=list)
    notices: list[tuple[str, str]] = field(default_factory=list)
    gone: bool = False
    press: Callable[[], None] = lambda: None

    def show(self, state: str, tooltip: str) -> None:
        self.shown.append((state, tooltip))

    def notify(self, title: str, text: str) -> None:
        self.notices.append((title, text))

    def on_pressed(self, call: Callable[[], None]) -> None:
        self.press = call

    def hide(self) -> None:
        self.gone = True
