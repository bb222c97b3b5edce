"""The practice shops of the tour, with a station that can be lost and found while the windows stay open."""

from __future__ import annotations

from desktop.hosts import PracticeHost
from desktop.settings import Settings
from desktop.ui.runtime.host import PracticeFacts


class TourHost(PracticeHost):
    """Practice mode whose station outlives a window, and goes away when the tour says so."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self._facts: PracticeFacts | None = None

    def prepare(self) -> PracticeFacts:
        """Prepare once; a window opened again later finds the same shops, with or without a station."""
        if self._facts is None:
            self._facts = super().prepare()
        return self._facts

    def close(self) -> None:
        """A window was closed; the station runs on."""

    def lose_station(self) -> None:
        """End the station's process: from now on every call fails."""
        super().close()

    def find_station(self) -> None:
        """Start the station again, on the same port and data."""
        self._station()
