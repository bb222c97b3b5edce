"""The cases of one victim group at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.application.training_models import Story
from desktop.ui.pages.learn.groups import GroupChips
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.learn.model import LearnViewModel
from desktop.ui.viewmodels.learn.rows import stories_of
from desktop.ui.widgets.basics import clear_layout, label, line
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_label import IconLabel
from desktop.ui.widgets.pill import Pill
from desktop.ui.widgets.scroll_area import ScrollArea


class StoriesPanel(QWidget):
    """Emits `card_opened(scam_type)`."""

    card_opened = Signal(str)

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._model: LearnViewModel | None = None
        self.group = ""
        self.chips: GroupChips | None = None
        self.shown: tuple[Story, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(12))
        self.line = label("", "muted")
        self._column.addWidget(self.line)
        self.area = ScrollArea(spacing=12)
        self._column.addWidget(self.area, 1)

    def show_model(self, model: LearnViewModel) -> None:
        """Show the group last looked at, the first one at the beginning."""
        self._model = model
        if self.chips is None and model.shelf is not None:
            groups = [(group.id, group.name.get(self._lang)) for group in model.shelf.groups]
            self.chips = GroupChips(groups, self.tr("按人群看"))
            self.chips.chosen.connect(self.show_group)
            self._column.insertWidget(0, self.chips)
            self.show_group(groups[0][0])

    def show_group(self, group: str) -> None:
        """Show the cases of one group."""
        shelf = self._model.shelf if self._model else None
        if shelf is None or self.chips is None:
            return
        found = next((item for item in shelf.groups if item.id == group), shelf.groups[0])
        self.group = found.id
        self.chips.choose(found.id)
        self.line.setText(found.line.get(self._lang))
        self.shown = stories_of(shelf, found.id)
        clear_layout(self.area.body)
        for story in self.shown:
            self.area.body.addWidget(self._card(story))
        self.area.body.addStretch(1)
        self.area.verticalScrollBar().setValue(0)

    def _card(self, story: Story) -> Card:
        card = Card(padding=20, spacing=12)
        title = story.title.get(self._lang)
        card.setAccessibleName(title)
        source = story.source.get(self._lang) if story.source else self.tr("为教学编写的情景，不是真实案件")
        words = QVBoxLayout()
        words.setSpacing(theme().px(2))
        words.addWidget(label(title, "heading"))
        words.addWidget(label(source, "faint"))
        head = QHBoxLayout()
        head.setSpacing(theme().px(12))
        head.addLayout(words, 1)
        pill = Pill(self.tr("真实案例"), "ok") if story.published else Pill(self.tr("教学情景"), "slate")
        head.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        card.body.addWidget(label(story.text.get(self._lang)))
        card.body.addWidget(line())
        points = QVBoxLayout()
        points.setSpacing(theme().px(12))
        points.addLayout(self._point("eye", "accent", self.tr("怎么看出来的"), story.sign.get(self._lang)))
        points.addLayout(self._point("lightbulb", "gold", self.tr("记住"), story.takeaway.get(self._lang)))
        see = Button(
            self.tr("提示卡"), "secondary", "image", name=self.tr("给客人看的提示卡：{title}").format(title=title)
        )
        see.clicked.connect(lambda: self.card_opened.emit(story.scam_type))
        foot = QHBoxLayout()
        foot.setSpacing(theme().px(16))
        foot.addLayout(points, 1)
        foot.addWidget(see, 0, Qt.AlignmentFlag.AlignBottom)
        card.body.addLayout(foot)
        return card

    def _point(self, icon: str, tone: str, caption: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addWidget(IconLabel(icon, tone, 20), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme().px(1))
        words.addWidget(label(caption, "small"))
        words.addWidget(label(text, "strong"))
        row.addLayout(words, 1)
        return row
