"""HTML on A4: as a PDF file or on a printer, from one document, fonts embedded and text searchable."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QUrl
from PySide6.QtGui import QFont, QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from desktop.application.errors import StorageFailed
from desktop.ui.runtime.theme import FAMILIES

RESOLUTION: Final = 300
_POINTS: Final = 10.0
_STYLE: Final = "h1 { font-size: 20pt; } h2 { font-size: 12pt; margin-top: 18px; margin-bottom: 6px; } td { border-color: #999; } p { line-height: 130%; }"
_EDGE: Final = QMarginsF(0, 0, 0, 0)


Put = Callable[[QPagedPaintDevice], None]
"""Puts a page on a PDF writer or a printer; any thread."""


def document_of(html: str, images: Mapping[str, QImage] | None = None) -> QTextDocument:
    """Return the document; sizes are in points, so that paper of any resolution shows the same."""
    document = QTextDocument()
    font = QFont(FAMILIES)
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_STYLE)
    for name, image in (images or {}).items():
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
    document.setHtml(html)
    return document


def print_on(device: QPagedPaintDevice, html: str, images: Mapping[str, QImage] | None = None) -> None:
    """Put the HTML on paper: the document brings margins of two centimetres and page numbers of its own; any thread."""
    document_of(html, images).print_(device)


def pdf_with(put: Put, title: str) -> bytes:
    """Return an A4 PDF file of what `put` puts on it; any thread."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, _EDGE))
    writer.setTitle(title)
    writer.setCreator("")
    put(writer)
    buffer.close()
    return bytes(data.data())


def save_beside(target: Path, content: bytes) -> Path:
    """Write a file beside its target and move it there, so that a full disk leaves no half file; StorageFailed."""
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(content)
        part.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise StorageFailed.of(error) from None
    return target
