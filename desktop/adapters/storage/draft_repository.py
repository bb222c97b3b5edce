"""Drafts, closings and the checklist versions drafts were started with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Text, and_, delete, func, select, type_coerce
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from desktop.adapters.storage.projection import refresh
from desktop.adapters.storage.rows import add, change, one, values_of
from desktop.adapters.storage.tables import checklists, closings, drafts
from desktop.application.errors import NotFound
from desktop.domain.alert.draft import Closing, Draft

_TIMES = ("started_at", "saved_at", "discarded_at")
_WIPED = "wiped"


class DraftRepository:
    """Drafts of one transaction; `touched` hears of alerts whose record must be refreshed, `drafted` of what was stored."""

    def __init__(
        self, connection: Connection, touched: Callable[[str], None], drafted: Callable[[Draft], None] | None = None
    ) -> None:
        self._connection = connection
        self._touched = touched
        self._drafted = drafted

    def add(self, draft: Draft) -> None:
        """Store a new draft."""
        add(self._connection, drafts, values_of(draft))
        if self._drafted is not None:
            self._drafted(draft)

    def get(self, draft_id: str) -> Draft:
        """Return one draft, open or discarded; NotFound."""
        row = one(self._connection, drafts, draft_id=draft_id)
        if row is None:
            raise NotFound("draft")
        return Draft(**row)

    def replace(self, draft: Draft) -> None:
        """Store the whole draft again; NotFound."""
        if change(self._connection, drafts, {"draft_id": draft.draft_id}, values_of(draft, "draft_id")) == 0:
            raise NotFound("draft")
        if self._drafted is not None:
            self._drafted(draft)

    def remove(self, draft_id: str) -> None:
        """Wipe a draft."""
        self._connection.execute(delete(drafts).where(drafts.c.draft_id == draft_id))

    def open(self) -> tuple[Draft, ...]:
        """Return open drafts, the one saved last first."""
        return self._where(drafts.c.discarded_at.is_(None))

    def discarded(self) -> tuple[Draft, ...]:
        """Return discarded drafts."""
        return self._where(drafts.c.discarded_at.is_not(None))

    def close(self, closing: Closing) -> None:
        """Keep a closing and end its draft."""
        add(self._connection, closings, _closing_row(closing))
        self.remove(closing.draft.draft_id)
        self._touched(closing.draft.alert_id)

    def closing(self, alert_id: str) -> Closing | None:
        """Return how a draft ended without an alert."""
        row = one(self._connection, closings, alert_id=alert_id)
        if row is None:
            return None
        del row["alert_id"]
        row["wiped"] = row["draft"].pop(_WIPED, "")
        row["draft"] = _from_json(row["draft"])
        row["compliance"] = tuple(row["compliance"])
        return Closing(**row)

    def wipeable(self, step: str, before: datetime, limit: int) -> tuple[str, ...]:
        """Return closings that were closed before a time, this step of the wipe not yet taken."""
        done = ("L3", "L2") if step == "L3" else ("L2",)
        old, open_step = closings.c.closed_at < before, wiped_of_closings().not_in(done)
        statement = select(closings.c.alert_id).where(old, open_step).limit(limit)
        return tuple(self._connection.execute(statement).scalars())

    def replace_wiped(self, closing: Closing) -> None:
        """Store a closing without what was taken out, and forget the words it was found by; NotFound."""
        row = _closing_row(closing)
        alert_id = row.pop("alert_id")
        if change(self._connection, closings, {"alert_id": alert_id}, row) == 0:
            raise NotFound("closing")
        refresh(self._connection, alert_id, words=True)

    def stale(self, before: datetime) -> tuple[Draft, ...]:
        """Return open drafts that were saved last before a time."""
        return self._where(and_(drafts.c.discarded_at.is_(None), drafts.c.saved_at < before))

    def put_wiped(self, draft: Draft) -> None:
        """Store a draft without what was taken out; what was noted of its parcel has a time of its own."""
        if change(self._connection, drafts, {"draft_id": draft.draft_id}, values_of(draft, "draft_id")) == 0:
            raise NotFound("draft")

    def keep_checklist(self, setting: str, version: int, text: str) -> None:
        """Keep a checklist version for the drafts started with it."""
        self._connection.execute(
            sqlite_insert(checklists).values(setting=setting, version=version, text=text).on_conflict_do_nothing()
        )

    def checklist_text(self, setting: str, version: int) -> str | None:
        """Return a kept checklist version."""
        row = one(self._connection, checklists, setting=setting, version=version)
        return None if row is None else str(row["text"])

    def _where(self, condition: ColumnElement[bool]) -> tuple[Draft, ...]:
        rows = self._connection.execute(
            select(drafts).where(condition).order_by(drafts.c.saved_at.desc(), drafts.c.draft_id)
        ).mappings()
        return tuple(Draft(**row) for row in rows)


def wiped_of_closings() -> ColumnElement[str]:
    """Return what was taken out of a closing, as SQL; "" while all is there."""
    return func.coalesce(func.json_extract(type_coerce(closings.c.draft, Text), f"$.{_WIPED}"), "")


def _closing_row(closing: Closing) -> dict[str, Any]:
    # What was taken out is noted inside the JSON value: only the hourly wipe asks for it.
    noted = {_WIPED: closing.wiped} if closing.wiped else {}
    values = values_of(closing, "draft", "wiped")
    return {**values, "alert_id": closing.draft.alert_id, "draft": {**_to_json(closing.draft), **noted}}


def _to_json(draft: Draft) -> dict[str, Any]:
    values = values_of(draft)
    times = {name: None if values[name] is None else values[name].isoformat() for name in _TIMES}
    return {**values, **times}


def _from_json(said: dict[str, Any]) -> Draft:
    times = {name: None if said[name] is None else datetime.fromisoformat(said[name]) for name in _TIMES}
    return Draft(**{**said, **times})
