"""Letters to send, their receipts, and whether the station holds this terminal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, TextClause, and_, delete, exists, func, or_, select, text

from desktop.adapters.storage.rows import add, change, one, put, values_of
from desktop.adapters.storage.shop_repository import read_fact, write_fact
from desktop.adapters.storage.tables import alerts, outbox, receipts
from desktop.application.errors import NotFound
from desktop.application.ports import SentAlert
from desktop.domain.delivery.backoff import FARTHEST
from desktop.domain.delivery.outbox import LEASE, NUMBER_TAKEN, SETTLED, OutboxEntry, State
from desktop.domain.delivery.receipt import Receipt


class OutboxRepository:
    """Outbox of one transaction; `touched` hears of alerts whose record must be refreshed, `moved` of their letters."""

    def __init__(
        self,
        connection: Connection,
        touched: Callable[[str], None],
        moved: Callable[[OutboxEntry], None] = lambda _entry: None,
    ) -> None:
        self._connection = connection
        self._touched = touched
        self._moved = moved

    def add(self, entry: OutboxEntry) -> None:
        """Queue a letter; storage gives it its place in the order."""
        add(self._connection, outbox, values_of(entry, "order"))
        self._touched(entry.alert_id)

    def get(self, alert_id: str, n: int) -> OutboxEntry:
        """Return one letter; NotFound."""
        row = one(self._connection, outbox, alert_id=alert_id, n=n)
        if row is None:
            raise NotFound("letter")
        return _entry(row)

    def replace(self, entry: OutboxEntry) -> None:
        """Store a letter's new state; NotFound."""
        keys = {"alert_id": entry.alert_id, "n": entry.n}
        if change(self._connection, outbox, keys, values_of(entry, "alert_id", "n", "order")) == 0:
            raise NotFound("letter")
        self._moved(entry)

    def due(self, now: datetime, limit: int, *, only_urgent: bool = False) -> tuple[OutboxEntry, ...]:
        """Return letters a sender may take now: urgent first, then oldest, in order within one alert."""
        statement = (
            select(outbox)
            .where(to_send(), _free(now), ~_blocked())
            .order_by(outbox.c.urgent.desc(), outbox.c.order)
            .limit(limit)
        )
        if only_urgent:
            statement = statement.where(outbox.c.urgent.is_(True))
        return tuple(_entry(dict(row)) for row in self._connection.execute(statement).mappings())

    def gaps(self, now: datetime, limit: int) -> tuple[OutboxEntry, ...]:
        """Return refused supplements whose number nothing stands under yet and whose turn has come."""
        statement = (
            select(outbox)
            .where(_refused(), outbox.c.n > 0, ~_passed(outbox), _has_come(now), ~_blocked())
            .order_by(outbox.c.urgent.desc(), outbox.c.order)
            .limit(limit)
        )
        return tuple(_entry(dict(row)) for row in self._connection.execute(statement).mappings())

    def next_at(self) -> datetime | None:
        """Return when the next letter can be tried, None when none waits; one behind an undelivered letter has no time yet."""
        leased = outbox.c.state == State.SENDING.value
        queued = self._connection.execute(
            select(func.min(outbox.c.next_attempt_at)).where(
                to_send(), outbox.c.state == State.QUEUED.value, ~_blocked()
            )
        ).scalar()
        sending = self._connection.execute(select(func.min(outbox.c.lease_until)).where(to_send(), leased)).scalar()
        times = [at for at in (queued, sending) if at is not None]
        return min(times) if times else None

    def undelivered(self) -> tuple[int, int]:
        """Return how many letters wait and how many were refused."""
        return self._count(to_send()), self._count(_refused(), outbox.c.refused_code != SETTLED)

    def undelivered_lines(self) -> int:
        """Return how many of them were added to an alert and are no alert themselves."""
        added = outbox.c.n > 0
        return self._count(to_send(), added) + self._count(_refused(), outbox.c.refused_code != SETTLED, added)

    def _count(self, *wanted: ColumnElement[bool] | TextClause) -> int:
        return self._connection.execute(select(func.count()).select_from(outbox).where(*wanted)).scalar_one()

    def sent_alerts(self, after: int, limit: int, since: datetime) -> tuple[SentAlert, ...]:
        """Return delivered alerts saved since a time, in outbox order after a place in it."""
        later = outbox.alias("later")
        supplements = (
            select(func.count())
            .where(
                later.c.alert_id == outbox.c.alert_id,
                later.c.n > 0,
                or_(later.c.state == State.DELIVERED.value, _passed(later)),
            )
            .scalar_subquery()
        )
        statement = (
            select(outbox.c.order, outbox.c.alert_id, alerts.c.sha256, supplements)
            .join(alerts, alerts.c.alert_id == outbox.c.alert_id)
            .where(outbox.c.order > after, outbox.c.n == 0, outbox.c.state == State.DELIVERED.value)
            .where(alerts.c.created_at >= since)
            .order_by(outbox.c.order)
            .limit(limit)
        )
        return tuple(SentAlert(*row) for row in self._connection.execute(statement))

    def hold(self, reason: str) -> None:
        """Remember why the station refuses this terminal."""
        write_fact(self._connection, "held", reason)

    def release(self) -> None:
        """The station takes letters again."""
        write_fact(self._connection, "held", None)

    def held(self) -> str | None:
        """Return why the station refuses this terminal."""
        reason = read_fact(self._connection, "held")
        return None if reason is None else str(reason)

    def add_receipt(self, receipt: Receipt) -> None:
        """Keep a receipt; the same one again changes nothing."""
        put(self._connection, receipts, {**values_of(receipt), "digest": receipt.digest})

    def receipt(self, alert_id: str, n: int) -> Receipt | None:
        """Return the receipt of a letter."""
        row = one(self._connection, receipts, alert_id=alert_id, n=n)
        if row is None:
            return None
        del row["digest"]
        return Receipt(**row)

    def forget_receipt(self, alert_id: str, n: int) -> None:
        """The station lost what this receipt was for."""
        self._connection.execute(delete(receipts).where(receipts.c.alert_id == alert_id, receipts.c.n == n))

    def has_receipts_outside(self, epoch: str) -> bool:
        """Tell whether a receipt of another epoch is kept."""
        return bool(self._connection.execute(select(exists().where(receipts.c.epoch != epoch))).scalar_one())

    def count_odd_receipts(self) -> int:
        """Count receipts that name one we never had, or the same one as another of their epoch."""
        before, twin = receipts.alias("before"), receipts.alias("twin")
        known = exists().where(before.c.digest == receipts.c.prev)
        forked = exists().where(
            twin.c.prev == receipts.c.prev, twin.c.epoch == receipts.c.epoch, twin.c.digest != receipts.c.digest
        )
        statement = select(func.count()).select_from(receipts).where(receipts.c.prev.is_not(None), or_(~known, forked))
        return int(self._connection.execute(statement).scalar_one())

    def odd_receipts(self) -> int:
        """Return how many were counted the last time."""
        return odd_receipts_of(self._connection)

    def note_odd_receipts(self, count: int) -> None:
        """Remember the count for the screens."""
        write_fact(self._connection, "odd-receipts", count or None)


