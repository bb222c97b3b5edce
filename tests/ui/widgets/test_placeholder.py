"""What an empty field asks for can be read, in both themes: WCAG 2.2, 1.4.3."""

from __future__ import annotations

from collections import Counter
from typing import Literal

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.runtime.theme import theme
from tests.ui.widgets.test_focus_on_chosen import contrast

LEAST = 4.5


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_it_can_be_read(
    qtbot: QtBot, look: Literal["light", "dark"], kind: type[QLineEdit] | type[QPlainTextEdit]
) -> None:
    before = (theme().name, theme().percent)
    theme().apply(look, 100)
    window, field = QWidget(), kind()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(field)
    field.setPlaceholderText("一一一一一一一一")
    window.resize(400, 120)
    window.show()
    window.setFocus()
    QApplication.processEvents()
    image = field.grab().toImage()
    theme().apply(before[0], before[1])
    inside = [image.pixel(x, y) for x in range(6, image.width() - 6) for y in range(6, image.height() - 6)]
    shades = Counter(inside).most_common()
    ground = QColor.fromRgb(shades[0][0])
    strokes = [QColor.fromRgb(shade) for shade, often in shades[1:] if often > 10]
    assert max(contrast(stroke, ground) for stroke in strokes) >= LEAST
