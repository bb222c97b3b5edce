"""A QR code as a picture for documents: four white modules around it, as readers expect."""

from __future__ import annotations

from PySide6.QtGui import QImage, qRgb

_QUIET = 4


def qr_image(text: str, module: int = 8) -> QImage:
    """Return the code, each module that many pixels wide; any thread."""
    import segno

    rows = segno.make_qr(text, error="m").matrix
    edge = len(rows) + 2 * _QUIET
    image = QImage(edge, edge, QImage.Format.Format_RGB32)
    image.fill(qRgb(255, 255, 255))
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                image.setPixel(x + _QUIET, y + _QUIET, qRgb(0, 0, 0))
    return image.scaled(edge * module, edge * module)
