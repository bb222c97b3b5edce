"""The records page: filtered, searched and paged over 100,000 rows by index."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, case, func, or_, select, text

from desktop.adapters.storage.grams import query_of
from desktop.adapters.storage.tables import records, rewards
from desktop.application.read_models import RecordFilter, RecordPage, RecordRow
from desktop.domain.alert.alert import short_number
from desktop.domain.reward.reward import CLAIMABLE

TABS = ("all", "waiting", "open", "reward", "closed")


def read_page(
    connection: Connection, wanted: RecordFilter, offset: int, limit: int, month_start: datetime
) -> RecordPage:
    """Return one page, the newest first, with totals of each tab under the same search, and this month's figures."""
    conditions = _conditions(wanted)
    counts = _counts(connection, conditions, wanted)
    chosen = [*conditions, *_of_tab(wanted.tab, wanted)]
    # The page's ids come from an index alone; only the rows shown are read.
    page = select(records.c.order).where(*chosen).order_by(records.c.order.desc()).offset(offset).limit(limit)
    statement = select(records).where(records.c.order.in_(page)).order_by(records.c.order.desc())
    rows = tuple(to_row(dict(row), wanted.member_id) for row in connection.execute(statement).mappings())
    return RecordPage(
        rows=rows, total=counts[wanted.tab], tab_counts=counts, **_month(connection, month_start),
        **_to_claim(connection, wanted.member_id),
    )  # fmt: skip


def read_after(connection: Connection, wanted: RecordFilter, after: str | None, limit: int) -> tuple[RecordRow, ...]:
    """Return the records older than `after`, the newest first; without counting anything."""
    chosen = [*_conditions(wanted), *_of_tab(wanted.tab, wanted)]
    if after is not None:
        place = select(records.c.order).where(records.c.alert_id == after).scalar_subquery()
        chosen.append(records.c.order < place)
    statement = select(records).where(*chosen).order_by(records.c.order.desc()).limit(limit)
    return tuple(to_row(dict(row), wanted.member_id) for row in connection.execute(statement).mappings())


def read_open(connection: Connection, limit: int) -> tuple[RecordRow, ...]:
    """Return alerts that wait or whose case is open, the newest first."""
    statement = (
        select(records)
        .where(or_(records.c.waiting.is_(True), records.c.open.is_(True)))
        .order_by(records.c.order.desc())
        .limit(limit)
    )
    return tuple(to_row(dict(row), None) for row in connection.execute(statement).mappings())


def to_row(row: dict[str, Any], member_id: str | None) -> RecordRow:
    """Read a record's row; a reward shows only to its own member."""
    own = member_id is not None and row["reward_member"] == member_id
    shared = ("alert_id", "setting", "level", "track", "summary", "amount_fen", "created_at", "delivery")
    return RecordRow(
        **{name: row[name] for name in shared},
        short_no=short_number(row["alert_id"]),
        case_state=row["case_state"],
        case_text=row["case_text"],
        silent=row["silent"],
        reward_state=row["reward_state"] if own else None,
        refused_code=row["refused_code"],
    )


