"""Single settings of a profile, and the counts that the settings page and the diagnostics file show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, Engine, Table, func, select

from desktop.adapters.storage.alert_repository import AlertRepository
from desktop.adapters.storage.draft_repository import DraftRepository, wiped_of_closings
from desktop.adapters.storage.engine import READING
from desktop.adapters.storage.failures import storage_failures
from desktop.adapters.storage.police_repositories import FeedRepository
from desktop.adapters.storage.register import Writing
from desktop.adapters.storage.shop_repository import read_fact, write_fact
from desktop.adapters.storage.tables import (
    alerts,
    attachments,
    bulletins,
    closings,
    drafts,
    drill_attempts,
    feed_events,
    outbox,
    rewards,
    sales,
    supplements,
)
from desktop.domain.alert.retention import Wipe, wipe_draft

_COUNTED: dict[str, Table] = {
    "alerts": alerts,
    "supplements": supplements,
    "closings": closings,
    "drafts": drafts,
    "photos": attachments,
    "events": feed_events,
    "bulletins": bulletins,
    "rewards": rewards,
    "sales": sales,
    "drills": drill_attempts,
}
_MOST_DUE = 1_000_000


class SqlCareStore:
    """Each call is a transaction of its own. StorageFailed."""

    def __init__(self, engine: Engine, writing: Writing) -> None:
        self._engine = engine
        self._writing = writing

    def get(self, name: str) -> object:
        """Return one setting, None when it was never made."""
        with self._snapshot() as connection:
            value: object = read_fact(connection, name)
            return value

    def put(self, name: str, value: object) -> None:
        """Keep one setting; None forgets it."""
        with self._writing() as connection:
            write_fact(connection, name, value)
            connection.commit()

    def rows(self) -> Mapping[str, int]:
        """Return how many rows of each kind there are."""
        with self._snapshot() as connection:
            return {name: _count(connection, table) for name, table in _COUNTED.items()}

    def states(self) -> Mapping[str, int]:
        """Return how many letters and photos are in each state."""
        with self._snapshot() as connection:
            found: dict[str, int] = {}
            for name, table in (("letters", outbox), ("photos", attachments)):
                counted = select(table.c.state, func.count()).group_by(table.c.state)
                found |= {f"{name}-{state}": int(n) for state, n in connection.execute(counted)}
            return found

    def wiped(self) -> Mapping[str, int]:
        """Return how many alerts and closings had which level taken out."""
        with self._snapshot() as connection:
            found: Counter[str] = Counter()
            for taken in (alerts.c.wiped, wiped_of_closings()):
                counted = select(taken, func.count()).where(taken != "").group_by(taken)
                found.update({str(step): int(n) for step, n in connection.execute(counted)})
            return dict(found)

    def due(self, step: Wipe, before: datetime, durable_seq: int) -> int:
        """Return how many alerts, closings and drafts this step of the wipe would take now."""
        with self._snapshot() as connection:
            sent = AlertRepository(connection, _nobody).wipeable(step, before, durable_seq, _MOST_DUE)
            kept = DraftRepository(connection, _nobody)
            begun = sum(wipe_draft(draft, step) != draft for draft in kept.stale(before))
            return len(sent) + len(kept.wipeable(step, before, _MOST_DUE)) + begun

    def durable(self) -> int:
        """Return up to which number the station's finished backups reach in the epoch last read, 0 when nothing is known."""
        with self._snapshot() as connection:
            feed = FeedRepository(connection)
            epoch, seq = feed.durable()
            compared = not feed.comparison().due
            return seq if compared and epoch == feed.position().epoch else 0

    @contextmanager
    def _snapshot(self) -> Iterator[Connection]:
        with storage_failures(), self._engine.connect().execution_options(**{READING: True}) as connection:
            yield connection


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def _nobody(_alert_id: str) -> None:
    """Counting touches nothing."""
