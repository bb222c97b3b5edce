"""Bugs put in on purpose, each where it is usually made: a harness that does not catch them proves nothing."""

from __future__ import annotations

import functools
import json
import os
import re
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlcipher3 import dbapi2

import desktop.adapters.storage.engine as counter_engine
import desktop.adapters.storage.profile as counter_profile
import station.adapters.storage.engine as station_engine
from desktop.application.delivery.deliver_due import DeliverDue
from desktop.domain.delivery.outbox import delivered
from desktop.domain.delivery.receipt import Receipt
from station.adapters.storage.records import SqlRecords
from station.adapters.storage.store import SqlStore
from station.adapters.storage.unit import SqlUnit
from station.adapters.storage.writer import GroupCommitWriter
from station.adapters.vault import FileVault
from station.application import submit_alert
from station.application.case_records import Alert
from tests.fakes.alerts import uuid7
from tests.faults import kills, once, postgres_races, power_cut
from tests.faults.table import Findings
from tests.faults.world import World

# Every plant changes classes of a forked child only.


def id_made_at_send_time(_world: World) -> None:
    """Each try of sending gets an id of its own."""
    real = DeliverDue._send

    def send(self: DeliverDue, letter: Any) -> Any:
        if letter.entry.n:
            return real(self, letter)
        fresh = uuid7(self._clock.now())
        body = json.dumps({**json.loads(letter.body), "alert_id": fresh}, ensure_ascii=False).encode()
        result = real(self, replace(letter, entry=replace(letter.entry, alert_id=fresh), body=body))
        return replace(result, alert_id=letter.entry.alert_id) if isinstance(result, Receipt) else result

    setattr(DeliverDue, "_send", send)  # noqa: B010 - the type checker must not believe it


def outbox_closed_before_the_receipt(_world: World) -> None:
    """A letter is booked as delivered when it is handed to the line."""
    real = DeliverDue._send

    def send(self: DeliverDue, letter: Any) -> Any:
        with self._begin() as work:
            work.outbox.replace(delivered(work.outbox.get(letter.entry.alert_id, letter.entry.n)))
            work.commit()
        return real(self, letter)

    setattr(DeliverDue, "_send", send)  # noqa: B010 - the type checker must not believe it


def acknowledge_before_commit(_world: World) -> None:
    """The answer goes out when the job has run, the commit follows."""
    real = GroupCommitWriter.commit

    def write(self: Any, batch: Any) -> None:
        with self._engine.connect() as connection:
            for job, future in batch:
                try:
                    future.set_result(job(SqlUnit(connection)))
                except Exception as error:  # noqa: BLE001 - as in the real writer
                    future.set_exception(error)
            real(self, connection)

    setattr(GroupCommitWriter, "_write", write)  # noqa: B010 - the type checker must not believe it


def short_body_stored(_world: World) -> None:
    """The last bytes of a body never reach the database."""
    real = FileVault.seal
    setattr(FileVault, "seal", lambda self, clear, context: real(self, clear[:-1], context))  # noqa: B010 - the type checker must not believe it


def key_recorded_before_the_work(_world: World) -> None:
    """The alert's key is committed first, its lead and event in a second transaction."""
    real_lead, real_write, real_soon = submit_alert._open_lead, SqlStore.write, SqlStore.write_soon
    later: list[tuple[Any, ...]] = []
    setattr(submit_alert, "_open_lead", lambda *arguments: later.append(arguments))  # noqa: B010 - the type checker must not believe it

    def write(self: SqlStore, job: Any, *, urgent: bool = False) -> Any:
        result = real_write(self, job, urgent=urgent)
        while later:
            real_write(self, functools.partial(_open_later, real_lead, later.pop()))
        return result

    async def write_soon(self: SqlStore, job: Any, *, urgent: bool = False) -> Any:
        result = await real_soon(self, job, urgent=urgent)
        while later:
            real_write(self, functools.partial(_open_later, real_lead, later.pop()))
        return result

    setattr(SqlStore, "write", write)  # noqa: B010 - the type checker must not believe it
    setattr(SqlStore, "write_soon", write_soon)  # noqa: B010 - the type checker must not believe it


def _open_later(real: Any, arguments: tuple[Any, ...], unit: Any) -> None:
    about, _unit, *rest = arguments
    real(about, unit, *rest)


def synchronous_normal(_world: World) -> None:
    """The write-ahead log is synced only at checkpoints."""
    real = station_engine._pragmas

    def pragmas(connection: Any, record: Any) -> None:
        real(connection, record)
        connection.execute("PRAGMA synchronous = NORMAL")

    setattr(station_engine, "_pragmas", pragmas)  # noqa: B010 - the type checker must not believe it


def rename_without_sync_of_the_folder(_world: World) -> None:
    """Folders are never synced."""
    real = os.fsync
    setattr(os, "fsync", lambda fd: None if stat.S_ISDIR(os.fstat(fd).st_mode) else real(fd))  # noqa: B010 - the type checker must not believe it


