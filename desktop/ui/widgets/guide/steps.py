"""The four steps of the guide: what it is for, the keys, one drill, where the words for 110 appear."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.hot_keys import hot_keys
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_label import IconTile


class GuideStep(QWidget):
    """A heading beside its icon, and what belongs under it."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = label("", "heading")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme().px(14))
        row = QHBoxLayout()
        row.setSpacing(theme().px(14))
        row.addWidget(IconTile(icon_name, "accent", 48))
        row.addWidget(self.heading, 1)
        self.body.addLayout(row)

    def add_line(self, mark: QWidget, title: str, words: str) -> QWidget:
        """Add a row: a mark, a short name and one sentence."""
        holder = Card(tone="flat", padding=14)
        row = QHBoxLayout()
        row.setSpacing(theme().px(14))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme().px(2))
        column.addWidget(label(title, "strong"))
        column.addWidget(label(words, "muted"))
        row.addLayout(column, 1)
        holder.body.addLayout(row)
        self.body.addWidget(holder)
        return holder


class PurposeStep(GuideStep):
    """Three sentences say how one behaves; the rest follows from them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("heart", parent)
        self.heading.setText(self.tr("您照常接待，它在旁边帮您看"))
        rows = (
            ("message-circle", self.tr("不点破"), self.tr("不对顾客说破，也不说您在做什么；像平常一样聊。")),
            ("users", self.tr("不阻拦"), self.tr("不拦人、不拿手机、不翻包；拖一拖、问一问就够了。")),
            ("lock", self.tr("不扩散"), self.tr("姓名、照片、证件号不发群、不外传，只走这里。")),
        )
        for icon_name, title, words in rows:
            self.add_line(IconTile(icon_name, "slate", 36), title, words)


class KeysStep(GuideStep):
    """Three kinds of keys; 1, 2 and 3 can be tried here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("keyboard", parent)
        self.heading.setText(self.tr("三样键，一只手够用"))
        keys = hot_keys()
        rows = (
            ("1  2  3", self.tr("是、否、不清楚"), self.tr("按完自动到下一条。现在就按一个试试。")),
            (keys.text("submit"), self.tr("去上报页，再按一次送出"), self.tr("送出前还能改，送出后能补充、能撤回。")),
            (
                f"{keys.text('alarm')}  {keys.text('hide')}",
                self.tr("不出声求助；收起画面"),
                self.tr(
                    "求助键在哪个画面都管用，锁着也行（这里先别按）；没有键盘就按住左上角的标志一秒。收起后是一台真能算的计算器，点它的标志回来。"
                ),
            ),
        )
        for key, title, words in rows:
            chip = label(key, "kbd", wrap=False)
            chip.setMinimumWidth(theme().px(96))
            chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.add_line(chip, title, words)
        self.tried = label(self.tr("您还没有按。"), "strong")
        self.tried.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self.tried)

    def try_key(self, digit: int) -> None:
        """Say what the key would have answered."""
        answers = (self.tr("是"), self.tr("否"), self.tr("不清楚"))
        self.tried.setText(self.tr("您按了 {n}：{answer}。就是这样。").format(n=digit, answer=answers[digit - 1]))
        self.tried.setAccessibleName(self.tried.text())


class DrillStep(GuideStep):
    """One minute with a made-up customer; nothing is sent."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("timer", parent)
        self.heading.setText(self.tr("练一题，不到一分钟"))
        self.body.addWidget(
            label(self.tr("看一个场景，选一档，再选一句话。人和事都是编的，什么都不会送出去。"), "muted")
        )
        self.start = Button(self.tr("练一题"), "secondary", "timer", large=True)
        self.start.clicked.connect(self.opened)
        self.body.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(label(self.tr("练完按 Esc 会回到这里；也可以先跳过，「学习」里一直有。"), "small"))


class CallStep(GuideStep):
    """What the red-hot moment looks like, as a small sample."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("phone", parent)
        self.heading.setText(self.tr("没有送到的时候，它会直说"))
        self.body.addWidget(
            label(
                self.tr("紧急的一条一分钟还没有送到，或者没有网络，画面上会出现要念的话。您拨 110，照着念就行。"),
                "muted",
            )
        )
        sample = Card(tone="flat", padding=18)
        sample.body.addWidget(label(self.tr("样子是这样的（例子）"), "small"))
        for name, words in (
            ("110", self.tr("接通后照着念，声音放平常")),
            (self.tr("地点"), self.tr("中心街 12 号，店内柜台")),
            (self.tr("事情"), self.tr("顾客要买 300 克金条，当天寄走")),
            (self.tr("人"), self.tr("还在店里")),
        ):
            row = QHBoxLayout()
            row.setSpacing(theme().px(14))
            caption = label(name, "strong", wrap=False)
            caption.setMinimumWidth(theme().px(64))
            row.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(words, "muted"), 1)
            sample.body.addLayout(row)
        self.body.addWidget(sample)
        self.body.addWidget(label(self.tr("有人要动手、要抢、要带着钱走：先拨 110，再回来填。"), "strong"))
