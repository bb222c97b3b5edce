"""Submitted alerts and supplements, append-only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Text,
    and_,
    exists,
    func,
    literal,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.exc import IntegrityError

from desktop.adapters.storage.record_row import words_of
from desktop.adapters.storage.rows import add, change, one, values_of
from desktop.adapters.storage.search import index
from desktop.adapters.storage.shop_repository import read_fact, write_fact
from desktop.adapters.storage.tables import alerts, attachments, facts, outbox, receipts, records, supplements
from desktop.application.errors import NotFound
from desktop.application.ports import AlreadyThere
from desktop.domain.alert.alert import Alert, Supplement
from desktop.domain.delivery.outbox import SETTLED, State


class AlertRepository:
    """Alerts of one transaction; `touched` hears of alerts whose record must be refreshed."""

    def __init__(self, connection: Connection, touched: Callable[[str], None]) -> None:
        self._connection = connection
        self._touched = touched

    def add(self, alert: Alert) -> None:
        """Store a new alert; AlreadyThere when its id is taken."""
        try:
            add(self._connection, alerts, values_of(alert))
        except IntegrityError:
            raise AlreadyThere(alert.alert_id) from None
        self._touched(alert.alert_id)

    def get(self, alert_id: str) -> Alert:
        """Return one alert; NotFound."""
        row = one(self._connection, alerts, alert_id=alert_id)
        if row is None:
            raise NotFound("alert")
        row["compliance"] = tuple(row["compliance"])
        return Alert(**row)

    def has(self, alert_id: str) -> bool:
        """Whether an alert was submitted here."""
        statement = select(alerts.c.alert_id).where(alerts.c.alert_id == alert_id)
        return self._connection.execute(statement).first() is not None

    def add_supplement(self, supplement: Supplement) -> None:
        """Store the next supplement; AlreadyThere when its number is taken."""
        try:
            add(self._connection, supplements, values_of(supplement))
        except IntegrityError:
            raise AlreadyThere(f"{supplement.alert_id}/{supplement.n}") from None

    def supplement(self, alert_id: str, n: int) -> Supplement:
        """Return one supplement; NotFound."""
        row = one(self._connection, supplements, alert_id=alert_id, n=n)
        if row is None:
            raise NotFound("supplement")
        return Supplement(**row)

    def supplements(self, alert_id: str) -> tuple[Supplement, ...]:
        """Return an alert's supplements in order."""
        statement = select(supplements).where(supplements.c.alert_id == alert_id).order_by(supplements.c.n)
        return tuple(Supplement(**row) for row in self._connection.execute(statement).mappings())

    def wipeable(self, step: str, before: datetime, durable_seq: int, limit: int) -> tuple[str, ...]:
        """Return alerts whose letters all arrived before a time and are safe at the station, this step not yet taken.

        A refused letter that a person has dealt with is waited for no longer.
        """
        letters = outbox.alias("letters")
        open_letter = exists().where(
            letters.c.alert_id == alerts.c.alert_id, letters.c.state != State.DELIVERED.value, ~_over(letters)
        )
        late = exists().where(
            receipts.c.alert_id == alerts.c.alert_id,
            or_(receipts.c.received_at >= before, receipts.c.seq > durable_seq),
        )
        going = exists().where(attachments.c.alert_id == alerts.c.alert_id, attachments.c.state == "queued")
        done = ("L3", "L2") if step == "L3" else ("L2",)
        statement = (
            select(alerts.c.alert_id)
            .where(alerts.c.created_at < before, alerts.c.wiped.not_in(done), ~open_letter, ~late, ~going)
            .order_by(alerts.c.created_at)
            .limit(limit)
        )
        return tuple(self._connection.execute(statement).scalars())

    def replace_wiped(self, alert: Alert, later: tuple[Supplement, ...]) -> None:
        """Store an alert and its supplements without what was taken out, and forget the words it was found by."""
        change(self._connection, alerts, {"alert_id": alert.alert_id}, values_of(alert, "alert_id"))
        for one_of in later:
            keys = {"alert_id": one_of.alert_id, "n": one_of.n}
            change(self._connection, supplements, keys, values_of(one_of, *keys))
        row = one(self._connection, records, alert_id=alert.alert_id)
        if row is not None:
            index(self._connection, row["order"], words_of(row, alert.narrative), new=False)

    def last_n(self, alert_id: str) -> int:
        """Return the number of the newest supplement, 0 when there is none."""
        statement = select(func.max(supplements.c.n)).where(supplements.c.alert_id == alert_id)
        return int(self._connection.execute(statement).scalar() or 0)

    def put_in_place(self, supplement: Supplement) -> None:
        """Store what stands for a refused supplement from now on; NotFound."""
        keys = {"alert_id": supplement.alert_id, "n": supplement.n}
        if change(self._connection, supplements, keys, values_of(supplement, *keys)) == 0:
            raise NotFound("supplement")

    def revised(self, alert_id: str) -> str | None:
        """Return the alert that was begun anew from a refused one."""
        found = read_fact(self._connection, f"{_REVISED}{alert_id}")
        return None if found is None else str(found)

    def note_revised(self, alert_id: str, by: str) -> None:
        """Remember which alert takes a refused one's place."""
        write_fact(self._connection, f"{_REVISED}{alert_id}", by)


_REVISED = "revised:"


def _over(letter: FromClause) -> ColumnElement[bool]:
    """A refused letter a person has dealt with; the alert itself only when the one begun anew from it has arrived."""
    new = outbox.alias("new")
    arrived = exists().where(
        facts.c.name == literal(_REVISED) + letter.c.alert_id,
        type_coerce(facts.c.value, Text) == literal('"') + new.c.alert_id + literal('"'),
        new.c.n == 0,
        new.c.state == State.DELIVERED.value,
    )
    settled = and_(letter.c.state == State.REFUSED.value, letter.c.refused_code.is_not_distinct_from(SETTLED))
    return and_(settled, or_(letter.c.n > 0, arrived))
