"""A table on landscape A4, row by row: as a PDF file or on a printer, its headings on every page, never all in memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileDevice, QMarginsF, QRectF, QSaveFile, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen
from PySide6.QtPrintSupport import QPrinter

from desktop.application.errors import StorageFailed
from desktop.application.paper_port import Cell
from desktop.ui.widgets.learn.warning_card import card_font

_LAYOUT: Final = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(12, 12, 12, 12), QPageLayout.Unit.Millimeter
)  # fmt: skip
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)
_LINE: Final = QColor("#999999")
_MOST_LINES: Final = 6


class PaperTable:
    """Rows on pages of a device; made, filled and finished on one thread. `shares` are the columns' parts of the width."""

    def __init__(self, device: QPagedPaintDevice, title: str, headings: Sequence[str], shares: Sequence[int]) -> None:
        device.setPageLayout(_LAYOUT)
        self._device, self._title, self._headings = device, title, headings
        self._painter = QPainter()
        if not self._painter.begin(device):
            raise StorageFailed("io")
        self._page = QRectF(self._painter.viewport())
        self._point = device.logicalDpiY() / 72
        self._widths = [self._page.width() * share / sum(shares) for share in shares]
        self._number = 0
        self._y = 0.0
        self._start_page()

    def add(self, cells: Sequence[Cell]) -> None:
        """Put one row on the page, or on the next one when it does not fit."""
        texts = [_shown(cell) for cell in cells]
        self._painter.setFont(card_font(9 * self._point))
        height = self._height(texts)
        if self._y + height > self._page.height() - 14 * self._point:
            self._device.newPage()
            self._start_page()
        self._row(texts, height, 400)

    def finish(self) -> None:
        """End the last page."""
        self._painter.end()

    def discard(self) -> None:
        """End without a result."""
        if self._painter.isActive():
            self._painter.end()

    def _start_page(self) -> None:
        self._number += 1
        point, width = self._point, self._page.width()
        self._painter.setPen(QColor("black"))
        self._painter.setFont(card_font(12 * point, 700))
        self._painter.drawText(QRectF(0, 0, width, 18 * point), int(Qt.AlignmentFlag.AlignLeft), self._title)
        self._painter.setFont(card_font(9 * point))
        foot = QRectF(0, self._page.height() - 12 * point, width, 12 * point)
        self._painter.drawText(foot, int(Qt.AlignmentFlag.AlignRight), str(self._number))
        self._y = 22 * point
        self._row(list(self._headings), self._height(self._headings), 700)

    def _height(self, texts: Sequence[str]) -> float:
        pad, metrics = 3 * self._point, self._painter.fontMetrics()
        most = metrics.lineSpacing() * _MOST_LINES
        needed = [
            self._painter.boundingRect(QRectF(0, 0, width - 2 * pad, 1e6), _WRAP, text).height()
            for text, width in zip(texts, self._widths, strict=True)
        ]
        return min(max(*needed, metrics.lineSpacing()), most) + 2 * pad

    def _row(self, texts: Sequence[str], height: float, weight: int) -> None:
        pad, x = 3 * self._point, 0.0
        self._painter.setFont(card_font(9 * self._point, weight))
        for text, width in zip(texts, self._widths, strict=True):
            box = QRectF(x, self._y, width, height)
            self._painter.setPen(QPen(_LINE, 0.5 * self._point))
            self._painter.drawRect(box)
            self._painter.setPen(QColor("black"))
            self._painter.drawText(box.adjusted(pad, pad, -pad, -pad), _WRAP, text)
            x += width
        self._y += height


class PdfTable(PaperTable):
    """The table as a PDF file, put in place at the end; StorageFailed."""

    def __init__(self, target: Path, title: str, headings: Sequence[str], shares: Sequence[int]) -> None:
        self._file = QSaveFile(str(target))
        if not self._file.open(QSaveFile.OpenModeFlag.WriteOnly):
            raise StorageFailed("io")
        writer = QPdfWriter(self._file)
        writer.setResolution(300)
        writer.setTitle(title)
        writer.setCreator("")
        super().__init__(writer, title, headings, shares)

    def finish(self) -> None:
        """Put the file in place; what was there before stays when the disk is full."""
        super().finish()
        if not self._file.commit():
            full = self._file.error() == QFileDevice.FileError.ResourceError
            raise StorageFailed("full" if full else "io")

    def discard(self) -> None:
        """Leave nothing behind."""
        super().discard()
        if self._file.isOpen():
            self._file.cancelWriting()
            self._file.commit()


class PrintedTable(PaperTable):
    """The table on a printer."""

    def __init__(self, printer: QPrinter, title: str, headings: Sequence[str], shares: Sequence[int]) -> None:
        self._printer = printer
        super().__init__(printer, title, headings, shares)

    def discard(self) -> None:
        """Stop what has not been printed yet."""
        if self._painter.isActive():
            self._printer.abort()
        super().discard()


def _shown(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Decimal():
            return f"{cell:,.2f}".removesuffix(".00")
        case datetime():
            return f"{cell:%Y-%m-%d %H:%M}"
        case _:
            return " ".join(cell.split())
