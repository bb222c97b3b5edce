"""A number was scanned and no checklist is open: what is it for?"""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.application.courier.scan_waybill import Scanned
from desktop.application.parcel_port import ParcelMatch
from desktop.domain.alert.alert import short_number
from desktop.domain.alert.fields import COURIER
from desktop.ui.pages.base import Page
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import read_words
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.courier.words import carrier_words
from desktop.ui.viewmodels.records.format import day_time
from desktop.ui.viewmodels.records.words import SETTING_ICON
from desktop.ui.widgets.basics import clear_layout, label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.checklist.tile import ChecklistTile
from desktop.ui.widgets.live_line.line_button import LineButton
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.pill import Pill
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.widgets.states import InlineError

_TONES: Final = ("accent", "gold", "ok", "slate")
THREE_FROM = 900


class ScannedPage(Page):
    """Digits open the tiles, each with the number filled in; earlier parcels with this number are one press away."""

    route: ClassVar[str] = "scanned"
    section: ClassVar[str] = "checklist"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._number = ""
        self.header = PageHeader(self.title(), self.tr("扫到一个运单号，要办什么？"))
        back = Button(self.tr("回接待台"), "secondary", "arrow-left")
        back.clicked.connect(lambda: context.navigator.go("counter"))
        self.header.buttons.addWidget(back)
        self.error = InlineError()
        self.error.retried.connect(lambda: self.on_shown(waybill=self._number))
        self.number = label("", "display")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.carrier = label("", "muted")
        card = Card(padding=20, spacing=6)
        card.body.addWidget(self.number)
        card.body.addWidget(self.carrier)
        self.area = ScrollArea(spacing=16)
        self.tiles: list[ChecklistTile] = []
        self._tile_row = tiles = QHBoxLayout()
        tiles.setSpacing(theme().px(14))
        for tile in self._make_tiles():
            tiles.addWidget(tile, 1)
        self.again = label(self.tr("这个单号以前登过"), "heading")
        self._matches = QVBoxLayout()
        self._matches.setSpacing(theme().px(10))
        self.area.body.addWidget(card)
        self.area.body.addLayout(tiles)
        self.area.body.addWidget(self.again)
        self.area.body.addLayout(self._matches)
        self.area.body.addStretch(1)
        for part in (self.header, self.error):
            self.column.addWidget(part)
        self.column.addWidget(self.area, 1)

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("运单")

    def on_shown(self, **args: object) -> None:
        """Show a number (`waybill`)."""
        self._number = str(args.get("waybill", ""))
        self.number.setText(self._number)
        self.carrier.setText(self.tr("正在查…"))
        self.again.hide()
        clear_layout(self._matches)
        self.error.clear()
        number, scan = self._number, self.context.services.courier.scan
        self.context.tasks.run(lambda: scan(number, ""), self._on_found, self._on_failed, owner=self)
        if self.tiles:
            self.tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a tile by its digit; Escape goes back."""
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(self.tiles):
            self.tiles[place].click()
        elif event.key() == Qt.Key.Key_Escape:
            self.context.navigator.go("counter")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One below the other where three in a row would break their words."""
        super().resizeEvent(event)
        roomy = event.size().width() >= theme().px(THREE_FROM)
        self._tile_row.setDirection(QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom)

    def _make_tiles(self) -> list[ChecklistTile]:
        services = self.context.services
        settings = [setting for setting in services.checklists_of_shop() if setting in COURIER]
        for place, setting in enumerate(settings):
            definition = services.checklist(setting)
            title, subtitle = language().text(definition.title), language().text(definition.subtitle)
            tile = ChecklistTile(SETTING_ICON[setting], title, subtitle, str(place + 1), _TONES[place % len(_TONES)])
            tile.clicked.connect(lambda _checked=False, s=setting: self._open(setting=s))
            self.tiles.append(tile)
        return self.tiles

    def _open(self, **args: object) -> None:
        self.context.navigator.go("checklist", waybill=self._number, **args)

    def _on_found(self, found: Scanned) -> None:
        if found.number != self._number:
            return
        self.carrier.setText(carrier_words(found, language().code))
        self.again.setVisible(bool(found.matches))
        clear_layout(self._matches)
        for match in found.matches:
            self._matches.addWidget(self._row(match))

    def _row(self, match: ParcelMatch) -> LineButton:
        state, tone = (
            (self.tr("没填完"), "accent") if match.draft_id
            else (self.tr("已上报"), "plum") if match.sent
            else (self.tr("只留在本机"), "slate")
        )  # fmt: skip
        when = day_time(match.at, self.context.now(), language().code)
        row = LineButton("package-check", tone, short_number(match.alert_id), when, Pill(state, tone))
        row.clicked.connect(lambda: self._show(match))
        return row

    def _show(self, match: ParcelMatch) -> None:
        if match.draft_id:
            self.context.navigator.go("checklist", draft_id=match.draft_id)
        elif match.sent:
            self.context.navigator.go("live", alert_id=match.alert_id)
        else:
            self.context.navigator.go("kept", alert_id=match.alert_id)

    def _on_failed(self, error: Exception) -> None:
        words = read_words(error, "en" if language().code == "en" else "zh")
        self.carrier.setText("")
        self.error.show_error(words.what, words.todo, self.tr("再试一次"))
