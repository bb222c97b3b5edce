"""The checklist definitions that ship with the app."""

from __future__ import annotations

import json
import threading
from pathlib import Path

from redflags import Definition, load_definition, read_definition_file


class ChecklistFiles:
    """Definitions of one folder, each read once and kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._kept: dict[str, tuple[str, Definition]] = {}

    def current(self, setting: str) -> Definition:
        """Return the shipped definition of a setting; redflags.DefinitionError when it is missing or wrong."""
        return self._read(setting)[1]

    def text(self, setting: str) -> str:
        """Return the shipped definition as complete JSON text, as a draft keeps it."""
        return self._read(setting)[0]

    def parse(self, text: str) -> Definition:
        """Read a kept definition again."""
        return load_definition(json.loads(text))

    def _read(self, setting: str) -> tuple[str, Definition]:
        with self._lock:
            if setting not in self._kept:
                data = read_definition_file(self._folder, setting)
                text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
                self._kept[setting] = (text, load_definition(data))
            return self._kept[setting]
