"""Language, theme and text size."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desktop.ui.pages.settings.section import Section
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.language import language
from desktop.ui.viewmodels.settings.preferences import PreferencesViewModel
from desktop.ui.widgets.basics import line
from desktop.ui.widgets.choices import Segmented
from desktop.ui.widgets.settings.rows import SettingRow


class LookSection(Section):
    """Every change shows at once and is kept."""

    key: ClassVar[str] = "look"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = PreferencesViewModel(context, self)
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
        card = self.add_card()
        rows = (
            (self.tr("语言"), language().pick("Language", "语言"), self.language),
            (self.tr("外观"), self.tr("深色适合光线暗的柜台。"), self.look),
            (self.tr("字号"), self.tr("看不清时调大，所有页面一起变。"), self.text_size),
        )
        for number, (title, hint, switch) in enumerate(rows):
            if number:
                card.body.addWidget(line())
            card.body.addWidget(SettingRow(title, hint, switch))
        self.language.chosen.connect(lambda value: self.model.set(language=value))
        self.look.chosen.connect(lambda value: self.model.set(theme=value))
        self.text_size.chosen.connect(lambda value: self.model.set(text_percent=int(value)))
        self.model.failed.connect(self.show_failure)
        self.model.kept_now.connect(self.error.clear)

    def on_shown(self) -> None:
        """Show what is in force."""
        self.error.clear()
        self.model.load()
        kept = self.model.kept
        self.language.set_value(kept.language)
        self.look.set_value(kept.theme)
        self.text_size.set_value(str(kept.text_percent))
