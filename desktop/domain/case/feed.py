"""Events of the station's feed, where this terminal has read to, and receipts for what people were shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """One event of the feed; `raw` is the JSON text of its data while nothing here has understood it, else empty."""

    epoch: str
    seq: int
    type: str
    alert_id: str | None
    at: datetime
    raw: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class FeedPosition:
    """How far this terminal has read, committed together with the events; both empty before the first page of an epoch."""

    epoch: str = ""
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class ReadReceipt:
    """Proof still to be sent that a feed event was shown to a person."""

    seq: int
    shown_at: datetime
    member_id: str | None
    epoch: str = ""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A notice of the bureau to the alliance."""

    bulletin_id: str
    title: str
    text: str
    trade: str
    area: str
    issued_at: datetime
    seq: int
    read_at: datetime | None = None
