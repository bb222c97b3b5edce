"""What a signed-in clerk sees: the rail and the pages."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.application.changes import Changes
from desktop.ui.main_window.first_focus import FirstFocus
from desktop.ui.main_window.registry import PAGES
from desktop.ui.main_window.scanning import Scanning
from desktop.ui.pages.base import Page
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.hot_keys import hot_keys
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.counter.connection import connection_words
from desktop.ui.widgets.file_choice import put_away_dialogs
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.rail import Rail

HOME = "counter"
LONGEST_HISTORY = 30
TICK_MS = 1_000
NARROW = 1000


class Shell(QWidget):
    """Shows one page at a time; pages are made when first asked for."""

    signed_out = Signal()
    hidden_away = Signal()
    help_asked = Signal()
    locked = Signal()
    moved = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._pages: dict[str, Page] = {}
        self._history: list[tuple[str, dict[str, object]]] = []
        self.rail = Rail(self._sections())
        self.stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        self.rail.chosen.connect(self._on_section)
        self.rail.signed_out.connect(self.signed_out)
        self.rail.hidden_away.connect(self.hidden_away)
        self.rail.locked.connect(self.locked)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._tick.start()
        context.tasks.changed.connect(self._on_changed)
        self._first_focus = FirstFocus(self, context.tasks)
        self.scanning = Scanning(self, context, lambda: (self.page, self.draft_in_hand))
        hot_keys().changed.connect(self._forget_hidden)
        self._show_shop()

    @property
    def page(self) -> Page | None:
        """Return the page now shown."""
        current = self.stack.currentWidget()
        return current if isinstance(current, Page) else None

    @property
    def place(self) -> tuple[str, dict[str, object]]:
        """Return route and arguments of the page now shown."""
        route, args = self._history[-1] if self._history else (HOME, {})
        now = self.page.arguments() if self.page is not None and self.page.route == route else None
        return route, args if now is None else now

    @property
    def draft_in_hand(self) -> str | None:
        """Return the draft the page now shown works on."""
        draft_id = self.place[1].get("draft_id")
        return draft_id if isinstance(draft_id, str) else None

    def go(self, route: str, **args: object) -> None:
        """Show the page of a route; an unknown route is the home page."""
        if route not in PAGES:
            route, args = HOME, {}
        if self._history:
            self._history[-1] = self.place
        self._leave()
        self._history = [*self._history, (route, args)][-LONGEST_HISTORY:]
        self._show(route, args)

    def back(self) -> None:
        """Show the page before this one."""
        self._leave()
        if self._history:
            self._history.pop()
        route, args = self._history[-1] if self._history else (HOME, {})
        self._show(route, args)

    def pause(self) -> None:
        """Let the page now shown finish what it keeps; the window is about to show something else."""
        self._leave()
        self._tick.stop()

    def resume(self) -> None:
        """Show the same page again with what is true now."""
        self._tick.start()
        self._on_tick()
        route, args = self.place
        self._show(route, args)

    def show_contact(self) -> None:
        """Bring the rail's truth about sending up to date."""
        status = self.context.services.outbox_status()
        words = connection_words(status, self.context.now(), language().code)
        self.rail.show_connection(words.title, words.detail, words.icon, good=words.good)

    def show_unread(self, unread: int) -> None:
        """Say beside its section how many notices nobody has read."""
        self.rail.show_count("bulletins", unread, self.tr("{n} 条没看过").format(n=unread))

    def _sections(self) -> list[tuple[str, str, str]]:
        shop = self.context.services.shop()
        found = [
            (HOME, self.tr("接待台"), "layout-dashboard"),
            ("checklist", self.tr("核对"), "clipboard-check"),
            ("records", self.tr("记录"), "inbox"),
            ("register", self.tr("登记"), "scroll-text"),
            ("bulletins", self.tr("通报"), "mail"),
            ("learn", self.tr("学习"), "graduation-cap"),
            ("rewards", self.tr("奖励与表彰"), "gift"),
            ("settings", self.tr("设置"), "settings"),
        ]
        # Only dealers in gold and gems have the cash duty the register is for.
        return [item for item in found if item[0] != "register" or (shop is not None and shop.trade == "gold")]

    def _leave(self) -> None:
        if self.page is not None:
            # A file chosen later would go to what is shown by then.
            put_away_dialogs(self.page)
            self.page.on_hidden()

    def _show(self, route: str, args: dict[str, object]) -> None:
        page = self._pages.get(route)
        if page is None:
            page = PAGES[route](self.context)
            self._pages[route] = page
            self.stack.addWidget(page)
            for header in page.findChildren(PageHeader):
                header.help_asked.connect(self.help_asked)
        self.rail.light(page.section)
        self.stack.setCurrentWidget(page)
        page.setAccessibleName(page.title())
        self._first_focus.arriving(page)
        page.on_shown(**args)
        self._first_focus.arrived()
        self.moved.emit()

    def _forget_hidden(self) -> None:
        """Make the pages behind the one now shown anew when they are next asked for: their words named other keys."""
        for route, page in tuple(self._pages.items()):
            if page is not self.page:
                del self._pages[route]
                self.stack.removeWidget(page)
                page.deleteLater()

    def _on_section(self, section: str) -> None:
        self.go(section)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the rail narrow where the pages need the room: small windows, large text."""
        super().resizeEvent(event)
        self.rail.set_compact(self.width() < theme().px(NARROW))

    def _on_changed(self, kinds: Changes) -> None:
        self.show_contact()
        if self.page is not None and self.isVisible():
            self.page.on_changed(kinds)

    def _on_tick(self) -> None:
        self.show_contact()
        if self.page is not None:
            self.page.on_tick()

    def _show_shop(self) -> None:
        shop = self.context.services.shop()
        clerk = self.context.session.name if self.context.session else ""
        self.rail.show_shop(shop.name if shop else "", clerk)
        self.show_contact()
