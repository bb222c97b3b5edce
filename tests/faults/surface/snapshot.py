"""Everything a station keeps, to compare before and after a call that was refused."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

from tests.faults.world import World

COUNTED_ANYWAY = frozenset({"nonces", "attempts"})
"""A refused call may leave its nonce and its wrong try: that is what they are for."""
_MOVES = {"sessions": "last_seen_at"}
_SEALED = frozenset({"sealed_body", "receipt", "jws"})
"""Long columns that are written with their row and never changed; their digests and lengths stand for them."""

Snapshot = dict[str, tuple[int, str]]


class Keeper:
    """Looks at a station's database over one connection; a look costs nothing while nobody has written."""

    def __init__(self, world: World) -> None:
        self._folder = Path(f"{world.database}.attachments")
        self._database = sqlite3.connect(f"file:{world.database}?mode=ro", uri=True)
        self._version = -1
        self._tables: Snapshot = {}

    def look(self) -> Snapshot:
        """Return rows and digest of every table, and the names and lengths of the attachments' files."""
        version = self._database.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            self._version, self._tables = version, _tables(self._database)
        # Locks are empty files that stay: nothing is kept in them.
        files = [path for path in self._folder.rglob("*") if path.is_file() and path.parent.name != ".locks"]
        lines = sorted(f"{path.relative_to(self._folder)} {path.stat().st_size}" for path in files)
        return {**self._tables, "files": (len(lines), _digest(lines))}

    def close(self) -> None:
        """Close the connection."""
        self._database.close()


def differences(before: Snapshot, after: Snapshot) -> list[str]:
    """Return the names of what changed."""
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


def _tables(database: sqlite3.Connection) -> Snapshot:
    names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: _table(database, name) for name in names if name not in COUNTED_ANYWAY}


def _table(database: sqlite3.Connection, name: str) -> tuple[int, str]:
    columns = [row[1] for row in database.execute(f'PRAGMA table_info("{name}")') if row[1] != _MOVES.get(name)]
    asked = ", ".join(f'length("{column}")' if column in _SEALED else f'"{column}"' for column in columns)
    rows = sorted(map(repr, database.execute(f'SELECT {asked} FROM "{name}"')))
    return len(rows), _digest(rows)


def _digest(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
