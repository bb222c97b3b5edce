"""The main pages once more: dark, 150 % text, English."""

from __future__ import annotations

from dataclasses import replace

from desktop.application.read_models import Preferences
from desktop.tour.guide import Guide
from desktop.tour.stage import TourStuck
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme

LOOKS = {
    "dark": Preferences(theme="dark"),
    "large": Preferences(theme="light", text_percent=150),
    "english": Preferences(theme="light", language="en"),
}
ROUTES = ("counter", "checklist", "live", "records", "rewards", "settings")


def looks(guide: Guide, alert_id: str) -> None:
    """Show every main page in every look, then go back to the first."""
    context = guide.stage.window.context
    if context is None:
        raise TourStuck("no profile is open")
    first = context.services.preferences()
    for name, look in LOOKS.items():
        _wear(guide, look)
        for route in ROUTES:
            args: dict[str, object] = {"alert_id": alert_id} if route == "live" else {}
            guide.stage.window.go(route, **args)
            guide.stage.wait("the page to be read", lambda: not _busy(guide))
            guide.stage.rest()
            guide.shoot(f"{name}-{route}")
    _wear(guide, first)


def _wear(guide: Guide, look: Preferences) -> None:
    context = guide.stage.window.context
    if context is None:
        raise TourStuck("no profile is open")
    context.services.save_preferences(replace(look))
    language().apply(look.language)
    theme().apply(look.theme, look.text_percent)
    guide.stage.settle()


def _busy(guide: Guide) -> bool:
    """The feed's long poll is always under way; anything more is a page still reading."""
    context = guide.stage.window.context
    return context is not None and context.tasks.under_way > 1
