"""What a profile that came out of a backup must remember and ask."""

from __future__ import annotations

from datetime import datetime

from desktop.application.care_port import CareStore
from desktop.application.ports import Begin, Clock
from desktop.domain.delivery.comparison import ask

RESTORED = "care/backup-restored"


class MarkRestored:
    """Compare every letter with the station before anything else is believed, and say on the screens what happened.

    What waited in the backup and was sent since is sent again with the same id and bytes, which the station answers with the
    receipt it gave before: nothing arrives twice.
    """

    def __init__(self, *, begin: Begin, store: CareStore, clock: Clock) -> None:
        self._begin = begin
        self._store = store
        self._clock = clock

    def __call__(self, made_at: datetime) -> None:
        """Note it; `made_at` is when the backup was made. StorageFailed."""
        with self._begin() as work:
            work.feed.put_comparison(ask(work.feed.comparison()))
            work.commit()
        self._store.put(RESTORED, {"made_at": made_at.isoformat(), "at": self._clock.now().isoformat()})