def _conditions(wanted: RecordFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.setting is not None:
        found.append(records.c.setting == wanted.setting)
    query = query_of(wanted.text)
    if query is not None:
        hits = text("SELECT rowid FROM records_fts WHERE records_fts MATCH :query").bindparams(query=query)
        found.append(records.c.order.in_(hits.columns(rowid=records.c.order.type).scalar_subquery()))
    return found


def _of_tab(tab: str, wanted: RecordFilter) -> list[ColumnElement[bool]]:
    if tab == "reward":
        # The first condition is the index's own.
        own = records.c.reward_member == (wanted.member_id or "")
        return [records.c.reward_member.is_not(None), own, records.c.reward_state.in_(sorted(CLAIMABLE))]
    return [records.c[tab].is_(True)] if tab in ("waiting", "open", "closed") else []


def _counts(connection: Connection, conditions: list[ColumnElement[bool]], wanted: RecordFilter) -> dict[str, int]:
    if not conditions:
        # Each tab has its own small index.
        found = [_count(connection, _of_tab(tab, wanted)) for tab in TABS]
        return dict(zip(TABS, found, strict=True))
    query = query_of(wanted.text)
    if query is not None:
        row = connection.execute(
            _FOUND if wanted.setting is None else _FOUND_IN_SETTING, _found_values(query, wanted)
        ).one()
        return dict(zip(TABS, (int(value) for value in row), strict=True))
    own = records.c.reward_member == (wanted.member_id or "")
    to_claim = case((own, records.c.reward_state.in_(sorted(CLAIMABLE))), else_=False)
    flags = [records.c.waiting, records.c.open, to_claim, records.c.closed]
    sums = [_how_many(flag) for flag in flags]
    row = connection.execute(select(func.count(), *sums).select_from(records).where(*conditions)).one()
    return dict(zip(TABS, (int(value) for value in row), strict=True))


# What a search finds is counted from the search's index into the one that holds the flags, and no other page of the table.
# Asked the other way round ("every record whose number is among the hits") SQLite reads the whole wide row of each hit;
# so it does for `a AND b`, but not for a CASE whose first part, of the index, says no.
_FOUND = text(
    """
    SELECT count(*), coalesce(sum(records.waiting), 0), coalesce(sum(records.open), 0),
      coalesce(sum(CASE WHEN records.reward_member = :member THEN records.reward_state = 'notified' ELSE 0 END), 0),
      coalesce(sum(records.closed), 0)
    FROM records_fts CROSS JOIN records INDEXED BY records_found ON records."order" = records_fts.rowid
    WHERE records_fts MATCH :query
    """
)
_FOUND_IN_SETTING = text(
    """
    SELECT count(*), coalesce(sum(records.waiting), 0), coalesce(sum(records.open), 0),
      coalesce(sum(CASE WHEN records.reward_member = :member THEN records.reward_state = 'notified' ELSE 0 END), 0),
      coalesce(sum(records.closed), 0)
    FROM records_fts CROSS JOIN records INDEXED BY records_setting
      ON records.setting = :setting AND records."order" = records_fts.rowid
    WHERE records_fts MATCH :query
    """
)


def _found_values(query: str, wanted: RecordFilter) -> dict[str, str]:
    values = {"query": query, "member": wanted.member_id or ""}
    return values if wanted.setting is None else {**values, "setting": wanted.setting}


def _count(connection: Connection, conditions: list[ColumnElement[bool]]) -> int:
    statement = select(func.count()).select_from(records).where(*conditions)
    return int(connection.execute(statement).scalar_one())


def _how_many(flag: ColumnElement[bool]) -> ColumnElement[int]:
    # Said to be a whole number: the sum of flags would come back as a flag, and five of them as one.
    return func.coalesce(func.sum(flag, type_=Integer), 0, type_=Integer)


def _month(connection: Connection, start: datetime) -> dict[str, int]:
    accepted = _how_many(records.c.accepted)
    prevented = func.coalesce(func.sum(records.c.loss_prevented_fen), 0)
    statement = select(func.count(), accepted, prevented).where(
        records.c.created_at >= start, records.c.delivery != "local"
    )
    row = connection.execute(statement).one()
    return {
        "month_submitted": int(row[0]),
        "month_accepted": int(row[1]),
        "month_loss_prevented_fen": int(row[2]),
    }


def _to_claim(connection: Connection, member_id: str | None) -> dict[str, int]:
    statement = select(func.count(), func.coalesce(func.sum(rewards.c.amount_fen), 0)).where(
        rewards.c.member_id == (member_id or ""), rewards.c.state.in_(sorted(CLAIMABLE))
    )
    row = connection.execute(statement).one()
    return {"rewards_to_claim": int(row[0]), "rewards_to_claim_fen": int(row[1])}
