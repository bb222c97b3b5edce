"""One key press: a minimal urgent alert, committed before anything is asked."""

from __future__ import annotations

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import NotEnrolled
from desktop.application.ports import Begin, Checklists, Clock, Ids
from desktop.application.session import Session
from desktop.domain.alert.silent import silent_alert
from desktop.domain.delivery.outbox import OutboxEntry
from desktop.domain.member.shop import settings_of_trade


class SilentAlarm:
    """Save the alarm and its outbox entry in one transaction; everything later follows as supplements."""

    def __init__(self, *, begin: Begin, clock: Clock, ids: Ids, checklists: Checklists) -> None:
        self._begin = begin
        self._clock = clock
        self._ids = ids
        self._checklists = checklists

    def __call__(self, session: Session | None) -> Outcome[str]:
        """Return the alert's id once it is durable; NotEnrolled, StorageFailed."""
        with self._begin() as work:
            shop = work.members.shop()
            if shop is None:
                raise NotEnrolled
            now = self._clock.now()
            ruleset = self._checklists.current(settings_of_trade(shop.merchant.trade)[0]).ruleset
            member_id = session.member_id if session else None
            sign = session.sign if session else None
            alert = silent_alert(self._ids.uuid7(now), shop, ruleset, member_id, sign, now)
            work.alerts.add(alert)
            work.outbox.add(OutboxEntry(alert.alert_id, 0, True, now, now))
            work.commit()
        return Outcome(alert.alert_id, changed(Kind.ALERTS, Kind.OUTBOX))
