"""What this program is, what it is made of, and where help is."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.application.care_models import Part
from desktop.domain.alert.bundle import Bundle
from desktop.ui.pages.settings.section import Section
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.hot_keys import hot_keys
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.checklist.bundle import bundle_words
from desktop.ui.viewmodels.settings.job import Job
from desktop.ui.widgets.basics import clear_layout, label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.settings.rows import buttons, heading, values


class AboutSection(Section):
    """Versions and licences as the parts themselves say them."""

    key: ClassVar[str] = "about"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.job = Job(context, self)
        card = self.add_card(12)
        card.body.addWidget(heading(self.tr("柜台助手")))
        column, self.facts = values(("version", self.tr("版本")), ("bundle", self.tr("核对清单")))
        card.body.addLayout(column)
        card.body.addWidget(
            label(
                self.tr("每一页右上角的问号和 {key} 键都打开那一页的帮助。").format(key=hot_keys().text("help")),
                "muted",
            )
        )
        self.guide = Button(self.tr("再看一遍入门引导"), "secondary", "book-open")
        self.guide.clicked.connect(lambda: context.navigator.go("guide"))
        self.diagnostics = Button(self.tr("遇到问题：做诊断文件"), "ghost", "file-text")
        self.diagnostics.clicked.connect(lambda: context.navigator.go("settings", section="diagnostics"))
        card.body.addLayout(buttons(self.guide, self.diagnostics))
        parts = self.add_card(10)
        parts.body.addWidget(heading(self.tr("用到的开源部件和许可")))
        self._parts = QGridLayout()
        self._parts.setHorizontalSpacing(theme().px(16))
        self._parts.setVerticalSpacing(theme().px(6))
        self._parts.setColumnStretch(2, 1)
        parts.body.addLayout(self._parts)
        self.job.failed.connect(self.show_failure)

    def on_shown(self) -> None:
        """Read the parts once."""
        services = self.context.services

        def read() -> tuple[tuple[Part, ...], str, Bundle | None]:
            from importlib.metadata import PackageNotFoundError, version

            try:
                own = version("counterwatch")
            except PackageNotFoundError:
                own = ""
            return services.care.parts(), own, services.upkeep.bundle()

        if not self._parts.count():
            self.job.run(read, self._show, reading=True)

    def _show(self, read: tuple[tuple[Part, ...], str, Bundle | None]) -> None:
        parts, version, bundle = read
        self.facts["version"].show_value(version)
        published = "" if bundle is None else self.tr("值班台发布的第 {n} 版").format(n=bundle.version)
        more = bundle_words(bundle, self.context.now(), language().code)
        self.facts["bundle"].show_value(
            " · ".join(part for part in (published, more) if part) or self.tr("随程序带来的")
        )
        clear_layout(self._parts)
        for number, part in enumerate(parts):
            for column, text in enumerate((part.name, part.version, part.licence or "—")):
                self._parts.addWidget(label(text, "" if column == 0 else "muted"), number, column)
