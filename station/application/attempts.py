"""Counting wrong tries, so that codes and passwords cannot be guessed."""

from datetime import datetime, timedelta

from station.application.ports import Unit
from station.application.records import Attempts


def count_try(unit: Unit, scope: str, now: datetime, kept: timedelta) -> int:
    """Count one more wrong try against `scope`, forgetting those older than `kept`; returns the count."""
    old = unit.attempts.get(scope)
    if old is None:
        unit.attempts.add(Attempts(scope, 1, now))
        return 1
    if now - old.since >= kept:
        unit.attempts.change(scope, tries=1, since=now)
        return 1
    unit.attempts.change(scope, tries=old.tries + 1)
    return old.tries + 1
