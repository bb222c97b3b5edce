"""Where this PC belongs, and joining again after the station stopped taking its letters."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desktop.application.changes import Changes, Kind
from desktop.ui.pages.settings.section import Section
from desktop.ui.runtime.context import UiContext
from desktop.ui.viewmodels.records.format import stamp
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.icon_label import IconText
from desktop.ui.widgets.settings.enrolment_wizard import EnrolmentWizard
from desktop.ui.widgets.settings.rows import heading, values


class EnrolmentSection(Section):
    """All well: says so. Revoked: says what that means for what waits, and shows the wizard."""

    key: ClassVar[str] = "enrolment"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.joined = self.add_card(12)
        self.joined.body.addWidget(IconText("circle-check", self.tr("这台电脑已经登记好了"), "ok", "heading"))
        column, self.facts = values(
            ("shop", self.tr("店铺")), ("station", self.tr("值班台")), ("since", self.tr("登记时间"))
        )
        self.joined.body.addLayout(column)
        self.joined.body.addWidget(
            label(self.tr("要换店铺：请用另一份资料（另一个系统账户），两家店的记录不会混在一起。"), "faint")
        )
        self.revoked = self.add_card(10)
        self.revoked.set_tone("warn")
        self.revoked.body.addWidget(heading(self.tr("值班台不再接收这台电脑的内容")))
        self.explained = label("", "")
        self.revoked.body.addWidget(self.explained)
        self.wizard = EnrolmentWizard(context)
        self.body.addWidget(self.wizard)
        for part in (self.joined, self.revoked, self.wizard):
            part.hide()
        self.wizard.model.changed.connect(self._show)
        self.wizard.enrolled.connect(lambda: context.navigator.toast(self.tr("登记好了")))

    def on_shown(self) -> None:
        """Read where it stands."""
        self.wizard.load()

    def on_changed(self, kinds: Changes) -> None:
        """Look again when the shop or the hold of the outbox changed."""
        if kinds & {Kind.SHOP, Kind.OUTBOX} and not self.wizard.model.job.busy:
            self.wizard.load()

    def _show(self) -> None:
        model = self.wizard.model
        self.joined.setVisible(model.joined)
        self.revoked.setVisible(model.again and model.shop is None)
        self.wizard.setVisible(not model.joined or model.shop is not None)
        if model.facts is not None:
            self.facts["shop"].show_value(model.facts.shop.name)
            self.facts["station"].show_value(model.facts.shop.station_name)
            self.facts["since"].show_value(stamp(model.facts.enrolled_at))
        waiting = self.tr("等着送出的 {n} 条都留在这里，重新登记后自动送出，编号不变。").format(n=model.waiting)
        calm = self.tr("请向值班台要一个新的登记码，在下面重新登记；记录、口令都不变。紧急的事请拨 110。")
        self.explained.setText((waiting if model.waiting else "") + calm)
