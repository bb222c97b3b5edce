"""Look and language of this PC."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.application.read_models import Preferences
from desktop.ui.pages.base import Page
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label, line
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choices import Segmented
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.scroll_area import ScrollArea


class PreferencesPage(Page):
    """Every change shows at once and is kept."""

    route = "settings"
    section = "settings"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._kept: Preferences = context.services.preferences()
        self.language = Segmented((("zh", "中文", ""), ("en", "English", "")), self.tr("语言"))
        self.look = Segmented(
            (
                ("system", self.tr("跟随系统"), ""),
                ("light", self.tr("浅色"), "sun"),
                ("dark", self.tr("深色"), "moon"),
            ),
            self.tr("外观"),
        )
        self.text_size = Segmented((("100", "100 %", ""), ("125", "125 %", ""), ("150", "150 %", "")), self.tr("字号"))
        scroll = ScrollArea()
        self.column.addWidget(PageHeader(self.title(), self.tr("只影响这台电脑。")))
        self.column.addWidget(scroll, 1)
        scroll.body.addWidget(self._choices())
        scroll.body.addWidget(self._keys())
        scroll.body.addStretch(1)
        self._show()
        self.language.chosen.connect(lambda value: self._keep(language=value))
        self.look.chosen.connect(lambda value: self._keep(theme=value))
        self.text_size.chosen.connect(lambda value: self._keep(text_percent=int(value)))

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("设置")

    def _choices(self) -> Card:
        card = Card(spacing=16)
        rows = (
            (self.tr("语言"), "Language", self.language),
            (self.tr("外观"), self.tr("深色适合光线暗的柜台。"), self.look),
            (self.tr("字号"), self.tr("看不清时调大，所有页面一起变。"), self.text_size),
        )
        for index, (title, hint, switch) in enumerate(rows):
            if index:
                card.body.addWidget(line())
            words = QVBoxLayout()
            words.setSpacing(theme().px(2))
            words.addWidget(label(title, "strong"))
            words.addWidget(label(hint, "faint"))
            row = QHBoxLayout()
            row.setSpacing(theme().px(20))
            row.addLayout(words, 1)
            row.addWidget(switch)
            card.body.addLayout(row)
        return card

    def _keys(self) -> Card:
        card = Card(spacing=10)
        card.body.addWidget(label(self.tr("快捷键"), "heading"))
        keys = (
            ("1  2  3", self.tr("核对时：是、否、不清楚，并到下一条")),
            ("↑  ↓", self.tr("上一条、下一条")),
            ("Ctrl + Enter", self.tr("去上报页、送出")),
            ("F8", self.tr("收起画面，换成计算器；再按 F8 并输入口令回来")),
            ("F9", self.tr("不出声地求助，任何画面都可以按")),
        )
        for key, words in keys:
            row = QHBoxLayout()
            row.setSpacing(theme().px(14))
            chip = label(key, "kbd", wrap=False)
            chip.setMinimumWidth(theme().px(110))
            row.addWidget(chip)
            row.addWidget(label(words, "muted"), 1)
            card.body.addLayout(row)
        return card

    def _show(self) -> None:
        self.language.set_value(self._kept.language)
        self.look.set_value(self._kept.theme)
        self.text_size.set_value(str(self._kept.text_percent))

    def _keep(self, **changes: object) -> None:
        self._kept = replace(self._kept, **changes)  # type: ignore[arg-type]  # values come from the switches' own fixed sets
        kept = self._kept
        self.context.tasks.run(lambda: self.context.services.save_preferences(kept), owner=self, lane="preferences")
        if "language" in changes:
            language().apply(kept.language)
        else:
            theme().apply(kept.theme, kept.text_percent)
