"""Exporting from the records page: what is on the screen lands in the file, and every end is said."""

from __future__ import annotations

import csv
import threading
from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from desktop.application.errors import StorageFailed
from desktop.application.paper_port import Exported, LineOf, TableSink, Told
from desktop.application.read_models import RecordFilter
from desktop.ui.pages.records.page import RecordsPage
from desktop.ui.runtime.language import language
from tests.ui.live_line.counter import Counter

SECRET = "13800138000"


def shown(counter: Counter) -> RecordsPage:
    page = RecordsPage(counter.context)
    counter.show(page)
    return page


def exported(counter: Counter, page: RecordsPage, target: Path) -> list[list[str]]:
    page.exporter.menu.chosen.emit(target)
    counter.settle()
    with target.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_what_the_filter_shows_is_in_the_file_and_nothing_personal(counter: Counter, tmp_path: Path) -> None:
    counter.submitted(subject_phone=SECRET, subject_name="王秀英", narrative="客人一直听电话，女儿叫王小花")
    page = shown(counter)
    heads, row = exported(counter, page, tmp_path / "a.csv")
    assert heads[0] == "编号"
    assert row[5] == "260000.00"
    assert row[6:] == ["未送达", "警方还没有收到"]
    assert not [cell for cell in row if SECRET in cell or "王" in cell]
    assert counter.navigator.said == [f"已导出 1 条，在 {tmp_path.name}/a.csv"]
    assert page.exporter.menu.isEnabled()
    assert not page.exporter.progress.isVisible()


def test_the_tab_on_the_screen_is_what_is_exported(counter: Counter, tmp_path: Path) -> None:
    counter.submitted()
    page = shown(counter)
    page.filters.tab_chosen.emit("closed")
    counter.settle()
    assert len(exported(counter, page, tmp_path / "a.csv")) == 1


def test_a_workbook(counter: Counter, tmp_path: Path) -> None:
    counter.submitted()
    page = shown(counter)
    page.exporter.export(tmp_path / "a.xlsx")
    counter.settle()
    rows = list(load_workbook(tmp_path / "a.xlsx")["记录"].iter_rows(values_only=True))
    assert len(rows) == 2
    assert rows[1][5] == 260_000


def test_stop_is_offered_while_it_runs_and_leaves_nothing(counter: Counter, tmp_path: Path) -> None:
    for _ in range(2):
        counter.submitted()
    page = shown(counter)
    page.exporter.export(tmp_path / "a.csv")
    assert page.exporter.progress.isVisible()
    assert not page.exporter.menu.isEnabled()
    page.exporter.progress.stop.click()
    counter.settle()
    assert counter.navigator.said == ["已停止，没有留下文件"]
    assert not list(tmp_path.glob("*a.csv*"))


def test_a_full_disk_is_said(counter: Counter, tmp_path: Path) -> None:
    def full(_wanted: RecordFilter, sink: TableSink, _line: LineOf, _told: Told) -> Exported:
        sink.discard()
        raise StorageFailed("full")

    page = shown(counter)
    counter.use(paper=replace(counter.services.paper, export_records=full))
    page.exporter.export(tmp_path / "a.csv")
    counter.settle()
    assert "磁盘" in counter.navigator.said[0]
    assert page.exporter.menu.isEnabled()


def test_the_dialog_offers_the_kind_that_was_chosen(counter: Counter) -> None:
    page = shown(counter)
    for kind in ("csv", "xlsx"):
        page.exporter.menu.kinds[kind].trigger()
        dialog = page.exporter.menu.findChildren(QFileDialog)[-1]
        assert dialog.defaultSuffix() == kind
        assert not dialog.isModal()
        dialog.close()


def held_back(counter: Counter) -> threading.Event:
    """One record whose export waits for the event."""
    counter.submitted()
    gate, real = threading.Event(), counter.services.paper.export_records

    def slow(wanted: RecordFilter, sink: TableSink, line: LineOf, told: Told) -> Exported:
        assert gate.wait(30)
        return real(wanted, sink, line, told)

    counter.use(paper=replace(counter.services.paper, export_records=slow))
    return gate


def counter_screen(counter: Counter) -> QWidget:
    """What holds a page that will go away before the test ends."""
    holder = QWidget()
    counter.qtbot.addWidget(holder)
    holder.show()
    return holder


def test_a_page_built_anew_finds_its_export_still_running(counter: Counter, tmp_path: Path) -> None:
    gate, holder = held_back(counter), counter_screen(counter)
    old = RecordsPage(counter.context, holder)
    old.on_shown()
    old.exporter.export(tmp_path / "a.csv")
    # What the main window does when the language changes: the page goes, another one comes.
    old.deleteLater()
    counter.qtbot.waitUntil(lambda: not isValid(old))
    language().apply("en")
    new = RecordsPage(counter.context)
    counter.qtbot.addWidget(new)
    new.show()
    new.on_shown()
    assert new.exporter.progress.isVisible()
    assert not new.exporter.menu.isEnabled()
    gate.set()
    counter.settle()
    assert (tmp_path / "a.csv").exists()
    assert len(counter.navigator.said) == 1
    assert not new.exporter.progress.isVisible()
    assert new.exporter.menu.isEnabled()


def test_an_end_is_said_even_when_nobody_looks_at_the_records(counter: Counter, tmp_path: Path) -> None:
    gate, holder = held_back(counter), counter_screen(counter)
    page = RecordsPage(counter.context, holder)
    page.on_shown()
    page.exporter.export(tmp_path / "a.csv")
    page.deleteLater()
    counter.qtbot.waitUntil(lambda: not isValid(page))
    gate.set()
    counter.settle()
    assert counter.navigator.said == [f"已导出 1 条，在 {tmp_path.name}/a.csv"]
