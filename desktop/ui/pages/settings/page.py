"""The settings: a list of sections at the left, one of them at the right."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.application.changes import Changes
from desktop.ui.pages.base import Page
from desktop.ui.pages.settings.about import AboutSection
from desktop.ui.pages.settings.backup import BackupSection
from desktop.ui.pages.settings.diagnostics import DiagnosticsSection
from desktop.ui.pages.settings.enrolment import EnrolmentSection
from desktop.ui.pages.settings.keys import KeysSection
from desktop.ui.pages.settings.look import LookSection
from desktop.ui.pages.settings.members import MembersSection
from desktop.ui.pages.settings.network import NetworkSection
from desktop.ui.pages.settings.section import Section
from desktop.ui.pages.settings.shop import ShopSection
from desktop.ui.pages.settings.storage import StorageSection
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.widgets.settings.section_list import SectionList

SECTIONS: tuple[type[Section], ...] = (
    LookSection,
    KeysSection,
    ShopSection,
    MembersSection,
    EnrolmentSection,
    NetworkSection,
    StorageSection,
    BackupSection,
    DiagnosticsSection,
    AboutSection,
)
LIST_WIDTH = 176
COMPACT_WIDTH = 52
NARROW = 760


class PreferencesPage(Page):
    """`on_shown(section=…)` shows that section, else the one last looked at."""

    route: ClassVar[str] = "settings"
    section: ClassVar[str] = "settings"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.sections: dict[str, Section] = {}
        self._areas: dict[str, ScrollArea] = {}
        self._current, self._compact = LookSection.key, False
        self.header = PageHeader(self.title(), self.tr("只影响这台电脑。"))
        self.column.addWidget(self.header)
        self.list = SectionList(self._entries(), self.tr("设置的各部分"))
        self._side = side = ScrollArea()
        side.body.setContentsMargins(0, 0, theme().px(8), theme().px(8))
        side.body.addWidget(self.list)
        self.stack = QStackedWidget()
        row = QHBoxLayout()
        row.setSpacing(theme().px(18))
        row.addWidget(side)
        row.addWidget(self.stack, 1)
        self.column.addLayout(row, 1)
        self.list.chosen.connect(self.show_section)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sections the room where there is little: then the list shows only its icons."""
        super().resizeEvent(event)
        compact = event.size().width() < theme().px(NARROW)
        width = theme().px(COMPACT_WIDTH if compact else LIST_WIDTH)
        self.list.set_compact(compact)
        self.list.setFixedWidth(width)
        self._side.setFixedWidth(width + theme().px(10))
        self._compact = compact
        self._show_name()

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("设置")

    def on_shown(self, **args: object) -> None:
        """Show a section with what is true now."""
        wanted = str(args.get("section", "")) or self._current
        self.show_section(wanted if wanted in self.list.buttons else LookSection.key)
        self.list.focus(self._current)

    def arguments(self) -> dict[str, object]:
        """Return what shows the same section again."""
        return {"section": self._current}

    def on_hidden(self) -> None:
        """Let the section keep what was typed."""
        if (section := self.sections.get(self._current)) is not None:
            section.on_hidden()

    def on_changed(self, kinds: Changes) -> None:
        """Pass it on."""
        if (section := self.sections.get(self._current)) is not None:
            section.on_changed(kinds)

    def show_section(self, key: str) -> None:
        """Show one section."""
        if key != self._current:
            self.on_hidden()
        self._current = key
        section = self.sections.get(key)
        if section is None:
            kind = next(one for one in SECTIONS if one.key == key)
            section = self.sections[key] = kind(self.context)
            area = self._areas[key] = ScrollArea()
            area.body.addWidget(section)
            area.body.addStretch(1)
            self.stack.addWidget(area)
        self.list.light(key)
        self._show_name()
        self._side.ensureWidgetVisible(self.list.buttons[key], 0, theme().px(24))
        self.stack.setCurrentWidget(self._areas[key])
        section.on_shown()

    def _show_name(self) -> None:
        """Where the list shows no words, the section's name stands under the title."""
        name = self.list.buttons[self._current].accessibleName()
        self.header.set_texts(self.title(), name if self._compact else self.tr("只影响这台电脑。"))

    def _entries(self) -> list[tuple[str, str, str]]:
        return [
            ("look", self.tr("外观与语言"), "languages"),
            ("keys", self.tr("快捷键与收起"), "eye-off"),
            ("shop", self.tr("店铺"), "store"),
            ("members", self.tr("成员"), "users"),
            ("enrolment", self.tr("接入值班台"), "link"),
            ("network", self.tr("网络"), "wifi"),
            ("storage", self.tr("存储与保留"), "inbox"),
            ("backup", self.tr("备份与恢复"), "save"),
            ("diagnostics", self.tr("诊断文件"), "file-text"),
            ("about", self.tr("关于"), "info"),
        ]