def plaintext_fallback(_world: World) -> None:
    """Without a key the profile is opened unencrypted."""
    real = dbapi2.connect

    def connect(path: Any, _key: bytes) -> Any:
        connection = real(str(path), isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    modules: tuple[Any, ...] = (counter_engine, counter_profile)
    for module in modules:
        module.connect = connect


def woken_before_the_commit(_world: World) -> None:
    """Waiters are woken while the event is not committed yet, and not again after."""
    hubs: list[Any] = []
    real = SqlStore.__init__

    def made(self: SqlStore, url: str, hub: Any, *more: Any, **named: Any) -> None:
        hubs.append(hub)
        real(self, url, hub, *more, **named)

    setattr(SqlStore, "__init__", made)  # noqa: B010 - the type checker must not believe it
    setattr(SqlStore, "_publish", lambda _self, _wakes: None)  # noqa: B010 - the type checker must not believe it
    setattr(SqlUnit, "wake", lambda _self, topic, message=None: hubs[-1].publish(topic, message))  # noqa: B010 - the type checker must not believe it


def without_unique_keys(world: World) -> None:
    """Make the station's tables again without any key, as a careless migration would."""
    with closing(sqlite3.connect(world.database, isolation_level=None)) as database:
        names = [
            "alerts",
            "supplements",
            "leads",
            "lead_steps",
            "instructions",
            "feed_events",
            "feed_receipts",
            "rewards",
            "blind_marks",
        ]
        for name in names:
            database.execute(f'CREATE TABLE "{name}_bare" AS SELECT * FROM "{name}"')
        for name in reversed(names):
            database.execute(f'DROP TABLE "{name}"')
        for name in names:
            database.execute(f'ALTER TABLE "{name}_bare" RENAME TO "{name}"')


def ids_expire(world: World) -> None:
    """An id is forgotten after five minutes."""
    real = SqlRecords.get

    def get(self: Any, *key: object) -> Any:
        found = real(self, *key)
        if isinstance(found, Alert) and world.clock.now() - found.received_at > timedelta(minutes=5):
            return None
        return found

    setattr(SqlRecords, "get", get)  # noqa: B010 - the type checker must not believe it


def _typing(runs: int, seed: int) -> Findings:
    # Qt is loaded for this one alone.
    from tests.faults import typing_clerk, typing_kills

    return typing_kills.run(runs, seed, plant=typing_clerk.saved_only_at_a_pause)


Try = Callable[[int], Findings]
PLANTED: dict[str, Try] = {
    "id made at send time": lambda seed: kills.run(60, seed, plant_counter=id_made_at_send_time, stop_early=True),
    "acknowledge before commit": lambda seed: kills.run(
        150, seed, plant_station=acknowledge_before_commit, stop_early=True
    ),
    "outbox closed before the receipt": lambda seed: kills.run(
        60, seed, plant_counter=outbox_closed_before_the_receipt, stop_early=True
    ),
    "de-dup and insert in two transactions": lambda seed: once.senders(20, seed, prepare=without_unique_keys),
    "short body stored": lambda seed: kills.run(5, seed, plant_station=short_body_stored, stop_early=True),
    "key recorded before the work": lambda seed: kills.run(
        150, seed, plant_station=key_recorded_before_the_work, stop_early=True
    ),
    "synchronous NORMAL": lambda seed: power_cut.run(600, seed, plant=synchronous_normal),
    "no unique index on PostgreSQL": lambda seed: postgres_races.run(
        20, seed, prepare=postgres_races.without_unique_index
    ),
    "rename without sync of the folder": lambda seed: power_cut.run(400, seed, plant=rename_without_sync_of_the_folder),
    "expiry of ids": lambda seed: kills.run(
        100, seed, plant_station=ids_expire, prepare=without_unique_keys, stop_early=True
    ),
    "plaintext fallback": lambda seed: kills.run(5, seed, plant_counter=plaintext_fallback, stop_early=True),
    "lost wake-up": lambda seed: once.wakes(40, seed, plant=woken_before_the_commit),
    "typed text saved only at a pause": lambda seed: _typing(4, seed),
}


SIGNS = {
    "id made at send time": "receipt at one side only",
    "acknowledge before commit": "was saved and is not at the station",
    # Closed and never sent, or sent and closed without what proves it: it depends on when the process died.
    "outbox closed before the receipt": "was saved and is not at the station|receipt at one side only",
    "de-dup and insert in two transactions": "doubled: .* receipts",
    "short body stored": "does not open",
    "key recorded before the work": "alert without a lead",
    "synchronous NORMAL": "confirmed letters",
    "no unique index on PostgreSQL": "doubled: .* rows",
    "rename without sync of the folder": "no-key-file",
    # Sent twice it is there twice; a later fact of a forgotten alert is never taken.
    "expiry of ids": "is there 2 times|/1 is queued after the drain",
    "plaintext fallback": "can be read on the disk without a key",
    "lost wake-up": "woken after",
    "typed text saved only at a pause": "more than the last",
}
"""What names the bug itself among the notes; a letter that is not sent in the end is only a consequence of many."""


def run(runs: int, seed: int) -> Findings:
    """Plant each bug and let its campaign look for it; one not caught, or only by a consequence, is an error."""
    findings = Findings("planted", seed)
    for name, attempt in list(PLANTED.items())[: runs or None]:
        found = attempt(seed)
        findings.runs += 1
        sign = next((note for note in found.notes if re.search(SIGNS[name], note)), None)
        if found.clean:
            findings.note("errors", f"not caught: {name} ({found.campaign}, {found.runs} runs)")
        elif sign is None:
            findings.note("errors", f"caught only by a consequence: {name} ({found.campaign}: {found.notes[0]})")
        else:
            findings.facts["caught by its own sign"] += 1
            findings.notes.append(f"{name}: caught by {found.campaign} in {found.runs} runs: {sign}")
    return findings
