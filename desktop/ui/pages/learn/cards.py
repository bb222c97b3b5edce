"""The cards for customers as small pictures, all or one group's."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.application.training_models import WarningCard
from desktop.ui.pages.learn.groups import GroupChips
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.learn.customer_card import card_words
from desktop.ui.viewmodels.learn.model import LearnViewModel
from desktop.ui.viewmodels.learn.rows import cards_of
from desktop.ui.widgets.basics import clear_layout, empty_layout, label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.learn.warning_card import WarningCardView
from desktop.ui.widgets.scroll_area import ScrollArea

TILE_WIDTH = 220


class CardTile(Button):
    """A small picture of the card over its name and whom it is for."""

    def __init__(self, card: WarningCard, lang: str, parent: QWidget | None = None) -> None:
        name, person = card.name.get(lang), card.person.get(lang)
        super().__init__("", "tile", name=f"{name} {person}", parent=parent)
        self.setProperty("square", "false")
        self.setToolTip("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        picture = WarningCardView(width=TILE_WIDTH - 28)
        picture.show_words(card_words(card, lang))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme().px(12),) * 4)
        column.setSpacing(theme().px(6))
        column.addWidget(picture)
        column.addWidget(label(name, "strong"))
        column.addWidget(label(person, "faint"))
        column.addStretch(1)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Return the height its parts need at the present width."""
        layout = self.layout()
        width = max(self.width(), theme().px(TILE_WIDTH)) if self.isVisible() else theme().px(TILE_WIDTH)
        return QSize(theme().px(TILE_WIDTH), layout.totalHeightForWidth(width) if layout is not None else 0)

    def minimumSizeHint(self) -> QSize:
        """Never lower than its parts."""
        return QSize(theme().px(TILE_WIDTH) // 2, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class CardsPanel(QWidget):
    """Emits `card_opened(scam_type)`."""

    card_opened = Signal(str)

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._model: LearnViewModel | None = None
        self.chips: GroupChips | None = None
        self.tiles: dict[str, CardTile] = {}
        self._columns = 4
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(12))
        self.line = label(self.tr("可以全屏给客人看，也可以打印出来放在柜台上。"), "muted")
        self._column.addWidget(self.line)
        self.area = ScrollArea(spacing=12)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme().px(12))
        self.area.body.addLayout(self._grid)
        self.area.body.addStretch(1)
        self._column.addWidget(self.area, 1)

    def show_model(self, model: LearnViewModel) -> None:
        """Show all cards at the beginning, later the group last looked at."""
        self._model = model
        if self.chips is None and model.shelf is not None:
            groups = [(group.id, group.name.get(self._lang)) for group in model.shelf.groups]
            self.chips = GroupChips([("", self.tr("全部")), *groups], self.tr("按人群看"))
            self.chips.chosen.connect(self.show_group)
            self._column.insertWidget(0, self.chips)
            self.show_group("")

    def show_group(self, group: str) -> None:
        """Show the cards of one group, all of them for an empty one."""
        shelf = self._model.shelf if self._model else None
        if shelf is None or self.chips is None:
            return
        self.chips.choose(group)
        clear_layout(self._grid)
        self.tiles = {}
        for card in cards_of(shelf, group):
            tile = CardTile(card, self._lang)
            tile.clicked.connect(lambda _checked=False, scam=card.scam_type: self.card_opened.emit(scam))
            self.tiles[card.scam_type] = tile
        self._place()
        self.area.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        columns = max(1, min(4, event.size().width() // theme().px(TILE_WIDTH + 12)))
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _place(self) -> None:
        empty_layout(self._grid)
        for index, tile in enumerate(self.tiles.values()):
            self._grid.addWidget(tile, index // self._columns, index % self._columns)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
