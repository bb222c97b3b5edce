"""What lies on this PC, how long personal details stay, and taking them out now."""

from __future__ import annotations

from collections.abc import Callable

from desktop.application.care_models import StorageReport
from desktop.application.care_port import CareStore, Folder
from desktop.application.changes import NOTHING, Outcome
from desktop.application.ports import Clock
from desktop.domain.alert.retention import LONGEST, STEPS, Retention, wiped_before

CHOICE = "care/retention"


class ReadRetention:
    """Return the days chosen for this profile, the longest allowed when nobody chose."""

    def __init__(self, *, store: CareStore) -> None:
        self._store = store

    def __call__(self) -> Retention:
        """Read them. StorageFailed."""
        said = self._store.get(CHOICE)
        if not isinstance(said, dict):
            return LONGEST
        days = [said.get(name) for name in ("l2", "l3")]
        if not all(isinstance(day, int) and not isinstance(day, bool) for day in days):
            return LONGEST
        l2, l3 = (day for day in days if isinstance(day, int))
        return Retention(l2, l3).within(LONGEST)


class SaveRetention:
    """Keep a choice; it counts from the next wipe on."""

    def __init__(self, *, store: CareStore) -> None:
        self._store = store

    def __call__(self, chosen: Retention) -> Outcome[Retention]:
        """Save what is within the longest allowed and return it. StorageFailed."""
        kept = chosen.within(LONGEST)
        self._store.put(CHOICE, {"l2": kept.l2, "l3": kept.l3})
        return Outcome(kept, NOTHING)


class ReadStorage:
    """Count what lies where and what the next wipe will take."""

    def __init__(self, *, store: CareStore, folder: Folder, clock: Clock, retention: Callable[[], Retention]) -> None:
        self._store = store
        self._folder = folder
        self._clock = clock
        self._retention = retention

    def __call__(self) -> StorageReport:
        """Look. StorageFailed."""
        kept, now, durable = self._retention(), self._clock.careful(), self._store.durable()
        return StorageReport(
            home=self._folder.path,
            sizes=self._folder.sizes(),
            free_bytes=self._folder.free_bytes(),
            rows=self._store.rows(),
            wiped=self._store.wiped(),
            due={step: self._store.due(step, wiped_before(step, now, kept), durable) for step in STEPS},
            retention=kept,
            longest=LONGEST,
        )
