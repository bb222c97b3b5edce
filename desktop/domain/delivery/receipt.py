"""The station's signed statement that a letter arrived."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Receipt:
    """A verified receipt of one letter (`n` 0 is the alert); `compact` is the signed token byte for byte as it was sent.

    `prev` is the digest of the receipt this terminal was given before it, None for its first.
    """

    alert_id: str
    n: int
    sha256: str
    epoch: str
    seq: int
    received_at: datetime
    compact: str = field(repr=False)
    prev: str | None = None

    @property
    def digest(self) -> str:
        """The lowercase hex SHA-256 of the token, by which the next receipt names this one."""
        return hashlib.sha256(self.compact.encode()).hexdigest()
