"""The number an alert has on the clerk's screen, so that both sides of a telephone name the same thing."""

from __future__ import annotations

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def clerk_number(alert_id: str) -> str:
    """Return the eight characters every counter app shows of an alert: the random end of its id, 40 bits, five at a time."""
    tail = int(alert_id.replace("-", "")[-10:], 16)
    digits = "".join(_DIGITS[(tail >> shift) & 31] for shift in range(35, -1, -5))
    return f"{digits[:4]}-{digits[4:]}"