def odd_receipts_of(connection: Connection) -> int:
    """Return how many receipts were found out of the chain the last time somebody looked."""
    return int(read_fact(connection, "odd-receipts") or 0)


def to_send() -> TextClause:
    """Letters not delivered and not refused; literal like the partial index, or SQLite would not use the index."""
    return text("outbox.state IN ('queued', 'sending')")


def _refused() -> TextClause:
    return text("outbox.state = 'refused'")


def _blocked() -> ColumnElement[bool]:
    earlier = outbox.alias("earlier")
    return exists().where(
        earlier.c.alert_id == outbox.c.alert_id,
        earlier.c.n < outbox.c.n,
        earlier.c.state != State.DELIVERED.value,
        ~_passed(earlier),
    )


def _passed(letter: FromClause) -> ColumnElement[bool]:
    """Refused supplements that hold nobody up: the station has something under their number."""
    stands_in = exists().where(receipts.c.alert_id == letter.c.alert_id, receipts.c.n == letter.c.n)
    taken = letter.c.refused_code.in_((NUMBER_TAKEN, SETTLED))
    return and_(letter.c.state == State.REFUSED.value, letter.c.n > 0, or_(taken, stands_in))


def _free(now: datetime) -> ColumnElement[bool]:
    """As `is_due` of the domain."""
    come = or_(outbox.c.attempts == 0, _has_come(now))
    until = outbox.c.lease_until
    lapsed = or_(until.is_(None), until <= now, until > now + LEASE)
    return or_(and_(outbox.c.state == State.QUEUED.value, come), and_(outbox.c.state == State.SENDING.value, lapsed))


def _has_come(now: datetime) -> ColumnElement[bool]:
    return or_(outbox.c.next_attempt_at <= now, outbox.c.next_attempt_at > now + FARTHEST)


def _entry(row: dict[str, Any]) -> OutboxEntry:
    return OutboxEntry(**{**row, "state": State(row["state"])})
