"""Profiles with letters waiting, for the benchmarks of sending and starting."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from desktop.adapters.storage.profile import Storage, open_storage
from desktop.adapters.system.ids import RandomIds
from desktop.application.ports import UnitOfWork
from desktop.application.station_port import StationAddress
from desktop.domain.alert.alert import Alert, digest_of
from desktop.domain.delivery.outbox import OutboxEntry
from desktop.domain.member.shop import Merchant, Shop

BODY_BYTES = 4096
KEY = b"\x05" * 32
_IDS = RandomIds()


def profile_with(folder: Path, count: int, address: StationAddress, key: bytes = KEY) -> Storage:
    """Return an open profile of a shop with `count` alerts of 4 KB in its outbox, written in one transaction."""
    now = datetime.now(UTC)
    storage = open_storage(folder, key, now=now)
    shop = Shop(
        merchant=Merchant("mer_bench", "练习店", "gold", "中心街", ""),
        terminal_id=address.terminal_id,
        terminal_name="bench",
        station_id=address.station_id,
        station_name="bench",
        station_url=address.url,
        station_jwks=address.station_jwks,
        enrolled_at=now,
        terminal_key=address.terminal_key,
    )
    with storage.begin() as work:
        work.members.put_shop(shop)
        for _ in range(count):
            queue_alert(work, now, urgent=False)
        work.commit()
    return storage


def queue_alert(work: UnitOfWork, now: datetime, *, urgent: bool) -> str:
    """Add one alert with its outbox entry to the caller's transaction; returns its id."""
    alert_id = _IDS.uuid7(now)
    body = f'{{"alert_id":"{alert_id}","narrative":"'.encode()
    body += b"x" * (BODY_BYTES - len(body) - 2) + b'"}'
    level = "urgent" if urgent else "alert"
    work.alerts.add(
        Alert(alert_id, "gold_shop", level, "victim", level, None, now, now, body, digest_of(body), urgent=urgent)
    )
    work.outbox.add(OutboxEntry(alert_id, 0, urgent, now, now))
    return alert_id
