"""Where the data lies, how much it is, how long personal details stay, and taking them out now."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desktop.ui.pages.settings.section import Section
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords
from desktop.ui.viewmodels.settings.storage import L2_CHOICES, L3_CHOICES, StorageViewModel, size_words
from desktop.ui.widgets.basics import label, line
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choices import Segmented
from desktop.ui.widgets.settings.rows import SettingRow, buttons, heading, values


class StorageSection(Section):
    """What was taken out of a record is gone, its line with time and result stays."""

    key: ClassVar[str] = "storage"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = StorageViewModel(context, self)
        self._build_sizes(self.add_card(12))
        self._build_retention(self.add_card())
        self.model.loaded.connect(self._show)
        self.model.wiped.connect(self._on_wiped)
        self.model.job.failed.connect(self._on_failed)
        self.model.job.busy_changed.connect(self.wipe.setDisabled)

    def on_shown(self) -> None:
        """Count."""
        self.error.clear()
        self.model.load()

    def _build_sizes(self, card: Card) -> None:
        card.body.addWidget(heading(self.tr("这台电脑上的资料")))
        column, self.sizes = values(
            ("home", self.tr("文件夹")),
            ("database", self.tr("记录（加密）")),
            ("photos", self.tr("照片（加密）")),
            ("backups", self.tr("升级前的备份")),
            ("free", self.tr("磁盘还空着")),
            ("rows", self.tr("条数")),
        )
        card.body.addLayout(column)

    def _build_retention(self, card: Card) -> None:
        card.body.addWidget(heading(self.tr("个人信息留多久")))
        card.body.addWidget(
            label(
                self.tr("送达以后过了这些天，个人信息会从这台电脑上抹掉；记录那一行、时间和结果都留着。没送达的不抹。"),
                "muted",
            )
        )
        self.l3 = Segmented([(str(n), self._days(n), "") for n in L3_CHOICES], self.tr("敏感信息"))
        self.l2 = Segmented([(str(n), self._days(n), "") for n in L2_CHOICES], self.tr("一般个人信息"))
        self.l3.chosen.connect(lambda value: self.model.keep_for(l3=int(value)))
        self.l2.chosen.connect(lambda value: self.model.keep_for(l2=int(value)))
        card.body.addWidget(SettingRow(self.tr("敏感信息"), self.tr("账号、证件号码。最长 7 天。"), self.l3))
        card.body.addWidget(line())
        card.body.addWidget(
            SettingRow(self.tr("一般个人信息"), self.tr("姓名、电话、经过、照片。最长 30 天。"), self.l2)
        )
        card.body.addWidget(line())
        self.due = label("", "")
        self.past = label("", "faint")
        self.wipe = Button(self.tr("现在就抹"), "secondary", "trash-2")
        self.wipe.clicked.connect(self.model.wipe_now)
        card.body.addWidget(self.due)
        card.body.addWidget(self.past)
        card.body.addLayout(buttons(self.wipe))

    def _days(self, number: int) -> str:
        return self.tr("{n} 天", "", number).format(n=number)

    def _show(self) -> None:
        report = self.model.report
        if report is None:
            return
        self.error.clear()
        self.sizes["home"].show_value(str(report.home))
        for name in ("database", "photos", "backups"):
            self.sizes[name].show_value(size_words(report.sizes.get(name, 0)))
        self.sizes["free"].show_value(size_words(report.free_bytes))
        rows = report.rows
        self.sizes["rows"].show_value(
            self.tr("上报 {alerts}，补充 {supplements}，照片 {photos}，没写完的 {drafts}，登记 {sales}").format(
                alerts=rows.get("alerts", 0),
                supplements=rows.get("supplements", 0),
                photos=rows.get("photos", 0),
                drafts=rows.get("drafts", 0),
                sales=rows.get("sales", 0),
            )
        )
        self._show_kept()
        due = (report.due.get("L3", 0), report.due.get("L2", 0))
        if any(due):
            said = self.tr("下一次会抹掉：敏感信息 {l3} 条，一般个人信息 {l2} 条。每小时自动看一次。")
            self.due.setText(said.format(l3=due[0], l2=due[1]))
        else:
            self.due.setText(self.tr("现在没有到期的。每小时自动看一次。"))
        wiped = sum(report.wiped.values())
        self.past.setText(self.tr("到现在抹过 {n} 条，它们的行都还在记录里。", "", wiped).format(n=wiped))
        self.wipe.setEnabled(any(due))

    def _show_kept(self) -> None:
        report = self.model.report
        if report is not None:
            self.l2.set_value(str(report.retention.l2))
            self.l3.set_value(str(report.retention.l3))

    def _on_failed(self, words: ErrorWords) -> None:
        # A choice that was not kept does not stay lit.
        self._show_kept()
        self.show_failure(words, unread=self.model.report is None)

    def _on_wiped(self, count: int) -> None:
        self.context.navigator.toast(self.tr("抹好了 {n} 条，行都还在", "", count).format(n=count))
