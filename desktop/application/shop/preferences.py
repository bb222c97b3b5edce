"""Look and language of this PC."""

from __future__ import annotations

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.ports import PreferenceStore
from desktop.application.read_models import Preferences


class SavePreferences:
    """Keep the look and language for the next start."""

    def __init__(self, *, store: PreferenceStore) -> None:
        self._store = store

    def __call__(self, preferences: Preferences) -> Outcome[None]:
        """Save them; StorageFailed."""
        self._store.save(preferences)
        return Outcome(None, changed(Kind.PREFERENCES))
