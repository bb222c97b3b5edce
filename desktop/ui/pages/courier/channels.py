"""The carriers' official lines, large enough to turn the screen to the customer who was promised a refund or a claim."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.application.parcel_port import Carrier
from desktop.ui.pages.base import Page
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.language import language
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choices import ChoiceChips
from desktop.ui.widgets.icon_label import IconText
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.scroll_area import ScrollArea


class ChannelsPage(Page):
    """One carrier at a time in large type; turned to the customer, nothing of the clerk's is on it."""

    route: ClassVar[str] = "channels"
    section: ClassVar[str] = "checklist"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._carriers = {carrier.code: carrier for carrier in context.services.courier.carriers()}
        self.header = PageHeader(self.title(), self.tr("选好快递，点「转给客人看」再把屏幕转过去。"))
        back = Button(self.tr("返回"), "secondary", "arrow-left")
        back.clicked.connect(context.navigator.back)
        self.turn = Button(self.tr("转给客人看"), "primary", "monitor", checkable=True)
        self.turn.toggled.connect(self._show_turned)
        for button in (self.turn, back):
            self.header.buttons.addWidget(button)
        names = [(code, language().text(carrier.name)) for code, carrier in self._carriers.items()]
        self.choice = ChoiceChips(names, self.tr("哪家快递"))
        self.choice.changed.connect(lambda: self._show(self._carriers.get(self.choice.value())))
        self.name, self.phone, self.app = label("", "title"), label("", "giant"), label("", "lead")
        self.doubt = IconText("triangle-alert", "", "warn", "strong")
        shown = Card(padding=28, spacing=12)
        for part in (self.name, self.phone, self.app, self.doubt):
            shown.body.addWidget(part)
        advice = Card(tone="accent", padding=24, spacing=12)
        advice.body.addWidget(label(self.tr("退款、理赔、改地址，只走官方渠道"), "heading"))
        for words in (
            self.tr("自己打开官方 App，或拿运单号到网点柜台办。"),
            self.tr("钱只会退回您付款的账户，不用点链接、不用验证码、不用先付钱。"),
            self.tr("有人让您加好友、开会议、共享屏幕，先停下来，在这里问清楚再说。"),
        ):
            advice.body.addWidget(label(words, "lead"))
        self.own = Card(padding=20, spacing=6)
        self.own.body.addWidget(label(self.tr("给您自己看"), "small"))
        self.own.body.addWidget(IconText("message-square-quote", self.tr("您可以这样说"), "accent", "strong"))
        self.own.body.addWidget(
            label(self.tr("“您把单号给我，我在系统里查一下件到哪了；链接先别点，我们一起打官方电话问。”"), "lead")
        )
        self.own.body.addWidget(label(self.tr("邮政业申诉 12305、消费者投诉 12315（使用前请先核实）。"), "faint"))
        area = ScrollArea(spacing=16)
        for block in (self.choice, shown, advice, self.own):
            area.body.addWidget(block)
        area.body.addStretch(1)
        self.column.addWidget(self.header)
        self.column.addWidget(area, 1)

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("官方渠道")

    def on_shown(self, **args: object) -> None:
        """Show a carrier (`carrier`, its code), or ask which one."""
        code = str(args.get("carrier") or self.choice.value())
        self.choice.set_values((code,))
        self.turn.setChecked(False)
        self._show(self._carriers.get(code))
        if code in self._carriers:
            self.choice.button(code).setFocus()

    def first_focus(self) -> QWidget | None:
        """Return the carrier chosen; before one is, no button may look as if it were."""
        return self.choice.button(self.choice.value()) if self.choice.value() in self._carriers else self

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape turns back what is turned, then goes back."""
        if event.key() == Qt.Key.Key_Escape and self.turn.isChecked():
            self.turn.setChecked(False)
        elif event.key() == Qt.Key.Key_Escape:
            self.context.navigator.back()
        else:
            super().keyPressEvent(event)

    def arguments(self) -> dict[str, object] | None:
        """Return the carrier shown."""
        return {"carrier": self.choice.value()}

    def _show_turned(self, turned: bool) -> None:
        """The customer sees neither what the clerk chooses from nor what is for the clerk alone."""
        self.turn.set_words(self.tr("转回来") if turned else self.tr("转给客人看"))
        for part in (self.choice, self.own, self.header.subtitle):
            part.setVisible(not turned)
        self._show(self._carriers.get(self.choice.value()))

    def _show(self, carrier: Carrier | None) -> None:
        for part in (self.phone, self.app):
            part.setVisible(carrier is not None)
        self.doubt.setVisible(carrier is not None and not carrier.confirmed and not self.turn.isChecked())
        self.turn.setEnabled(carrier is not None)
        if carrier is None:
            self.name.setText(self.tr("先选哪家快递"))
            return
        self.name.setText(language().text(carrier.name))
        self.phone.setText(carrier.phone)
        self.app.setText(self.tr("官方 App：{name}").format(name=language().text(carrier.app)))
        self.doubt.label.setText(self.tr("这个号码请先到公司官网核对，再告诉客人。"))
