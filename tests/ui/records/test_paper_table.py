"""Records on paper: pages with headings, as a file and on a printer, and no half file when it was stopped."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.application.errors import StorageFailed
from desktop.application.paper_port import Cell
from desktop.ui.pages.records.page import RecordsPage
from desktop.ui.widgets.paper.table import PdfTable
from tests.ui.live_line.counter import Counter

HEADINGS, SHARES = ("编号", "时间", "金额（元）", "情况"), (1, 1, 1, 3)
ROW: tuple[Cell, ...] = ("7K2M-0001", datetime(2026, 11, 23, 10, 42), Decimal("260000.5"), "客人一直听电话，" * 9)  # noqa: DTZ001 - tables show local time


def pages_in(path: Path) -> int:
    return len(re.findall(rb"/Type /Page\b", path.read_bytes()))


@pytest.mark.parametrize(("rows", "least", "most"), [(0, 1, 1), (5, 1, 1), (300, 8, 40)])
def test_rows_go_on_as_many_pages_as_they_need(qtbot: QtBot, tmp_path: Path, rows: int, least: int, most: int) -> None:
    table = PdfTable(tmp_path / "a.pdf", "记录", HEADINGS, SHARES)
    for _ in range(rows):
        table.add(ROW)
    table.finish()
    assert least <= pages_in(tmp_path / "a.pdf") <= most
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_what_is_discarded_leaves_the_file_of_before(qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"before")
    table = PdfTable(target, "记录", HEADINGS, SHARES)
    table.add(ROW)
    table.discard()
    table.discard()
    assert target.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_folder_that_is_gone_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(StorageFailed):
        PdfTable(tmp_path / "gone" / "a.pdf", "记录", HEADINGS, SHARES)


def test_the_page_exports_a_pdf_and_prints(counter: Counter, tmp_path: Path) -> None:
    counter.submitted()
    page = RecordsPage(counter.context)
    counter.show(page)
    page.exporter.menu.chosen.emit(tmp_path / "a.pdf")
    counter.settle()
    assert pages_in(tmp_path / "a.pdf") == 1
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page.exporter.menu.print_chosen.emit(printer)
    counter.settle()
    assert pages_in(tmp_path / "printed.pdf") == 1
    assert counter.navigator.said == [f"已导出 1 条，在 {tmp_path.name}/a.pdf", "已导出 1 条"]


def test_dialogs_for_file_and_printer_do_not_block(counter: Counter) -> None:
    page = RecordsPage(counter.context)
    counter.show(page)
    page.exporter.menu.kinds["pdf"].trigger()
    page.exporter.menu.print.trigger()
    for kind in (QFileDialog, QPrintDialog):
        (dialog,) = page.exporter.menu.findChildren(kind)
        assert dialog.isVisible()
        dialog.close()
