"""Free text and names about people: sealed before they reach the database, opened as they leave it.

The alert's body, where the field table's L2 and L3 facts are, is sealed by the use case. What stands in columns of its own is of level L1,
but for what people type freely about people (instructions, timeline, feed, a reward's texts) and the members' names: those columns are
marked `SEALED` and their values pass here. Each is bound to its table, column and key: a value moved to another row does not open.
"""

import base64
import json
from collections.abc import Sequence
from typing import Any, Protocol

from sqlalchemy import Connection, Table

SEALED = {"sealed": True}
"""What a column's `info` says when its values are sealed."""
_MARK = "sealed:"


class Seals(Protocol):
    """The part of the vault that is needed here."""

    def seal(self, clear: bytes, context: str) -> bytes:
        """Encrypt bytes that belong to `context`."""

    def unseal(self, sealed: bytes, context: str) -> bytes:
        """Decrypt; raises ValueError when the bytes or the context were changed."""


def seals_of(connection: Connection) -> Seals | None:
    """Return the seals the connection's engine was made with, None where only plain tables are touched."""
    found: Seals | None = connection.get_execution_options().get("seals")
    return found


def sealed_columns(table: Table) -> tuple[str, ...]:
    """Return the names of the columns whose values are sealed."""
    return tuple(column.name for column in table.columns if column.info.get("sealed"))


def closed(seals: Seals, table: str, column: str, key: Sequence[object], value: Any) -> Any:
    """Return what is stored for a value; None stays NULL."""
    if value is None:
        return None
    clear = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return _MARK + base64.b64encode(seals.seal(clear, _context(table, column, key))).decode()


def opened(seals: Seals, table: str, column: str, key: Sequence[object], stored: Any) -> Any:
    """Return the value of what is stored; raises ValueError when it was changed. Values of an older version are plain."""
    if not isinstance(stored, str) or not stored.startswith(_MARK):
        return stored
    return json.loads(seals.unseal(base64.b64decode(stored[len(_MARK) :]), _context(table, column, key)))


def _context(table: str, column: str, key: Sequence[object]) -> str:
    return f"{table}.{column}/{'/'.join(map(str, key))}"
