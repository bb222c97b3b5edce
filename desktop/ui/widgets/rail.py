"""The navigation at the left: sections, connection and what still waits, the shop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.hot_keys import hot_keys
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label, set_property
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.held_press import HeldPress
from desktop.ui.widgets.icon_label import IconLabel

WIDTH = 212
COMPACT_WIDTH = 76
MOST_SHOWN = 9


class _Section(Button):
    """Draws its number at the icon's corner where there is no room for words."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then the number."""
        super().paintEvent(event)
        count = int(self.property("count") or 0)
        if not count or self.text():
            return
        words = str(count) if count <= MOST_SHOWN else f"{MOST_SHOWN}+"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font(12, 700))
        high = theme().px(17)
        wide = max(high, painter.fontMetrics().horizontalAdvance(words) + theme().px(8))
        place = QRect(self.width() - wide - theme().px(2), theme().px(1), wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("rail_warn"))
        painter.drawRoundedRect(place, high / 2, high / 2)
        painter.setPen(theme().color("rail_top"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


class Rail(QFrame):
    """Section buttons at the top; at the bottom the truth about the connection, and which shop and clerk this is."""

    chosen = Signal(str)
    signed_out = Signal()
    hidden_away = Signal()
    locked = Signal()

    def __init__(self, sections: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(theme().px(WIDTH))
        edge = theme().px(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, theme().px(20), edge, theme().px(14))
        column.setSpacing(theme().px(4))
        column.addLayout(self._brand())
        column.addSpacing(theme().px(24))
        self._compact = False
        self._group = QButtonGroup(self)
        self.buttons: dict[str, Button] = {}
        for key, words, icon_name in sections:
            button = _Section("  " + words, "rail", icon_name, checkable=True, name=words)
            button.set_icon(icon_name, "rail_text")
            button.setProperty("words", words)
            button.clicked.connect(lambda _checked=False, k=key: self.chosen.emit(k))
            self._group.addButton(button)
            self.buttons[key] = button
            column.addWidget(button)
        column.addStretch(1)
        self.hide_button = Button(
            "  " + self.tr("收起画面  {key}").format(key=hot_keys().text("hide")),
            "rail",
            "eye-off",
            name=self.tr("收起画面"),
        )
        self.hide_button.set_icon("eye-off", "rail_text")
        self.hide_button.setProperty("words", self.tr("收起画面  {key}").format(key=hot_keys().text("hide")))
        self.hide_button.clicked.connect(self.hidden_away)
        hot_keys().changed.connect(self._show_hide_key)
        column.addWidget(self.hide_button)
        column.addSpacing(theme().px(4))
        column.addWidget(self._connection())
        column.addSpacing(theme().px(8))
        column.addLayout(self._who())
        # Where a low window has no room for the mark the connection is held instead.
        held = HeldPress(self._mark, *self._words[:2], self.connection_box)
        held.held.connect(lambda: hot_keys().touched.emit("alarm", self))

    def set_compact(self, compact: bool) -> None:
        """Show icons only, or icons and words."""
        if compact == self._compact:
            return
        self._compact = compact
        self.setFixedWidth(theme().px(COMPACT_WIDTH if compact else WIDTH))
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._doors.setDirection(down if compact else across)
        for part in self._words:
            part.setVisible(not compact)
        for part in (self.clerk, self.connection_detail):
            part.setVisible(not compact and bool(part.text()))
        for button in (*self.buttons.values(), self.hide_button):
            button.setText("" if compact else "  " + button.property("words"))
            button.setToolTip(button.accessibleName() if compact else "")
        self._fit()

    def show_count(self, section: str, count: int, said: str) -> None:
        """Put a number behind a section's words; `said` is the same for those who hear it. 0 takes it away."""
        button = self.buttons.get(section)
        if button is None:
            return
        plain = button.property("plain") or button.property("words")
        button.setProperty("plain", plain)
        button.setProperty("words", f"{plain}  {count}" if count else plain)
        button.setAccessibleName(f"{plain}，{said}" if count else plain)
        button.setProperty("count", count)
        button.setText("" if self._compact else "  " + button.property("words"))
        button.setToolTip(button.accessibleName() if self._compact else "")
        button.update()

    def _show_hide_key(self) -> None:
        self.hide_button.setProperty("words", self.tr("收起画面  {key}").format(key=hot_keys().text("hide")))
        self.hide_button.setText("" if self._compact else "  " + self.hide_button.property("words"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up height of the buttons, then the brand and air, where a low window in large type has no room for all."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._fit()

    def _fit(self) -> None:
        # Icons alone need no more height in large type.
        for tightness in (1, 2, 3) if self._compact else (0, 1, 2, 3):
            self._squeeze(tightness)
            if self.sizeHint().height() <= self.height():
                return

    def _squeeze(self, tightness: int) -> None:
        for button in (*self.buttons.values(), self.hide_button, self.lock, self.leave):
            set_property(button, "dense", "true" if tightness else "false")
        bare, close = tightness > 2, tightness > 1
        self._mark.setVisible(not bare)
        for part in self._words[:2]:
            part.setVisible(not bare and not self._compact)
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(2 if close else theme().px(4))
            layout.activate()

    def light(self, section: str) -> None:
        """Show a section as the current one; an unknown one lights none."""
        self._group.setExclusive(False)
        for key, button in self.buttons.items():
            button.setChecked(key == section)
        self._group.setExclusive(True)

    def show_connection(self, title: str, detail: str, icon_name: str, *, good: bool) -> None:
        """Say how it stands with the police station's computer, in words."""
        self.connection_icon.set_icon(icon_name, "rail_ok" if good else "rail_warn")
        self.connection_title.setText(title)
        self.connection_detail.setText(detail)
        self.connection_detail.setVisible(bool(detail) and not self._compact)
        self.connection_box.setAccessibleName(f"{title} {detail}".strip())

    def show_shop(self, shop: str, clerk: str) -> None:
        """Name the shop and the clerk signed in."""
        self.shop.setText(shop)
        self.shop.setToolTip(shop)
        self.clerk.setText(clerk)
        self.clerk.setVisible(bool(clerk) and not self._compact)

    def _brand(self) -> QHBoxLayout:
        self._mark = mark = QFrame()
        mark.setObjectName("brandMark")
        mark.setFixedSize(theme().px(40), theme().px(40))
        inner = QHBoxLayout(mark)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(IconLabel("clipboard-check", "on_accent", 22))
        words = QVBoxLayout()
        words.setSpacing(0)
        self._words: list[QWidget] = [label(self.tr("柜台助手"), "brand"), label(self.tr("接待与核对"), "railSmall")]
        for part in self._words:
            words.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addWidget(mark)
        row.addLayout(words, 1)
        return row

    def _connection(self) -> QFrame:
        self.connection_box = QFrame()
        self.connection_box.setObjectName("railBox")
        self.connection_icon = IconLabel("wifi", "rail_ok", 18)
        self.connection_title = label("", "railStrong")
        self.connection_detail = label("", "railSmall")
        words = QVBoxLayout()
        words.setSpacing(theme().px(2))
        words.addWidget(self.connection_title)
        words.addWidget(self.connection_detail)
        self._words.append(self.connection_title)
        row = QHBoxLayout(self.connection_box)
        row.setContentsMargins(theme().px(12), theme().px(10), theme().px(10), theme().px(10))
        row.setSpacing(theme().px(10))
        row.addWidget(self.connection_icon)
        row.addLayout(words, 1)
        return self.connection_box

    def _who(self) -> QVBoxLayout:
        self.shop = label("", "railSmall")
        self.clerk = label("", "railStrong")
        self.leave = Button("", "rail", "log-out", name=self.tr("退出登录"))
        self.leave.set_icon("log-out", "rail_text")
        self.leave.clicked.connect(self.signed_out)
        self.lock = Button("", "rail", "lock", name=self.tr("锁上"))
        self.lock.set_icon("lock", "rail_text")
        self.lock.clicked.connect(self.locked)
        self._doors = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(theme().px(2))
        row.addWidget(self.clerk, 1)
        row.addWidget(self.lock)
        row.addWidget(self.leave)
        column = QVBoxLayout()
        column.setSpacing(theme().px(2))
        column.addLayout(row)
        # A depot's name is long: it has the whole width to itself.
        column.addWidget(self.shop)
        self._words.append(self.shop)
        return column
