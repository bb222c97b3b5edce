"""When the screen must say that the police have not received it and a phone call is needed (DOMAIN 5.4)."""

from __future__ import annotations

from datetime import datetime, timedelta

ACK_TARGET = timedelta(seconds=60)


def must_call_110(
    *, urgent: bool, delivery: str, created_at: datetime, acked_at: datetime | None, online: bool | None, now: datetime
) -> bool:
    """Whether an urgent alert needs the phone: not received and offline (at once) or refused, or silent for 60 s."""
    if not urgent or acked_at is not None:
        return False
    if delivery == "refused" or (delivery != "delivered" and online is False):
        return True
    return now - created_at >= ACK_TARGET
