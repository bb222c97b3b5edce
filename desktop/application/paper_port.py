"""Tables on their way out of the program: what a use case asks of a file or a printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from desktop.application.read_models import RecordRow

Cell = str | Decimal | datetime | None
"""Text, an amount in yuan, a local time without zone, or nothing."""
LineOf = Callable[[RecordRow], Sequence[Cell]]
Told = Callable[[int, int], bool]
"""Told (rows done, rows in all) now and then; answers False to stop."""


@dataclass(frozen=True, slots=True)
class Exported:
    """How many rows were written; `stopped` when a person stopped it, and then nothing was kept."""

    rows: int
    stopped: bool = False


class TableSink(Protocol):
    """A table being written row by row, never all in memory.

    `finish` puts it in place; `discard` leaves nothing behind. `add` and `finish` raise StorageFailed.
    """

    def add(self, cells: Sequence[Cell]) -> None: ...
    def finish(self) -> None: ...
    def discard(self) -> None: ...


class OpenTable(Protocol):
    """Start a table file beside its target, its kind by the target's suffix (.csv or .xlsx); StorageFailed."""

    def __call__(self, target: Path, headings: Sequence[str], name: str) -> TableSink: ...
