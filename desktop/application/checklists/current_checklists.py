"""The checklists for new drafts: what the station published where that is newer, else what ships with the app."""

from __future__ import annotations

import threading
from typing import Protocol

from desktop.application.ports import Checklists
from desktop.domain.alert.bundle import Bundle
from redflags import Definition, DefinitionError


class KeepsBundle(Protocol):
    """Whoever knows what the station published last."""

    def bundle(self) -> Bundle | None: ...


class CurrentChecklists:
    """A `Checklists` over the shipped ones and the kept bundle; an expired bundle stays usable, only flagged."""

    def __init__(self, *, shipped: Checklists, reads: KeepsBundle) -> None:
        self._shipped = shipped
        self._reads = reads
        self._lock = threading.Lock()
        self._published: dict[str, tuple[Definition, str]] | None = None

    def current(self, setting: str) -> Definition:
        """Return the definition new drafts begin with."""
        found = self._newer(setting)
        return found[0] if found else self._shipped.current(setting)

    def text(self, setting: str) -> str:
        """Return its complete JSON text."""
        found = self._newer(setting)
        return found[1] if found else self._shipped.text(setting)

    def parse(self, text: str) -> Definition:
        """Read a kept definition."""
        return self._shipped.parse(text)

    def refresh(self) -> None:
        """Look at the kept bundle again."""
        with self._lock:
            self._published = None

    def _newer(self, setting: str) -> tuple[Definition, str] | None:
        with self._lock:
            if self._published is None:
                self._published = self._read()
            found = self._published.get(setting)
        # The same version is the same checklist: a draft's version names one text for good.
        return found if found and found[0].version > self._shipped.current(setting).version else None

    def _read(self) -> dict[str, tuple[Definition, str]]:
        bundle, published = self._reads.bundle(), {}
        for setting, text in bundle.checklists.items() if bundle else ():
            try:
                published[setting] = (self._shipped.parse(text), text)
            except DefinitionError:
                # Checked when it was taken: an older app has opened this profile since, and goes on with its own.
                continue
        return published
