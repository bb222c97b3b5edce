"""A warning card as a poster on A4 or A5, with a QR code that holds the words themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop.ui.viewmodels.learn.customer_card import CardWords
from desktop.ui.widgets.learn.warning_card import QUIET, card_font, fitting_size, paint_card
from desktop.ui.widgets.paper.printing import save_beside

SIZES: Final = {"A4": QPageSize.PageSizeId.A4, "A5": QPageSize.PageSizeId.A5}
RESOLUTION = 300
_MARGIN_MM = 12.0
_QR_SHARE = 0.26


def poster_pdf(words: CardWords, size: str) -> bytes:
    """Return the poster as a PDF file: fonts embedded, text searchable; any thread."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(SIZES[size]),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setTitle(words.headline)
    writer.setCreator("")
    painter = QPainter(writer)
    paint_poster(painter, QRectF(0, 0, writer.width(), writer.height()), words)
    painter.end()
    buffer.close()
    return bytes(data.data())


def save_poster(path: Path, words: CardWords, size: str) -> Path:
    """Write the poster into a file, and return which; StorageFailed leaves no half file."""
    target = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
    return save_beside(target, poster_pdf(words, size))


def paint_poster(painter: QPainter, page: QRectF, words: CardWords) -> None:
    """Paint card, code and what the code is for into a rectangle."""
    qr_edge = page.width() * _QR_SHARE
    gap = page.width() * 0.04
    card = QRectF(page.left(), page.top(), page.width(), page.height() - qr_edge - gap)
    paint_card(painter, card, words, radius=page.width() * 0.02)
    code = QRectF(page.left(), page.bottom() - qr_edge, qr_edge, qr_edge)
    paint_qr(painter, code, words.to_take_home)
    room = QRectF(code.right() + gap, code.top(), page.width() - qr_edge - gap, qr_edge)
    painter.setFont(card_font(fitting_size(painter, words.qr_caption, room, qr_edge * 0.14, 400)))
    painter.setPen(QColor(QUIET))
    painter.drawText(room, int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter), words.qr_caption)


def paint_qr(painter: QPainter, rect: QRectF, text: str) -> None:
    """Draw a QR code that holds the words themselves."""
    import segno

    rows = segno.make_qr(text, error="l", encoding="utf-8").matrix
    cell = rect.width() / len(rows)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                # A hair wider than the cell: between neighbours no white line may appear when the page is scaled.
                painter.fillRect(
                    QRectF(rect.left() + x * cell, rect.top() + y * cell, cell * 1.02, cell * 1.02), QColor("black")
                )
    painter.restore()
