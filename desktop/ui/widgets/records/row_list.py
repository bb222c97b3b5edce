"""The list of records: cards painted by the delegate, quick at any length, by mouse, touch and keyboard.

A table with one column and fixed heights: QListView lays out every row again for each page that arrives (0.2 s for
100,000 rows), a table does not.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop.application.read_models import RecordRow
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.records.table import ROW_ROLE, RecordsModel
from desktop.ui.widgets.records.row import RecordRowDelegate


class RecordList(QTableView):
    """Emits `opened` with the RecordRow on click, tap or Enter; arrows, Home, End and page keys move."""

    opened = Signal(object)

    def __init__(
        self, model: RecordsModel, delegate: RecordRowDelegate, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setObjectName("recordList")
        self.setModel(model)
        self._delegate = delegate
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().setAutoFillBackground(False)
        # The delegate draws the chosen card itself; the style would fill its whole cell.
        bare = self.palette()
        bare.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(bare)
        self._fit_rows()
        theme().changed.connect(self._fit_rows)
        self.clicked.connect(self._open)

    def selected_id(self) -> str:
        """Return the alert id of the current row, empty when it is not known."""
        row = self.currentIndex().data(ROW_ROLE)
        return row.alert_id if isinstance(row, RecordRow) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current record; everything else moves as in any list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, RecordRow):
            self.opened.emit(row)

    def _fit_rows(self) -> None:
        height = self._delegate.row_height()
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalScrollBar().setSingleStep(height // 3)
