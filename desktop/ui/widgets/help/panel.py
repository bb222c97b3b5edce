"""Help beside the page: what it is for, how it goes by keyboard, and a search over all the other pages' help."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.runtime.hot_keys import hot_keys
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.help.texts import HelpTopic, topic, topics
from desktop.ui.widgets.basics import clear_layout, label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.fields import SearchField
from desktop.ui.widgets.scroll_area import ScrollArea

WIDTH = 340


class HelpPanel(QFrame):
    """Shows one topic, or the list that a search leaves; Esc and the cross close it, `left` says so. It never takes the page away."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # Where it lies over a page nothing shines through, and Qt knows what of the page can be seen.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFixedWidth(theme().px(WIDTH))
        self.setAccessibleName(self.tr("帮助"))
        self.route = ""
        self.links: dict[str, Button] = {}
        self.search = SearchField(self.tr("搜帮助"))
        self.search.searched.connect(self._on_searched)
        self.close_button = Button("", "ghost", "x", name=self.tr("关上帮助"))
        self.close_button.clicked.connect(self.left)
        self.area = ScrollArea(spacing=10)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("帮助"), "strong"))
        head.addWidget(label(hot_keys().text("help"), "kbd", wrap=False), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        edge = theme().px(18)
        column.setContentsMargins(edge, theme().px(16), theme().px(10), theme().px(12))
        column.setSpacing(theme().px(12))
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.area, 1)

    def show_topic(self, route: str) -> None:
        """Show a page's help; the list of all where there is none."""
        self.route = route
        found = topic(route, language().code)
        if found is None:
            self._list(topics(language().code))
            return
        self._clear()
        self.area.body.addWidget(label(found.title, "strong"))
        for kind, words in found.parts:
            self.area.body.addWidget(_part(kind, words))
        others = Button(self.tr("全部帮助"), "ghost", "book-open")
        others.clicked.connect(lambda: self._list(topics(language().code)))
        self.area.body.addWidget(others, 0, Qt.AlignmentFlag.AlignLeft)
        self.area.body.addStretch(1)
        self.area.verticalScrollBar().setValue(0)
        self.setAccessibleDescription(" ".join((found.title, *(words for _kind, words in found.parts))))

    def start(self) -> None:
        """Take the keyboard."""
        self.search.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def texts(self) -> str:
        """Return everything shown, as one text."""
        return "\n".join(part.text() for part in self.area.canvas.findChildren(QLabel))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill all of it: nobody else does for a widget that says it hides what lies below."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme().color("surface"))
        painter.end()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the page back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _on_searched(self, wanted: str) -> None:
        if not wanted.strip():
            self.show_topic(self.route)
            return
        self._list(tuple(one for one in topics(language().code) if one.holds(wanted)))

    def _list(self, found: tuple[HelpTopic, ...]) -> None:
        self._clear()
        for one in found:
            link = Button(one.title, "ghost", "chevron-right")
            link.clicked.connect(lambda _checked=False, route=one.route: self._open(route))
            self.links[one.route] = link
            self.area.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        if not found:
            self.area.body.addWidget(label(self.tr("没有找到。换个词，或清空搜索看全部。"), "muted"))
        self.area.body.addStretch(1)

    def _open(self, route: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_topic(route)

    def _clear(self) -> None:
        self.links = {}
        clear_layout(self.area.body)


def _part(kind: str, words: str) -> QWidget:
    if kind == "heading":
        return label(words, "strong")
    if kind == "text":
        return label(words, "muted")
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(8))
    row.addWidget(label("•", "muted", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(words, "muted"), 1)
    return holder
