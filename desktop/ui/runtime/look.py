"""Keys, language, theme and text size as they are kept for a profile, put on at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.runtime.hot_keys import hot_keys
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme

if TYPE_CHECKING:
    from desktop.application.preference_model import Preferences


def apply_look(kept: Preferences) -> None:
    """Show everything as kept; what is so already is not done again."""
    hot_keys().apply(kept.keys)
    if (kept.language, kept.theme, kept.text_percent) != (language().code, theme().choice, theme().percent):
        language().apply(kept.language)
        theme().apply(kept.theme, kept.text_percent)
