"""Single bits of the databases turn over: it is found, or what is read is still exactly what was stored."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

from desktop.adapters.storage.connection import connect
from station.adapters.jose import JoseSignatures
from tests.faults.counter_process import start_counter
from tests.faults.ledger import open_vault
from tests.faults.station_process import found_station, start_station
from tests.faults.table import Findings
from tests.faults.world import KEY, World, new_world

ALERTS = 15
Read = Callable[[World], dict[str, Any] | None]


def run(runs: int, seed: int) -> Findings:
    """Turn `runs` bits, half in the counter's database, half in the station's."""
    findings, rng = Findings("flips", seed), random.Random(seed)
    with new_world() as world:
        _fill(world)
        _flip(world, world.profile / "profile.db", _read_counter, "counter", runs // 2, rng, findings)
        _flip(world, world.database, _read_station, "station", runs - runs // 2, rng, findings)
    return findings


def _fill(world: World) -> None:
    """Let a counter report to a station, then close both as a person would."""
    code = found_station(world)
    station, counter = start_station(world), start_counter(world)
    try:
        counter.line.hear()
        counter.ask(["enrol", code])
        heard = counter.ask(["report", [f"f{number}" for number in range(ALERTS)]])
        while not isinstance(heard, list):
            heard = counter.line.hear()
        assert counter.ask(["drain"])["drained"]
        counter.ask("close")
        os.kill(station.pid, signal.SIGTERM)
        assert (station.wait(), counter.wait()) == (0, 0)
    finally:
        station.kill()
        counter.kill()


def _flip(world: World, path: Path, read: Read, side: str, runs: int, rng: random.Random, findings: Findings) -> None:
    """Flip, read, compare, put back. A write-ahead log left over would hide the flip: both were closed cleanly."""
    whole = path.read_bytes()
    expected = read(world)
    assert expected, f"the {side}'s database does not read before any flip"
    for _ in range(runs):
        at, bit = rng.randrange(len(whole)), rng.randrange(8)
        spoiled = bytearray(whole)
        spoiled[at] ^= 1 << bit
        path.write_bytes(spoiled)
        for extra in ("-wal", "-shm"):
            Path(f"{path}{extra}").unlink(missing_ok=True)
        got = read(world)
        findings.runs += 1
        if got is None:
            findings.facts[f"{side}: found"] += 1
        elif got == expected:
            findings.facts[f"{side}: harmless"] += 1
        else:
            findings.note("torn", f"{side}: silently another content (seed {findings.seed}, byte {at} bit {bit})")
    path.write_bytes(whole)


def _read_counter(world: World) -> dict[str, Any] | None:
    """Return every row, or None when the damage was noticed; reads without the cipher's own integrity check."""
    try:
        with closing(connect(world.profile / "profile.db", KEY)) as database:
            names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type='table'")]
            return {name: sorted(map(repr, database.execute(f'SELECT * FROM "{name}"'))) for name in sorted(names)}
    except Exception:  # noqa: BLE001 - any complaint is a find
        return None


def _read_station(world: World) -> dict[str, Any] | None:
    """Return every alert as an officer would get it, or None when seal, digest or receipt does not fit."""
    with closing(sqlite3.connect(world.database)) as database:
        try:
            rows = database.execute("SELECT alert_id, sha256, sealed_body, receipt FROM alerts").fetchall()
            vault, key = open_vault(world), open_vault(world).jwks()["keys"][0]
            found: dict[str, Any] = {}
            for alert_id, digest, sealed, receipt in rows:
                body = vault.unseal(sealed, alert_id)
                if sha256(body).hexdigest() != digest or JoseSignatures().open_compact(receipt, key) is None:
                    return None
                found[alert_id] = body
            if database.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                return None
        except Exception:  # noqa: BLE001 - any complaint is a find
            return None
    return found if len(found) == ALERTS else None
