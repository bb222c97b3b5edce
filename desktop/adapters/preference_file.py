"""Look and language in a small JSON file beside the encrypted database; nothing personal is in it."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from desktop.adapters.system.private_files import make_private_folder
from desktop.application.errors import StorageFailed
from desktop.application.read_models import Preferences

PREFERENCES = "preferences.json"
_ALLOWED: dict[str, tuple[object, ...]] = {
    "language": ("zh", "en"),
    "theme": ("system", "light", "dark"),
    "text_percent": (100, 125, 150),
}


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
        return Preferences(**{name: said[name] for name, allowed in _ALLOWED.items() if said.get(name) in allowed})

    def save(self, preferences: Preferences) -> None:
        """Write the file whole or not at all; StorageFailed."""
        growing = self._path.with_suffix(".part")
        try:
            make_private_folder(self._path.parent)
            growing.write_text(json.dumps(asdict(preferences), indent=1), encoding="utf-8")
            growing.replace(self._path)
        except OSError:
            raise StorageFailed("io") from None
