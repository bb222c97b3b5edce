"""Labels, lines and small helpers every page is built of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QSizePolicy, QWidget
from shiboken6 import delete


def restyle(widget: QWidget) -> None:
    """Apply the style sheet again after a dynamic property was changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property the style sheet looks at, and show it at once."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        restyle(widget)


def label(
    text: str = "", role: str = "", tone: str = "", *, wrap: bool = True, parent: QWidget | None = None
) -> QLabel:
    """Return a plain-text label; roles: giant, display, title, heading, strong, lead, big, muted, small, faint, pill, kbd, number."""
    result = QLabel(text, parent)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setWordWrap(wrap)
    if role:
        result.setProperty("role", role)
    if tone:
        result.setProperty("tone", tone)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        result.setSizePolicy(policy)
    return result


def line(parent: QWidget | None = None) -> QFrame:
    """Return a thin horizontal line."""
    result = QFrame(parent)
    result.setObjectName("line")
    return result


def clear_layout(layout: QLayout) -> None:
    """Remove everything from a layout and let the widgets go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        if inner is not None:
            clear_layout(inner)
            inner.deleteLater()
        else:
            delete(item)


def empty_layout(layout: QLayout) -> None:
    """Take the widgets out of a layout, to be put in anew.

    Qt gives what `takeAt` returns to its caller, which PySide does not know: each item not deleted here would stay for ever.
    """
    while (item := layout.takeAt(0)) is not None:
        delete(item)
