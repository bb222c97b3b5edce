"""A list of any length that holds only the pages near what is on the screen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.application.read_models import RecordRow

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
PAGE_SIZE = 50
PAGES_KEPT = 20


class RecordsModel(QAbstractListModel):
    """Rows by page: asking for a row that is not here emits `page_wanted` and shows a blank row until it comes.

    A stale page (after `mark_stale`) is still shown while its fresh copy is fetched.
    """

    page_wanted = Signal(int)

    def __init__(self, spoken: Callable[[RecordRow], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spoken = spoken
        self._total = 0
        self._pages: OrderedDict[int, tuple[RecordRow, ...]] = OrderedDict()
        self._fresh: set[int] = set()
        self._asked: set[int] = set()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of records in the chosen tab."""
        return 0 if parent is not None and parent.isValid() else self._total

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return the RecordRow (ROW_ROLE) or its sentence for screen readers; None while it is being fetched."""
        if not index.isValid():
            return None
        if role not in (ROW_ROLE, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return None
        row = self.row_at(index.row())
        if role == ROW_ROLE or row is None:
            return row
        return self._spoken(row)

    def row_at(self, number: int) -> RecordRow | None:
        """Return a row, asking for its page when that is missing or stale."""
        page, offset = divmod(number, PAGE_SIZE)
        if page not in self._fresh and page not in self._asked:
            self._asked.add(page)
            self.page_wanted.emit(page)
        rows = self._pages.get(page)
        if rows is None or offset >= len(rows):
            return None
        self._pages.move_to_end(page)
        return rows[offset]

    def find(self, alert_id: str) -> int | None:
        """Return the position of a record among the pages held."""
        for page, rows in self._pages.items():
            for offset, row in enumerate(rows):
                if row.alert_id == alert_id:
                    return page * PAGE_SIZE + offset
        return None

    def start_over(self) -> None:
        """Forget everything: another tab or another search."""
        self.beginResetModel()
        self._total = 0
        self._pages.clear()
        self._fresh.clear()
        self._asked.clear()
        self.endResetModel()

    def mark_stale(self) -> None:
        """Something changed: each page is fetched again when it is next shown."""
        self._fresh.clear()
        self._asked.clear()
        if self._total:
            self.dataChanged.emit(self.index(0), self.index(self._total - 1))

    def forget_wish(self, page: int) -> None:
        """The page was scrolled past before its turn came; it may be asked for again."""
        self._asked.discard(page)

    def put_page(self, page: int, rows: tuple[RecordRow, ...], total: int) -> None:
        """Take a fetched page and the total it came with."""
        self._asked.discard(page)
        self._fresh.add(page)
        self._pages[page] = rows
        self._pages.move_to_end(page)
        self._set_total(total)
        while len(self._pages) > PAGES_KEPT:
            dropped, _ = self._pages.popitem(last=False)
            self._fresh.discard(dropped)
        last = min(page * PAGE_SIZE + len(rows), self._total) - 1
        if rows and last >= page * PAGE_SIZE:
            self.dataChanged.emit(self.index(page * PAGE_SIZE), self.index(last))

    def _set_total(self, total: int) -> None:
        if total > self._total:
            self.beginInsertRows(QModelIndex(), self._total, total - 1)
            self._total = total
            self.endInsertRows()
        elif total < self._total:
            self.beginRemoveRows(QModelIndex(), total, self._total - 1)
            self._total = total
            for page in [page for page in self._pages if page * PAGE_SIZE >= total]:
                del self._pages[page]
                self._fresh.discard(page)
            self.endRemoveRows()
