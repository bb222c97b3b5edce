"""Which kind of table a file's name asks for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.adapters.paper.csv_table import CsvTable
from desktop.application.paper_port import TableSink


def open_table(target: Path, headings: Sequence[str], name: str) -> TableSink:
    """Start a workbook for .xlsx and a CSV file for anything else; StorageFailed."""
    if target.suffix.lower() == ".xlsx":
        # Only who exports pays for loading openpyxl.
        from desktop.adapters.paper.xlsx_table import XlsxTable

        return XlsxTable(target, headings, name)
    return CsvTable(target, headings)
