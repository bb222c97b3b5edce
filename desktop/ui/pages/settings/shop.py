"""The shop as the station knows it, what the shop notes itself, and the station's address."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desktop.application.care_models import Contacts, ShopFacts
from desktop.application.changes import Changes, Kind
from desktop.ui.pages.settings.section import Section
from desktop.ui.runtime.context import UiContext
from desktop.ui.viewmodels.records.format import stamp
from desktop.ui.viewmodels.settings.job import Job
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import LabelledLine
from desktop.ui.widgets.settings.rows import buttons, heading, values
from desktop.ui.widgets.states import EmptyState


class ShopSection(Section):
    """Nothing of the shop itself is changed here: that is the duty desk's; the notes below are the shop's own."""

    key: ClassVar[str] = "shop"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.job = Job(context, self)
        self.empty = EmptyState(
            "store",
            self.tr("这台电脑还没有登记到店里"),
            self.tr("到「接入值班台」里填服务地址和登记码。"),
            self.tr("去登记"),
        )
        self.empty.acted.connect(lambda: context.navigator.go("settings", section="enrolment"))
        self.body.addWidget(self.empty)
        self.empty.hide()
        self.cards = (self.add_card(), self.add_card(), self.add_card())
        self._build_facts(self.cards[0])
        self._build_contacts(self.cards[1])
        self._build_address(self.cards[2])
        self.job.failed.connect(self.show_failure)
        self.job.rejected.connect(self._on_rejected)
        for button in (self.save, self.move_button):
            self.job.busy_changed.connect(button.setDisabled)

    def on_shown(self) -> None:
        """Read the shop."""
        self.error.clear()
        self.address.show_problem("")
        self.context.tasks.run(self.context.services.care.joining.facts, self._show, self._on_failed, owner=self)

    def on_changed(self, kinds: Changes) -> None:
        """Look again after news of the shop."""
        if Kind.SHOP in kinds:
            self.on_shown()

    def _build_facts(self, card: Card) -> None:
        card.body.addWidget(heading(self.tr("本店")))
        column, self.facts = values(
            ("name", self.tr("店名")),
            ("trade", self.tr("行业")),
            ("merchant", self.tr("商户号")),
            ("place", self.tr("地址")),
            ("phone", self.tr("电话")),
            ("terminal", self.tr("这台电脑")),
            ("since", self.tr("登记时间")),
        )
        card.body.addLayout(column)
        card.body.addWidget(label(self.tr("店名、地址、电话由值班台维护；有变动请告诉值班台。"), "faint"))

    def _build_contacts(self, card: Card) -> None:
        card.body.addWidget(heading(self.tr("有事找谁")))
        self.unit = LabelledLine(self.tr("负责的单位"), self.tr("例如：东园派出所"))
        self.channel = LabelledLine(self.tr("联系方式"), self.tr("例如：工作群、社区民警"))
        self.phone = LabelledLine(self.tr("官方咨询电话"), self.tr("紧急的事仍请拨 110"))
        for field in (self.unit, self.channel, self.phone):
            field.edit.setMaxLength(100)
            field.edit.returnPressed.connect(self._on_save)
            field.edited.connect(lambda _text, one=field: one.show_problem(""))
            card.body.addWidget(field)
        self.save = Button(self.tr("保存"), "primary", "check")
        self.save.clicked.connect(self._on_save)
        card.body.addLayout(buttons(self.save))

    def _build_address(self, card: Card) -> None:
        card.body.addWidget(heading(self.tr("值班台")))
        column, self.station = values(
            ("name", self.tr("名称")), ("url", self.tr("服务地址")), ("fingerprint", self.tr("识别码"))
        )
        card.body.addLayout(column)
        card.body.addWidget(label(self.tr("识别码可以打电话和值班台核对。"), "faint"))
        self.address = LabelledLine(
            self.tr("值班台换了地址"),
            self.tr("同一个值班台的新地址；对方先要证明是它，没有送达的内容不受影响。"),
            "https://",
        )
        self.address.edit.returnPressed.connect(self._on_move)
        self.move_button = Button(self.tr("换到这个地址"), "secondary", "link")
        self.move_button.clicked.connect(self._on_move)
        card.body.addWidget(self.address)
        card.body.addLayout(buttons(self.move_button))

    def _show(self, facts: ShopFacts | None) -> None:
        self.empty.setVisible(facts is None)
        for card in self.cards:
            card.setVisible(facts is not None)
        if facts is None:
            return
        shop = facts.shop
        shown = {
            "name": shop.name,
            "trade": self._trade(shop.trade),
            "merchant": shop.merchant_id,
            "place": shop.address,
            "phone": shop.phone,
            "terminal": self.tr("{name}（{id}）").format(name=facts.terminal_name, id=shop.terminal_id),
            "since": stamp(facts.enrolled_at),
        }
        for key, value in shown.items():
            self.facts[key].show_value(value)
        self.station["name"].show_value(shop.station_name)
        self.station["url"].show_value(shop.station_url)
        self.station["fingerprint"].show_value(facts.fingerprint)
        for field, text in zip((self.unit, self.channel, self.phone), _texts(facts.contacts), strict=True):
            if not field.edit.isModified():
                field.set_text(text)

    def _trade(self, trade: str) -> str:
        return {
            "gold": self.tr("黄金珠宝"),
            "courier": self.tr("寄递"),
            "bank": self.tr("银行网点"),
            "rider": self.tr("骑手"),
            "property": self.tr("物业"),
            "community": self.tr("社区"),
            "volunteer": self.tr("志愿者"),
        }.get(trade, trade)

    def _on_save(self) -> None:
        contacts = Contacts(self.unit.text(), self.channel.text(), self.phone.text())
        save = self.context.services.care.joining.save_contacts
        self.job.run(lambda: save(contacts), lambda _done: self._on_saved())

    def _on_saved(self) -> None:
        self.error.clear()
        for field in (self.unit, self.channel, self.phone):
            field.edit.setModified(False)
        self.context.navigator.toast(self.tr("已保存"))

    def _on_move(self) -> None:
        url = self.address.text()
        if not url:
            self.address.show_problem(self.tr("请填写新的服务地址。"))
            return
        self.address.show_problem("")
        self.error.clear()
        move = self.context.services.care.joining.move_station
        self.job.run(lambda: move(url), lambda _done: self._on_moved())

    def _on_rejected(self, said: tuple[tuple[str, str], ...]) -> None:
        fields = {"unit": self.unit, "channel": self.channel, "phone": self.phone}
        for field, sentence in said:
            fields.get(field, self.address).show_problem(sentence)
        fields.get(said[0][0], self.address).edit.setFocus()

    def _on_moved(self) -> None:
        self.address.edit.clear()
        self.context.navigator.toast(self.tr("已换到新地址"))
        self.on_shown()

    def _on_failed(self, error: Exception) -> None:
        from desktop.ui.runtime.error_text import read_words
        from desktop.ui.viewmodels.settings.job import lang

        self.show_failure(read_words(error, lang()), unread=True)


def _texts(contacts: Contacts) -> tuple[str, str, str]:
    return contacts.unit, contacts.channel, contacts.phone
