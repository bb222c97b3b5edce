"""CSV as spreadsheets read it: UTF-8 with a byte order mark, and no cell that could run as a formula."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from desktop.adapters.paper.beside import part_of, remove
from desktop.adapters.system.disk import disk_failures
from desktop.application.paper_port import Cell

_FORMULA = "=+-@＝＋－＠\t\r\n|"


def harmless(text: str) -> str:
    """Return a text no spreadsheet takes for a formula (CWE-1236): an apostrophe before what could start one."""
    bare = text.lstrip(" \u3000\u00a0\ufeff\u200b")
    return f"'{text}" if bare[:1] and bare[0] in _FORMULA else text


class CsvTable:
    """One CSV file being written."""

    def __init__(self, target: Path, headings: Sequence[str]) -> None:
        self._target, self._part = target, part_of(target)
        with disk_failures():
            self._file = self._part.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file)
        self.add(headings)

    def add(self, cells: Sequence[Cell]) -> None:
        """Write one row."""
        with disk_failures():
            self._writer.writerow([_written(cell) for cell in cells])

    def finish(self) -> None:
        """Put the file in place."""
        with disk_failures():
            self._file.close()
            self._part.replace(self._target)

    def discard(self) -> None:
        """Leave nothing behind."""
        try:
            self._file.close()
        except OSError:
            pass  # closing may try to write what a full disk refused; the descriptor is freed all the same
        finally:
            remove(self._part)


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Decimal():
            return f"{cell:.2f}"
        case datetime():
            return f"{cell:%Y-%m-%d %H:%M:%S}"
        case _:
            return harmless(cell.replace("\x00", ""))
