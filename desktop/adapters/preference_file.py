"""Look and language in a small JSON file beside the encrypted database; nothing personal is in it."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from desktop.application.preference_model import Preferences

PREFERENCES = "preferences.json"
_ALLOWED: dict[str, tuple[object, ...]] = {
    "language": ("zh", "en"),
    "theme": ("system", "light", "dark"),
    "text_percent": (100, 125, 150),
    "hide_page": ("both", "gold", "parcel"),
    "lock_minutes": tuple(range(1, 61)),
    "guide_done": (False, True),
}
MOST_KEYS = 40
LONGEST_KEY = 40


class PreferenceFile:
    """The preferences of one profile; an unreadable file counts as the defaults and is written anew."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Preferences:
        """Return what was saved, every unknown value replaced by its default."""
        try:
            said = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return Preferences()
        if not isinstance(said, dict):
            return Preferences()
        known = {name: said[name] for name, allowed in _ALLOWED.items() if _is_one_of(said.get(name), allowed)}
        return Preferences(**known, keys=_keys(said.get("keys")))

    def save(self, preferences: Preferences) -> None:
        """Write the file whole or not at all; StorageFailed."""
        # Loading is all that happens before the window's first paint; only saving needs these.
        from desktop.adapters.system.private_files import make_private_folder
        from desktop.application.errors import StorageFailed

        growing = self._path.with_suffix(".part")
        try:
            make_private_folder(self._path.parent)
            growing.write_text(json.dumps(asdict(preferences), indent=1), encoding="utf-8")
            growing.replace(self._path)
        except OSError:
            raise StorageFailed("io") from None


def _is_one_of(value: object, allowed: tuple[object, ...]) -> bool:
    """Whether a value is one of those, of the same kind too: true is not the number 1."""
    return any(value == one and type(value) is type(one) for one in allowed)


def _keys(said: object) -> dict[str, str]:
    if not isinstance(said, dict):
        return {}
    kept = {name: key for name, key in said.items() if isinstance(key, str) and len(key) <= LONGEST_KEY}
    return dict(list(kept.items())[:MOST_KEYS])
