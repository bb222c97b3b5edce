"""What went in comes out exactly once: every token that was saved stands at the station once, whole and confirmed."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from desktop.adapters.storage.connection import connect
from station.adapters.vault import FileVault
from tests.faults.table import Findings
from tests.faults.world import KEY, World

_TOKEN = re.compile(r"\[([\w-]+)\+?\]")


@dataclass
class Ledger:
    """Tokens given to the counter, and those whose saving was confirmed on the screen."""

    given: list[str] = field(default_factory=list)
    saved: dict[str, str] = field(default_factory=dict)
    added: set[str] = field(default_factory=set)
    at_station: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    """Which letters each token stands in, as read so far up to `read_to` (a station-wide sequence number)."""
    read_to: int = 0

    def note(self, heard: Any) -> bool:
        """Take a confirmation from the counter's line; False when it is something else."""
        if not isinstance(heard, dict) or not {"saved", "added"} & set(heard):
            return False
        if "saved" in heard:
            token, alert_id = heard["saved"]
            self.saved[token] = alert_id
        else:
            self.added.add(heard["added"])
        return True


def check(world: World, ledger: Ledger, findings: Findings, how: str, *, deep: bool = False) -> None:
    """Compare both databases with the ledger and note what is lost, doubled or torn; `how` repeats it."""
    if deep and _readable(world, ledger):
        findings.note("torn", f"a narrative can be read on the disk without a key ({how})")
        return
    with (
        closing(sqlite3.connect(world.database)) as station,
        closing(connect(world.profile / "profile.db", KEY)) as counter,
    ):
        if deep:
            # Everything again, not only what is new since the last look.
            ledger.at_station, ledger.read_to = {}, 0
        _read_station(world, ledger, station, findings, how)
        _compare(ledger, findings, how)
        _compare_sides(counter, station, findings, how)
        if deep:
            for name, database in (("station", station), ("counter", counter)):
                told = database.execute("PRAGMA integrity_check").fetchone()[0]
                if told != "ok":
                    findings.note("torn", f"{name} integrity: {str(told)[:80]} ({how})")


def _readable(world: World, ledger: Ledger) -> bool:
    """Whether a token, which stands in every narrative, is found as it is in any file of the two programs."""
    # With the sentence before it: a bare "[i1]" of four bytes turns up in encrypted pages by chance.
    canaries = [f"收件人是谁。[{token}]".encode() for token in ledger.given[:20]]
    folders = (world.profile, world.station_folder)
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return any(canary in path.read_bytes() for path in files for canary in canaries)


def _read_station(world: World, ledger: Ledger, station: sqlite3.Connection, findings: Findings, how: str) -> None:
    """Read the letters that are new at the station, checking each one's seal and digest."""
    vault = open_vault(world)
    letters = station.execute(
        "SELECT alert_id, 0, sha256, sealed_body, seq FROM alerts WHERE seq > :after UNION ALL "
        "SELECT alert_id, n, sha256, sealed_body, seq FROM supplements WHERE seq > :after",
        {"after": ledger.read_to},
    ).fetchall()
    for alert_id, n, digest, sealed, seq in letters:
        ledger.read_to = max(ledger.read_to, seq)
        try:
            body = vault.unseal(sealed, f"{alert_id}/{n}" if n else alert_id)
            text = json.loads(body).get("text" if n else "narrative", "")
        except ValueError:
            findings.note("torn", f"{alert_id}/{n} does not open ({how})")
            continue
        if sha256(body).hexdigest() != digest:
            findings.note("torn", f"{alert_id}/{n} has another digest ({how})")
        if token := _TOKEN.search(text):
            ledger.at_station.setdefault(token[1] + ("+" if n else ""), []).append((alert_id, n))


def _compare(ledger: Ledger, findings: Findings, how: str) -> None:
    given = set(ledger.given)
    promised = [*ledger.saved, *(f"{token}+" for token in ledger.added)]
    for token in promised:
        if token not in ledger.at_station:
            findings.note("lost", f"{token} was saved and is not at the station ({how})")
    for token, letters in ledger.at_station.items():
        if len(letters) > 1:
            findings.note("doubled", f"{token} is there {len(letters)} times ({how})")
        if token.rstrip("+") not in given:
            findings.note("torn", f"{token} was never given ({how})")


def _compare_sides(counter: Any, station: sqlite3.Connection, findings: Findings, how: str) -> None:
    """The counter's delivered letters and receipts are the station's, lead and first event stand beside every alert."""
    ours = set(counter.execute("SELECT alert_id, n, compact FROM receipts"))
    theirs = set(station.execute("SELECT alert_id, 0, receipt FROM alerts"))
    theirs |= set(station.execute("SELECT alert_id, n, receipt FROM supplements"))
    for alert_id, n, _receipt in ours ^ theirs:
        findings.note("torn", f"{alert_id}/{n}: receipt at one side only ({how})")
    states = counter.execute("SELECT alert_id, n, state FROM outbox WHERE state != 'delivered'").fetchall()
    for alert_id, n, state in states:
        findings.note("torn", f"{alert_id}/{n} is {state} after the drain ({how})")
    queries = {
        "alert without a lead": "SELECT alert_id FROM alerts EXCEPT SELECT alert_id FROM leads",
        "lead without an alert": "SELECT alert_id FROM leads EXCEPT SELECT alert_id FROM alerts",
        "alert without an event": "SELECT alert_id FROM alerts EXCEPT SELECT alert_id FROM feed_events",
    }
    for name, query in queries.items():
        _note_rows(station.execute(query), name, findings, how)
    _note_rows(
        counter.execute("SELECT alert_id FROM alerts EXCEPT SELECT alert_id FROM outbox"),
        "alert never queued",
        findings,
        how,
    )


def _note_rows(rows: Iterable[tuple[Any, ...]], name: str, findings: Findings, how: str) -> None:
    for row in rows:
        findings.note("torn", f"{name}: {row[0]} ({how})")


def open_vault(world: World) -> FileVault:
    """Return the station's keys, to read what it keeps sealed."""
    path = Path(f"{world.database}.key")
    return FileVault(path, json.loads(path.read_text(encoding="utf-8"))["station_id"])
