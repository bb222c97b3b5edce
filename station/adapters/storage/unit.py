"""One transaction as the use cases see it (the port `Unit`)."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Table, and_, bindparam, or_, select, update

from station.adapters.storage import case_tables as cases
from station.adapters.storage import tables
from station.adapters.storage.quick import Transaction
from station.adapters.storage.records import SqlRecords
from station.application import case_records as case
from station.application import records

R = TypeVar("R")

_NEXT_SEQ = (
    update(tables.counters)
    .where(tables.counters.c.name == "seq")
    .values(value=tables.counters.c.value + 1)
    .returning(tables.counters.c.value)
)

_LAST_SEQ = select(tables.counters.c.value).where(tables.counters.c.name == "seq")
_META = select(tables.meta.c.value).where(tables.meta.c.name == bindparam("name"))
_EVENT = cases.feed_events.c
_FEED = (
    select(*(_EVENT[item.name] for item in fields(case.FeedEvent)))
    .where(_EVENT.seq > bindparam("after"))
    .where(
        or_(
            _EVENT.merchant_id == bindparam("merchant"),
            and_(_EVENT.merchant_id.is_(None), or_(_EVENT.trade.is_(None), _EVENT.trade == bindparam("trade"))),
        )
    )
    .where(or_(_EVENT.terminal_id.is_(None), _EVENT.terminal_id == bindparam("terminal")))
    .order_by(_EVENT.seq)
    .limit(bindparam("most"))
)


class RecordsOf(Generic[R]):
    """An attribute of a unit: the records of one kind in its transaction, made when they are first asked for."""

    def __init__(self, table: Table, kind: type[R]) -> None:
        self.table = table
        self._kind = kind
        self._name = ""

    def __set_name__(self, _owner: type[object], name: str) -> None:
        self._name = name

    def __get__(self, unit: "SqlUnit", _owner: type[object]) -> SqlRecords[R]:
        # What is put among the instance's own attributes is found there before this descriptor is asked again.
        found = unit.__dict__[self._name] = SqlRecords(unit.transaction, self.table, self._kind)
        return found


class SqlUnit:
    """Every kind of record on one connection; wake-ups are kept until the commit."""

    merchants = RecordsOf(tables.merchants, records.Merchant)
    members = RecordsOf(tables.members, records.Member)
    terminals = RecordsOf(tables.terminals, records.Terminal)
    enrolment_codes = RecordsOf(tables.enrolment_codes, records.EnrolmentCode)
    attempts = RecordsOf(tables.attempts, records.Attempts)
    nonces = RecordsOf(tables.nonces, records.Nonce)
    officers = RecordsOf(tables.officers, records.Officer)
    sessions = RecordsOf(tables.sessions, records.Session)
    audit = RecordsOf(tables.audit, records.AuditRow)
    bulletins = RecordsOf(tables.bulletins, records.Bulletin)
    alerts = RecordsOf(cases.alerts, case.Alert)
    supplements = RecordsOf(cases.supplements, case.Supplement)
    leads = RecordsOf(cases.leads, case.Lead)
    lead_steps = RecordsOf(cases.lead_steps, case.LeadStep)
    instructions = RecordsOf(cases.instructions, case.Instruction)
    feed_events = RecordsOf(cases.feed_events, case.FeedEvent)
    feed_receipts = RecordsOf(cases.feed_receipts, case.FeedReceipt)
    rewards = RecordsOf(cases.rewards, case.Reward)
    blind_marks = RecordsOf(cases.blind_marks, case.BlindMark)
    attachments = RecordsOf(cases.attachments, case.Attachment)
    retired_keys = RecordsOf(tables.retired_keys, records.RetiredKey)
    bundles = RecordsOf(tables.bundles, records.Bundle)

    def __init__(self, connection: Connection) -> None:
        self.transaction = Transaction(connection)
        self.wakes: list[tuple[str, Mapping[str, Any] | None]] = []

    def next_seq(self) -> int:
        """Take the next number; the row lock of the write makes numbers appear in order of commit."""
        return int(self.transaction.rows(_NEXT_SEQ, {})[0][0])

    def last_seq(self) -> int:
        """Return the last number committed (or taken in this write)."""
        return int(self.transaction.rows(_LAST_SEQ, {})[0][0])

    def meta(self, name: str) -> str:
        """Return a fact about the station, empty when it was never set."""
        found = self.transaction.rows(_META, {"name": name})
        return str(found[0][0] or "") if found else ""

    def feed_for(self, merchant_id: str, terminal_id: str, trade: str, after: int, limit: int) -> list[case.FeedEvent]:
        """Return the events a terminal may see with seq above `after`, in order."""
        bound = {"after": after, "merchant": merchant_id, "trade": trade, "terminal": terminal_id, "most": limit}
        return [case.FeedEvent(*self.feed_events.opened(row)) for row in self.transaction.rows(_FEED, bound)]

    def wake(self, topic: str, message: Mapping[str, Any] | None = None) -> None:
        """Remember a wake-up for after the commit."""
        self.wakes.append((topic, message))

    def savepoint(self) -> None:
        """Begin a part that can be undone alone."""
        self.transaction.say("SAVEPOINT job")

    def keep(self) -> None:
        """End the part and keep what it did."""
        self.transaction.say("RELEASE SAVEPOINT job")

    def undo(self) -> None:
        """End the part and undo what it did."""
        self.transaction.say("ROLLBACK TO SAVEPOINT job")
        self.transaction.say("RELEASE SAVEPOINT job")
