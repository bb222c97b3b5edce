"""Where the keyboard is can be seen on a chosen button too, in both themes: the ring stands out from the fill inside it."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.choices import Segmented

NAMES = ("choice", "tile", "chip", "section", "jump")
LEAST, RING = 3.0, 5
"""WCAG 2.2, 1.4.11 and 2.4.13."""


def luminance(color: QColor) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (color.redF(), color.greenF(), color.blueF())]  # fmt: skip
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def drawn(window: QWidget, button: QWidget) -> QImage:
    QApplication.processEvents()
    return window.grab(button.geometry()).toImage()


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("variant", NAMES)
def test_the_ring_stands_out(qtbot: QtBot, look: Literal["light", "dark"], variant: str) -> None:
    before = (theme().name, theme().percent)
    theme().apply(look, 100)
    window = QWidget()
    window.setObjectName("page")
    qtbot.addWidget(window)
    button, other = Button("用途说得清", variant, checkable=True), Button("别处", "choice")
    column = QVBoxLayout(window)
    for part in (button, other):
        column.addWidget(part)
    button.setChecked(True)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    without = drawn(window, button)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    with_it = drawn(window, button)
    middle = button.height() // 2
    ring, inside = QColor(with_it.pixel(1, middle)), QColor(with_it.pixel(6, middle))
    assert contrast(ring, inside) >= LEAST
    # Not only a ring, another one than that of the choice itself: two pixels of it, one beside the other, are changed visibly.
    changed = [
        contrast(QColor(with_it.pixel(x, middle)), QColor(without.pixel(x, middle))) >= LEAST for x in range(RING)
    ]
    assert any(pair == (True, True) for pair in pairwise(changed))
    theme().apply(*before)


def test_a_segment_too(qtbot: QtBot) -> None:
    switch = Segmented((("a", "按重量", ""), ("b", "按价钱", "")), "怎么算")
    qtbot.addWidget(switch)
    switch.set_value("a")
    switch.show()
    switch.activateWindow()
    qtbot.waitUntil(switch.isActiveWindow)
    chosen = switch._buttons["a"]
    switch._buttons["b"].setFocus()
    without = drawn(switch, chosen)
    chosen.setFocus()
    assert drawn(switch, chosen) != without
