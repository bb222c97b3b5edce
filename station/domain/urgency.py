"""Urgency classes of a lead and the desk's response targets (DOMAIN 5.4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone
from enum import StrEnum


class Urgency(StrEnum):
    """P1 urgent, P2 alert, P3 watch."""

    P1 = "P1"
    P2 = "P2"
    P3 = "P3"


@dataclass(frozen=True, slots=True)
class Targets:
    """Times by which the desk should have acted."""

    ack_by: datetime
    callback_by: datetime
    decide_by: datetime


_MINUTES: dict[Urgency, tuple[int, int, int]] = {
    Urgency.P1: (1, 2, 3),
    Urgency.P2: (5, 15, 30),
    # Four working hours to acknowledge, one working day until the daily batch has looked at it (DOMAIN 5.4).
    Urgency.P3: (240, 480, 600),
}

_CHINA = timezone(timedelta(hours=8))
_OPENS, _CLOSES = time(8), time(18)
"""The day desk's hours in China's time, every day of the week: the squad is there at night for P1 and P2 only."""

LATE_AFTER = timedelta(seconds=120)


def is_urgent(alert: Mapping[str, object]) -> bool:
    """True when the alert takes the urgent lane: level urgent, the clerk pressed urgent, or a silent alarm."""
    return alert.get("level") == "urgent" or alert.get("urgency_by_clerk") == "urgent" or alert.get("silent") is True


def classify(alert: Mapping[str, object]) -> Urgency:
    """Return the urgency class of an alert (or of the new facts of a supplement)."""
    if is_urgent(alert):
        return Urgency.P1
    return Urgency.P2 if alert.get("level") == "alert" else Urgency.P3


def targets(urgency: Urgency, received_at: datetime) -> Targets:
    """Return the desk's targets, counted from the moment the station had the alert; for P3 nights do not count."""
    by = _by_day if urgency is Urgency.P3 else _at_once
    ack, callback, decide = (by(received_at, minutes) for minutes in _MINUTES[urgency])
    return Targets(ack_by=ack, callback_by=callback, decide_by=decide)


def _at_once(start: datetime, minutes: int) -> datetime:
    return start + timedelta(minutes=minutes)


def _by_day(start: datetime, minutes: int) -> datetime:
    """Return the moment `minutes` of the day desk's time after `start`."""
    left, moment = timedelta(minutes=minutes), start.astimezone(_CHINA)
    while True:
        opens, closes = (datetime.combine(moment.date(), hour, _CHINA) for hour in (_OPENS, _CLOSES))
        moment = max(moment, opens)
        if moment + left <= closes:
            return (moment + left).astimezone(start.tzinfo)
        left -= max(timedelta(), closes - moment)
        moment = opens + timedelta(days=1)


def is_late(received_at: datetime, submitted_at: datetime) -> bool:
    """True when the alert reached the station more than two minutes after it was submitted."""
    return received_at - submitted_at > LATE_AFTER
