"""The lazily filled list: a hundred thousand rows, and only the pages on the screen are fetched."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.viewmodels.records.table import PAGE_SIZE, PAGES_KEPT, ROW_ROLE, RecordsModel
from desktop.ui.widgets.records.row import RecordRowDelegate
from desktop.ui.widgets.records.row_list import RecordList
from tests.support import OPENING
from tests.ui.records.build import record

MANY = 100_000


def filled(total: int = MANY) -> tuple[RecordsModel, list[int]]:
    """A model whose wishes are answered at once, and the pages it asked for."""
    model = RecordsModel(lambda row: f"spoken {row.short_no}")
    asked: list[int] = []

    def answer(page: int) -> None:
        asked.append(page)
        start = page * PAGE_SIZE
        model.put_page(page, tuple(record(n) for n in range(start, min(start + PAGE_SIZE, total))), total)

    model.page_wanted.connect(answer, Qt.ConnectionType.DirectConnection)
    answer(0)
    return model, asked


def test_scrolling_through_everything_fetches_only_what_was_shown(qtbot: QtBot) -> None:
    model, asked = filled()
    holder = QWidget()
    qtbot.addWidget(holder)
    view = RecordList(model, RecordRowDelegate(lambda: OPENING, "zh", "涉及金额", holder), "记录", holder)
    view.resize(600, 400)
    holder.show()
    bar = view.verticalScrollBar()
    steps = 40
    for step in range(steps + 1):
        bar.setValue(bar.maximum() * step // steps)
        view.grab()
    shown_at_once = 400 // view.rowHeight(0) + 2
    pages_per_stop = shown_at_once // PAGE_SIZE + 2
    assert model.rowCount() == MANY
    assert len(asked) <= (steps + 1) * pages_per_stop + 1
    assert max(asked) == MANY // PAGE_SIZE - 1


def test_only_some_pages_are_kept() -> None:
    model, asked = filled()
    for page in range(PAGES_KEPT * 3):
        model.row_at(page * PAGE_SIZE)
    before = len(asked)
    assert model.find("0193-000001") is None
    assert model.row_at(0) is not None or len(asked) == before + 1


def test_a_missing_row_is_asked_for_once() -> None:
    model = RecordsModel(lambda row: row.short_no)
    asked: list[int] = []
    model.page_wanted.connect(asked.append)
    model.put_page(0, tuple(record(n) for n in range(PAGE_SIZE)), 200)
    for _ in range(3):
        assert model.row_at(120) is None
    assert asked == [2]
    model.forget_wish(2)
    model.row_at(120)
    assert asked == [2, 2]


def test_stale_rows_stay_visible_while_they_are_fetched_again() -> None:
    model = RecordsModel(lambda row: row.short_no)
    asked: list[int] = []
    model.page_wanted.connect(asked.append)
    model.put_page(0, (record(1), record(2)), 2)
    model.mark_stale()
    row = model.row_at(0)
    assert row is not None
    assert asked == [0]
    model.put_page(0, (record(9), record(1), record(2)), 3)
    assert model.rowCount() == 3
    assert model.find("0193-000001") == 1


def test_a_shrinking_list_loses_its_tail() -> None:
    model = RecordsModel(lambda row: row.short_no)
    model.put_page(0, tuple(record(n) for n in range(PAGE_SIZE)), PAGE_SIZE + 1)
    model.put_page(1, (record(99),), PAGE_SIZE + 1)
    model.put_page(0, (record(1),), 1)
    assert model.rowCount() == 1
    assert model.row_at(PAGE_SIZE) is None


def test_roles() -> None:
    model, _ = filled(3)
    index = model.index(1)
    assert index.data(ROW_ROLE) == record(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "spoken 7K2M-0001"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.index(7).data(ROW_ROLE) is None
