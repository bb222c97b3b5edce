"""Frozen rows of the bulletins page; only these cross threads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class BulletinRow:
    """One notice as the station sent it; `trade` and `area` are empty when it is for everybody, `read_at` once somebody here saw it."""

    bulletin_id: str
    title: str
    text: str
    trade: str
    area: str
    issued_at: datetime
    read_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class BulletinShelf:
    """Every notice this PC was sent, the newest first."""

    rows: tuple[BulletinRow, ...]

    @property
    def unread(self) -> int:
        """Return how many nobody here has seen."""
        return sum(1 for row in self.rows if row.read_at is None)
