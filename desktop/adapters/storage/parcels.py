"""Parcels by marks: written with each draft of a depot, in its transaction, and asked who else sent to a recipient."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, Engine, or_, select, update

from desktop.adapters.storage.engine import READING
from desktop.adapters.storage.failures import storage_failures
from desktop.adapters.storage.marks import Marks
from desktop.adapters.storage.rows import one, put
from desktop.adapters.storage.tables import alerts, closings, drafts, parcels
from desktop.application.parcel_port import ParcelMatch
from desktop.domain.alert.draft import Draft
from desktop.domain.alert.fields import COURIER
from desktop.domain.courier.duties import AcceptanceRecord, acceptance_in
from desktop.domain.courier.recipient import EarlierParcel, marked

ACCEPTANCE: Final = "courier_acceptance"
KEPT: Final = timedelta(days=30)
"""How long marks stay: recipients are compared over seven days, waybill numbers over a month."""
MOST_MATCHES: Final = 10
_MARKS: Final = ("waybill", "phone", "address", "sender")


def note_parcel(connection: Connection, draft: Draft, marks: Marks) -> None:
    """Keep a depot's draft as a parcel; nothing of what was typed is readable in it."""
    if draft.setting not in COURIER:
        return
    values, done = marked(draft.details, at_acceptance=draft.setting == ACCEPTANCE), acceptance_in(draft.details)
    found = {
        "waybill": marks.of("waybill", values.waybill),
        "phone": marks.of("phone", values.phone),
        "address": marks.of("address", values.address),
        "sender": marks.of("sender", values.sender),
    }
    known = one(connection, parcels, alert_id=draft.alert_id) is not None
    if not any(found.values()) and done.empty and not known:
        return
    row = {"alert_id": draft.alert_id, "at": draft.started_at, **found}
    put(connection, parcels, {**row, "duties": dict(done.duties), "acceptance": done.acceptance})
    if not known:
        # Once a parcel, not with each answer: every old row is looked at.
        old = or_(*(parcels.c[name] != "" for name in _MARKS))
        connection.execute(
            update(parcels).where(parcels.c.at < draft.saved_at - KEPT, old).values(dict.fromkeys(_MARKS, ""))
        )


class SqlParcels:
    """Questions about the depot's parcels, each one snapshot."""

    def __init__(self, engine: Engine, marks: Marks) -> None:
        self._engine = engine
        self._marks = marks

    def to_same_recipient(self, alert_id: str, first: datetime) -> tuple[str, tuple[EarlierParcel, ...]]:
        """Return this parcel's sender mark and the other parcels to its recipient's phone or address since a time."""
        with storage_failures(), self._engine.connect().execution_options(**{READING: True}) as connection:
            own = one(connection, parcels, alert_id=alert_id)
            if own is None or not (own["phone"] or own["address"]):
                return "" if own is None else str(own["sender"]), ()
            same = or_(*(parcels.c[name] == own[name] for name in ("phone", "address") if own[name]))
            statement = (
                select(parcels.c.at, parcels.c.sender)
                .where(same, parcels.c.at >= first, parcels.c.alert_id != alert_id, _counts())
                .order_by(parcels.c.at.desc())
            )
            rows = connection.execute(statement)
            return str(own["sender"]), tuple(EarlierParcel(row.at, row.sender) for row in rows)

    def with_waybill(self, number: str, *, besides: str = "") -> tuple[ParcelMatch, ...]:
        """Return the other parcels that bear a number, the newest first; at most ten."""
        mark = self._marks.of("waybill", number)
        if not mark:
            return ()
        sent = parcels.c.alert_id.in_(select(alerts.c.alert_id))
        statement = (
            select(parcels.c.alert_id, parcels.c.at, drafts.c.draft_id, sent.label("sent"))
            .outerjoin(drafts, drafts.c.alert_id == parcels.c.alert_id)
            .where(parcels.c.waybill == mark, parcels.c.alert_id != besides, _counts())
            .order_by(parcels.c.at.desc())
            .limit(MOST_MATCHES)
        )
        with storage_failures(), self._engine.connect().execution_options(**{READING: True}) as connection:
            rows = connection.execute(statement)
            return tuple(ParcelMatch(row.alert_id, row.at, row.draft_id, sent=bool(row.sent)) for row in rows)

    def acceptance(self, alert_id: str) -> AcceptanceRecord:
        """Return what was noted of the duties; empty when nothing was."""
        with storage_failures(), self._engine.connect().execution_options(**{READING: True}) as connection:
            row = one(connection, parcels, alert_id=alert_id)
        return AcceptanceRecord({}) if row is None else AcceptanceRecord(row["duties"], row["acceptance"])


def _counts() -> ColumnElement[bool]:
    """A draft that was thrown away never was a parcel."""
    ids = (
        select(drafts.c.alert_id).where(drafts.c.discarded_at.is_(None)),
        select(closings.c.alert_id),
        select(alerts.c.alert_id),
    )
    return or_(*(parcels.c.alert_id.in_(known) for known in ids))
