"""A photo as it may go on paper: large squares, nobody recognisable (photos are L3, DOMAIN 5.2)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

ACROSS: Final = 14
"""Squares across: a face in a photo of a counter is one or two of them."""
WIDTH: Final = 280


def masked_photo(content: bytes) -> QImage:
    """Return the photo in large squares, a grey one when it cannot be read; any thread."""
    whole = QImage.fromData(content)
    if whole.isNull():
        return blank_photo()
    coarse = whole.scaledToWidth(ACROSS, Qt.TransformationMode.SmoothTransformation)
    return coarse.scaledToWidth(WIDTH, Qt.TransformationMode.FastTransformation)


def blank_photo() -> QImage:
    """Return what stands for a photo that is no longer here."""
    blank = QImage(WIDTH, WIDTH * 3 // 4, QImage.Format.Format_RGB32)
    blank.fill(QColor("#d0d0d0"))
    return blank
