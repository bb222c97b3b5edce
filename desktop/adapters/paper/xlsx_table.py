"""XLSX row by row: texts stay texts whatever they begin with, amounts are numbers, times are times."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import cast

from openpyxl import Workbook
from openpyxl.cell import Cell as Box
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from desktop.adapters.paper.beside import part_of, remove
from desktop.adapters.system.disk import disk_failures
from desktop.application.paper_port import Cell

_WIDTH = 22.0
_LONGEST = 32_767


class XlsxTable:
    """One workbook with one sheet; rows go to a temporary file of openpyxl's until `finish` packs them."""

    def __init__(self, target: Path, headings: Sequence[str], name: str) -> None:
        self._target, self._part = target, part_of(target)
        self._book = Workbook(write_only=True)
        # A write-only sheet has a sheet's attributes; only its type says otherwise.
        self._sheet = cast(Worksheet, self._book.create_sheet(name))
        self._sheet.freeze_panes = "A2"
        self._sheet.sheet_format.defaultColWidth = _WIDTH
        with disk_failures():
            self._part.touch()
            self._sheet.append([self._text(heading, bold=True) for heading in headings])

    def add(self, cells: Sequence[Cell]) -> None:
        """Write one row."""
        with disk_failures():
            self._sheet.append([self._cell(cell) for cell in cells])

    def finish(self) -> None:
        """Pack the rows and put the file in place."""
        with disk_failures():
            self._book.save(self._part)
            self._part.replace(self._target)

    def discard(self) -> None:
        """Leave nothing behind; only packing removes the temporary file of the rows."""
        with contextlib.suppress(OSError, ValueError):
            self._book.save(self._part)
        remove(self._part)

    def _cell(self, cell: Cell) -> Box | None:
        if cell is None:
            return None
        if isinstance(cell, str):
            return self._text(cell)
        if isinstance(cell, datetime):
            made = WriteOnlyCell(self._sheet, value=cell)
            made.number_format = "yyyy-mm-dd hh:mm"
            return made
        # openpyxl writes sixteen digits of a number, of 0.07 that is 0.07000000000000001: the digits go in as they are.
        made = WriteOnlyCell(self._sheet, value=f"{cell:.2f}")
        made.data_type = "n"
        made.number_format = "#,##0.00"
        return made

    def _text(self, text: str, *, bold: bool = False) -> Box:
        made = WriteOnlyCell(self._sheet, value=ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST])
        # openpyxl takes "=…" for a formula; the kind is set after it has guessed.
        made.data_type = "s"
        if bold:
            made.font = Font(bold=True)
        return made
