"""The station's signed statement that a letter arrived."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Receipt:
    """A verified receipt of one letter (`n` 0 is the alert); `compact` is the signed token byte for byte as it was sent."""

    alert_id: str
    n: int
    sha256: str
    epoch: str
    seq: int
    received_at: datetime
    compact: str = field(repr=False)
