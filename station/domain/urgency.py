"""Urgency classes of a lead and the desk's response targets (DOMAIN 5.4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
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


# P3: four working hours to acknowledge and the daily batch to decide (DOMAIN 5.4); nights are not counted out here.
_MINUTES: dict[Urgency, tuple[int, int, int]] = {
    Urgency.P1: (1, 2, 3),
    Urgency.P2: (5, 15, 30),
    Urgency.P3: (240, 480, 1440),
}

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
    """Return the desk's targets, counted from the moment the station had the alert."""
    ack, callback, decide = _MINUTES[urgency]
    return Targets(
        ack_by=received_at + timedelta(minutes=ack),
        callback_by=received_at + timedelta(minutes=callback),
        decide_by=received_at + timedelta(minutes=decide),
    )


def is_late(received_at: datetime, submitted_at: datetime) -> bool:
    """True when the alert reached the station more than two minutes after it was submitted."""
    return received_at - submitted_at > LATE_AFTER
