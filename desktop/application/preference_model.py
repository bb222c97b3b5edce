"""How a profile looks and is worked; alone in its file because the window needs it before anything else is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Preferences:
    """Look, language and keys of this PC's profile; not personal, kept outside the encrypted database.

    `keys` holds only what differs from the keys as shipped: action -> key sequence in portable text. `hide_page` is what quick
    hide shows. `lock_minutes` without a key or a touch lock the pages.
    """

    language: Literal["zh", "en"] = "zh"
    theme: Literal["system", "light", "dark"] = "system"
    text_percent: int = 100  # 100, 125 or 150
    keys: Mapping[str, str] = field(default_factory=dict)
    hide_page: Literal["both", "gold", "parcel"] = "both"
    lock_minutes: int = 5
    guide_done: bool = False
