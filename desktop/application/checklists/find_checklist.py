"""The checklist a screen or a draft works with."""

from __future__ import annotations

import threading

from desktop.application.errors import NotFound
from desktop.application.ports import Checklists, ReadSide
from desktop.domain.alert.fields import ANY
from redflags import Definition


class FindChecklist:
    """Return one setting's definition; an older version comes from what the drafts started with it kept."""

    def __init__(self, *, checklists: Checklists, reads: ReadSide) -> None:
        self._checklists = checklists
        self._reads = reads
        self._lock = threading.Lock()
        self._kept: dict[tuple[str, int], Definition] = {}

    def __call__(self, setting: str, version: int | None = None) -> Definition:
        """Return it; NotFound for an unknown setting or a version this profile never used."""
        if setting not in ANY:
            raise NotFound("checklist")
        current = self._checklists.current(setting)
        if version is None or version == current.version:
            return current
        with self._lock:
            found = self._kept.get((setting, version))
            if found is None:
                text = self._reads.checklist_text(setting, version)
                if text is None:
                    raise NotFound("checklist version")
                found = self._kept[setting, version] = self._checklists.parse(text)
            return found
