"""The silent alarm in the half second between the window's first paint and the open profile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.application.errors import NotEnrolled
from desktop.domain.alert.silent import silent_alert
from desktop.domain.delivery.outbox import OutboxEntry
from desktop.domain.member.shop import settings_of_trade

if TYPE_CHECKING:
    from desktop.application.early_port import EarlyBegin, NewId, RulesetOf
    from desktop.application.session import Session


class EarlyAlarm:
    """Save what `SilentAlarm` saves when no draft is in hand, by a road that needs little to be loaded."""

    def __init__(self, *, begin: EarlyBegin, now: Callable[[], datetime], new_id: NewId, ruleset: RulesetOf) -> None:
        self._begin = begin
        self._now = now
        self._new_id = new_id
        self._ruleset = ruleset

    def __call__(self, session: Session | None = None) -> str:
        """Return the alert's id once it is durable; NotEnrolled, StorageFailed, ProfileLocked."""
        with self._begin() as work:
            shop = work.shop()
            if shop is None:
                raise NotEnrolled
            now = self._now()
            ruleset = self._ruleset(settings_of_trade(shop.merchant.trade)[0])
            member_id, sign = (session.member_id, session.sign) if session else (None, None)
            alert = silent_alert(self._new_id(now), shop, ruleset, member_id, sign, now)
            work.add(alert, OutboxEntry(alert.alert_id, 0, True, now, now))
            work.commit()
        return alert.alert_id
