"""One transaction as the use cases see it (the port `Unit`)."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, and_, or_, select, update

from station.adapters.storage import case_tables as cases
from station.adapters.storage import tables
from station.adapters.storage.records import SqlRecords
from station.application import case_records as case
from station.application import records

_NEXT_SEQ = (
    update(tables.counters)
    .where(tables.counters.c.name == "seq")
    .values(value=tables.counters.c.value + 1)
    .returning(tables.counters.c.value)
)


class SqlUnit:
    """Every kind of record on one connection; wake-ups are kept until the commit."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.wakes: list[tuple[str, Mapping[str, Any] | None]] = []
        self.merchants = SqlRecords(connection, tables.merchants, records.Merchant)
        self.members = SqlRecords(connection, tables.members, records.Member)
        self.terminals = SqlRecords(connection, tables.terminals, records.Terminal)
        self.enrolment_codes = SqlRecords(connection, tables.enrolment_codes, records.EnrolmentCode)
        self.attempts = SqlRecords(connection, tables.attempts, records.Attempts)
        self.nonces = SqlRecords(connection, tables.nonces, records.Nonce)
        self.officers = SqlRecords(connection, tables.officers, records.Officer)
        self.sessions = SqlRecords(connection, tables.sessions, records.Session)
        self.audit = SqlRecords(connection, tables.audit, records.AuditRow)
        self.bulletins = SqlRecords(connection, tables.bulletins, records.Bulletin)
        self.alerts = SqlRecords(connection, cases.alerts, case.Alert)
        self.supplements = SqlRecords(connection, cases.supplements, case.Supplement)
        self.leads = SqlRecords(connection, cases.leads, case.Lead)
        self.lead_steps = SqlRecords(connection, cases.lead_steps, case.LeadStep)
        self.instructions = SqlRecords(connection, cases.instructions, case.Instruction)
        self.feed_events = SqlRecords(connection, cases.feed_events, case.FeedEvent)
        self.feed_receipts = SqlRecords(connection, cases.feed_receipts, case.FeedReceipt)
        self.rewards = SqlRecords(connection, cases.rewards, case.Reward)
        self.blind_marks = SqlRecords(connection, cases.blind_marks, case.BlindMark)
        self.attachments = SqlRecords(connection, cases.attachments, case.Attachment)
        self.retired_keys = SqlRecords(connection, tables.retired_keys, records.RetiredKey)
        self.bundles = SqlRecords(connection, tables.bundles, records.Bundle)

    def next_seq(self) -> int:
        """Take the next number; the row lock of the write makes numbers appear in order of commit."""
        return int(self._connection.execute(_NEXT_SEQ).scalar_one())

    def last_seq(self) -> int:
        """Return the last number committed (or taken in this write)."""
        counter = tables.counters
        return int(self._connection.execute(select(counter.c.value).where(counter.c.name == "seq")).scalar_one())

    def meta(self, name: str) -> str:
        """Return a fact about the station, empty when it was never set."""
        found = self._connection.execute(select(tables.meta.c.value).where(tables.meta.c.name == name)).scalar()
        return str(found or "")

    def feed_for(self, merchant_id: str, terminal_id: str, trade: str, after: int, limit: int) -> list[case.FeedEvent]:
        """Return the events a terminal may see with seq above `after`, in order."""
        event = cases.feed_events.c
        everybody = and_(event.merchant_id.is_(None), or_(event.trade.is_(None), event.trade == trade))
        statement = (
            select(*cases.feed_events.columns)
            .where(event.seq > after)
            .where(or_(event.merchant_id == merchant_id, everybody))
            .where(or_(event.terminal_id.is_(None), event.terminal_id == terminal_id))
            .order_by(event.seq)
            .limit(limit)
        )
        return [case.FeedEvent(**row._mapping) for row in self._connection.execute(statement)]

    def wake(self, topic: str, message: Mapping[str, Any] | None = None) -> None:
        """Remember a wake-up for after the commit."""
        self.wakes.append((topic, message))
