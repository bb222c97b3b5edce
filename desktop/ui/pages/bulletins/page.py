"""Notices of the police: the list at the left, the open one in large type at the right."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.application.bulletin_models import BulletinRow
from desktop.application.changes import Changes
from desktop.ui.pages.base import Page
from desktop.ui.pages.bulletins.filters import BulletinFilters
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords
from desktop.ui.runtime.hot_keys import hot_keys
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.bulletins.model import BulletinsViewModel
from desktop.ui.viewmodels.bulletins.words import for_whom
from desktop.ui.viewmodels.records.format import day_time
from desktop.ui.widgets.basics import clear_layout
from desktop.ui.widgets.bulletins.reader import BulletinReader
from desktop.ui.widgets.bulletins.row import BulletinButton
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.widgets.states import EmptyState, InlineError

NARROW = 760
LIST_WIDTH = 400
AT_ONCE = 60
"""Notices drawn at once, the newest first: years of them would keep the page waiting."""


class BulletinsPage(Page):
    """Up and down open the notices one after the other; what stayed open for a moment is read."""

    route: ClassVar[str] = "bulletins"
    section: ClassVar[str] = "bulletins"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = BulletinsViewModel(context, self)
        self.header = PageHeader(self.title(), self.tr("值班台发来的通报；打开看过，对方就知道了。"))
        self.filters = BulletinFilters(self.model)
        self.error = InlineError()
        self.error.retried.connect(self.model.load)
        self.list = ScrollArea(spacing=8)
        self.reader = BulletinReader()
        self.empty = EmptyState("loader", self.tr("正在读取…"))
        self.empty.acted.connect(self.filters.clear)
        self.buttons: dict[str, BulletinButton] = {}
        self._shown: tuple[BulletinRow, ...] | None = None
        self._room = AT_ONCE
        self.more: Button | None = None
        self._arriving = False
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(theme().px(16))
        self._middle.addWidget(self.list, 2)
        self._middle.addWidget(self.reader, 3)
        for part in (self.header, self.filters, self.error):
            self.column.addWidget(part)
        self.column.addLayout(self._middle, 1)
        self.column.addWidget(self.empty, 1)
        self.column.setContentsMargins(*(theme().px(n) for n in (28, 24, 28, 20)))
        self.list.hide()
        self.reader.hide()
        self.filters.changed.connect(self._show)
        self.model.loaded.connect(self._on_loaded)
        self.model.failed.connect(self._on_failed)
        self.model.not_marked.connect(lambda words: context.navigator.toast(words.sentence, tone="warn"))
        hot_keys().bind("find", self, self.filters.search.setFocus, Qt.ShortcutContext.WindowShortcut)

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("通报")

    def on_shown(self, **args: object) -> None:
        """Show a named notice (`bulletin_id`), or the one last looked at, with what is true now."""
        wanted = str(args.get("bulletin_id", ""))
        if wanted:
            self.filters.clear()
            self.model.open_id = wanted
        self._arriving = True
        self.model.look_away()
        self.model.load()

    def arguments(self) -> dict[str, object] | None:
        """Return the notice now open."""
        return {"bulletin_id": self.model.open_id} if self.model.open_id else {}

    def first_focus(self) -> QWidget | None:
        """Return the notice now open."""
        return self.buttons.get(self.model.open_id or "")

    def on_hidden(self) -> None:
        """What is not looked at is not read."""
        self.model.look_away()

    def on_changed(self, kinds: Changes) -> None:
        """Look again when a notice came or was read."""
        self.model.on_changed(kinds)

    def on_tick(self) -> None:
        """Count the open notice as read once it stayed before a person."""
        if self.isVisible() and not self.window().isMinimized():
            self.model.tick()
        else:
            self.model.look_away()
        self._say_when()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from notice to notice, wherever in the page the keyboard is."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        names = list(self.buttons)
        if step is None or not names:
            super().keyPressEvent(event)
            return
        place = names.index(self.model.open_id) + step if self.model.open_id in names else 0
        if place == len(names) and self.more is not None:
            self.more.click()
            return
        self.buttons[names[max(0, min(len(names) - 1, place))]].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the open notice under the list where both do not fit side by side."""
        super().resizeEvent(event)
        narrow = self.width() < theme().px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._middle.setDirection(way)
        self.list.setMaximumWidth(self.maximumWidth() if narrow else theme().px(LIST_WIDTH))

    def _on_loaded(self) -> None:
        self.error.clear()
        self.filters.show_model()
        arriving, self._arriving = self._arriving, False
        self._show()
        if arriving:
            self._focus_open()

    def _show(self) -> None:
        self.model.open_first()
        rows = self.model.rows()
        opened = next((place for place, row in enumerate(rows) if row.bulletin_id == self.model.open_id), 0)
        self._room = max(self._room, opened + 1)
        if rows != self._shown:
            self._shown = rows
            self._fill(rows)
        for name, button in self.buttons.items():
            button.setChecked(name == self.model.open_id)
        self._show_open()
        self._show_empty(nothing=not rows)

    def _fill(self, rows: tuple[BulletinRow, ...]) -> None:
        # The row with the keyboard goes with the others: what takes its place must not answer with opening another one.
        held = self.window().focusWidget() in self.buttons.values()
        self.buttons, self.more = {}, None
        clear_layout(self.list.body)
        for row in rows[: self._room]:
            unread = "" if row.read_at else self.tr("新")
            button = BulletinButton(row.title, self._detail(row), unread, current=row.bulletin_id == self.model.open_id)
            button.clicked.connect(lambda _checked=False, name=row.bulletin_id: self._open(name))
            self.buttons[row.bulletin_id] = button
            self.list.body.addWidget(button)
        left = len(rows) - self._room
        if left > 0:
            self.more = Button(self.tr("更早的通报：{n}").format(n=left), "secondary", "chevron-down")
            self.more.clicked.connect(self._show_more)
            self.list.body.addWidget(self.more)
        self.list.body.addStretch(1)
        if held:
            self._focus_open()

    def _show_more(self) -> None:
        place = len(self.buttons)
        self._room += AT_ONCE
        self._fill(self.model.rows())
        self._open(list(self.buttons)[place])
        self._focus_open()

    def _focus_open(self) -> None:
        if self.model.open_id in self.buttons:
            self.buttons[self.model.open_id].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, name: str) -> None:
        if name in self.buttons:
            self.model.open_id = name
            self._show()
            self.list.ensureWidgetVisible(self.buttons[name])

    def _show_open(self) -> None:
        row = self.model.opened()
        if row is None:
            return
        now, lang = self.context.now(), self.model.lang
        read = row.read_at is not None
        state = self.tr("打开片刻就算看过")
        if row.read_at is not None:
            state = self.tr("{time} 看过").format(time=day_time(row.read_at, now, lang))
        self.reader.show_bulletin(row.title, self._detail(row), row.text, state, read=read)

    def _show_empty(self, *, nothing: bool) -> None:
        for part in (self.list, self.reader):
            part.setVisible(not nothing)
        self.empty.setVisible(nothing)
        # A hidden row would keep its half of the page.
        self.column.setStretch(self.column.indexOf(self._middle), 0 if nothing else 1)
        if nothing and (self.model.shelf is None or not self.model.shelf.rows):
            self.empty.show_words("mail-open", self.tr("还没有通报"), self.tr("值班台发来的会出现在这里。"))
        elif nothing:
            self.empty.show_words("search", self.tr("没有这样的通报"), self.tr("换个词，或看全部。"), self.tr("看全部"))

    def _detail(self, row: BulletinRow) -> str:
        when = day_time(row.issued_at, self.context.now(), self.model.lang)
        return f"{for_whom(row, self.model.lang)} · {when}"

    def _say_when(self) -> None:
        status = self.context.services.outbox_status()
        offline = status.online is False
        words = self.tr("值班台发来的通报；打开看过，对方就知道了。")
        if offline:
            words = self.tr("没有网络：这里是断网前收到的，看过的记号联网后送出。")
        if self.header.subtitle.text() != words:
            self.header.set_texts(self.title(), words)

    def _on_failed(self, words: ErrorWords) -> None:
        nothing = self.model.shelf is None
        self.empty.setVisible(False)
        for part in (self.list, self.reader):
            part.setVisible(not nothing)
        self.error.show_error(self.tr("通报没有读出来"), words.sentence, self.tr("再试一次"))
