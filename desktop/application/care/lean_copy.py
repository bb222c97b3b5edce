"""A copy of the profile for a backup: without what need not come back."""

from __future__ import annotations

from desktop.application.ports import Begin, Clock
from desktop.domain.alert.retention import wipe_alert, wipe_closing, wipe_supplement

_BATCH = 50


class MakeLean:
    """Take the L3 details out of a copied profile: of alerts the station has safe, and of closings.

    A backup lives longer than these details may. What is still to be sent, and drafts under way, stay whole: they are what a
    restore is for.
    """

    def __init__(self, *, clock: Clock) -> None:
        self._clock = clock

    def __call__(self, begin: Begin) -> int:
        """Take them out of the copy that `begin` writes to; returns how many records were touched. StorageFailed."""
        count = 0
        while True:
            touched = _one_batch(begin, self._clock)
            count += touched
            if touched == 0:
                return count


def _one_batch(begin: Begin, clock: Clock) -> int:
    now = clock.now()
    with begin() as work:
        (epoch, seq), position = work.feed.durable(), work.feed.position()
        known = not work.feed.comparison().due and epoch == position.epoch
        alerts = work.alerts.wipeable("L3", now, seq, _BATCH) if known else ()
        for alert_id in alerts:
            later = tuple(wipe_supplement(one, "L3") for one in work.alerts.supplements(alert_id))
            work.alerts.replace_wiped(wipe_alert(work.alerts.get(alert_id), "L3"), later)
        closings = work.drafts.wipeable("L3", now, _BATCH)
        for closing in filter(None, map(work.drafts.closing, closings)):
            work.drafts.replace_wiped(wipe_closing(closing, "L3"))
        if alerts or closings:
            work.commit()
    return len(alerts) + len(closings)
