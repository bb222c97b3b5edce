"""One enrolled shop's counter, real use cases over any storage, with a clock and ids the test controls."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import desktop
from desktop.adapters.checklist_files import ChecklistFiles
from desktop.adapters.member_keys import Ed25519Keys
from desktop.application.hardening import MADE_UP
from desktop.application.ports import Begin
from desktop.domain.alert.alert import Alert, digest_of
from desktop.domain.delivery.outbox import OutboxEntry
from desktop.domain.member.member import Member
from desktop.domain.member.shop import Merchant, Shop
from tests.support import OPENING

CHECKLISTS = Path(desktop.__file__).parent.parent / "resources" / "checklists"
MERCHANT = Merchant("m-0001", "鑫福珠宝", "gold", "福建省连城县莲峰镇北大路1号", "13800138000")


@dataclass
class CountedIds:
    """UUIDv7-shaped ids that count, and a jitter that is always the same."""

    made: int = 0
    jitter: float = 0.5

    def uuid7(self, now: datetime) -> str:
        """The next id; the time in it is the one given."""
        self.made += 1
        ms = f"{int(now.timestamp() * 1000):012x}"
        return f"{ms[:8]}-{ms[8:]}-7000-8000-{self.made:012x}"

    def fraction(self) -> float:
        """The same jitter each time."""
        return self.jitter


def shop(terminal_key: bytes = b"\x01" * 32) -> Shop:
    """An enrolment at a station nobody calls."""
    return Shop(
        merchant=MERCHANT,
        terminal_id="t-0001",
        terminal_name="柜台1",
        station_id="s-0001",
        station_name="连城值班台",
        station_url="http://127.0.0.1:9",
        station_jwks=({"kty": "OKP", "crv": "Ed25519", "x": "AA", "kid": "k1"},),
        enrolled_at=OPENING,
        terminal_key=terminal_key,
    )


def alert(number: int, *, urgent: bool = False, at: datetime = OPENING, narrative: str = "客人一直在打电话") -> Alert:
    """A small alert with a body of its own."""
    body = f'{{"alert":{number}}}'.encode()
    return Alert(
        alert_id=f"0199f0c0-0000-7000-8000-{number:012x}",
        setting="gold_shop",
        level="urgent" if urgent else "alert",
        track="victim",
        computed_level="alert",
        member_id=None,
        created_at=at,
        observed_at=at,
        body=body,
        sha256=digest_of(body),
        narrative=narrative,
        urgent=urgent,
    )


def letter(of: Alert, n: int = 0, *, at: datetime = OPENING) -> OutboxEntry:
    """A fresh outbox entry of an alert."""
    return OutboxEntry(of.alert_id, n, of.urgent, at, at)


@dataclass
class Enrolled:
    """Writes an enrolled shop with one active member into a storage."""

    begin: Begin
    keys: Ed25519Keys = field(default_factory=lambda: Ed25519Keys(MADE_UP))
    checklists: ChecklistFiles = field(default_factory=lambda: ChecklistFiles(CHECKLISTS))
    pin: str = "2468"

    def __post_init__(self) -> None:
        """Enrol at once."""
        self.private = self.keys.generate()
        member = Member("u-0001", "小林", "clerk", wrapped_key=self.keys.wrap(self.private, self.pin))
        with self.begin() as work:
            work.members.put_shop(shop())
            work.members.put(member)
            work.members.put(Member("u-0002", "小陈", "clerk", position=1))
            work.commit()
