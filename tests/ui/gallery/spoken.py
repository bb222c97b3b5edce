"""What a screen reader gets to know: role, name, and the state or value of what is painted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QProgressBar, QPushButton, QWidget

from desktop.ui.widgets.icon_label import IconLabel
from tests.ui.gallery.checks import controls, shown, what

ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
    QAccessible.Role.List,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
}


def unspoken(window: QWidget) -> list[str]:
    """Return controls without role, name or state, and painted pieces that nobody hears of."""
    found = []
    for control in controls(window):
        heard = QAccessible.queryAccessibleInterface(control)
        if heard.role() not in ROLES or not heard.text(QAccessible.Text.Name).strip():
            found.append(f"{what(control)} {heard.role().name}")
        elif isinstance(control, QAbstractButton) and control.isCheckable() and not _tells_choice(control):
            found.append(f"{what(control)} does not say whether it is chosen")
        elif isinstance(control, QAbstractItemView):
            found += _silent_rows(control)
    found += [f"{what(one)} is painted and not said" for one in painted(window) if not _said(one)]
    return found


def painted(window: QWidget) -> list[QWidget]:
    """Return pieces that draw words or figures themselves: a screen reader sees nothing but their names.

    A small picture beside words, or inside a button with a name, says nothing of its own.
    """
    found = []
    for widget in shown(window):
        own = next((kind for kind in type(widget).__mro__ if "paintEvent" in vars(kind)), None)
        ours = own is not None and own.__module__.startswith("desktop.")
        inside = isinstance(widget.parentWidget(), QAbstractButton)
        if ours and not inside and not isinstance(widget, IconLabel | QLabel | QPushButton):
            found.append(widget)
    return found


def _said(widget: QWidget) -> bool:
    if isinstance(widget, QProgressBar):
        return bool(widget.accessibleName())
    return bool(widget.accessibleName().strip() or widget.accessibleDescription().strip())


def _tells_choice(button: QAbstractButton) -> bool:
    state = QAccessible.queryAccessibleInterface(button).state()
    return bool(state.checkable) and bool(state.checked) == button.isChecked()


def _silent_rows(view: QAbstractItemView) -> list[str]:
    model = view.model()
    roles = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
    rows = [model.index(place, 0) for place in range(min(model.rowCount(), 3))]
    return [f"{what(view)} row {row.row()} has no words" for row in rows if not any(row.data(role) for role in roles)]
