"""Keys, what quick hide shows, and when the pages lock."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.pages.settings.section import Section
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.hot_keys import ACTIONS, hot_keys, shown
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.settings.preferences import PreferencesViewModel
from desktop.ui.widgets.basics import label, line
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choices import Segmented
from desktop.ui.widgets.settings.key_button import KeyButton
from desktop.ui.widgets.settings.rows import SettingRow, heading

MINUTES = (1, 3, 5, 10, 30)


class KeysSection(Section):
    """Every action with its key; a key somebody else has is named, not taken away."""

    key: ClassVar[str] = "keys"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = PreferencesViewModel(context, self)
        self.buttons: dict[str, KeyButton] = {}
        self.rows: dict[str, SettingRow] = {}
        self._words = self._actions()
        self._build_keys(self.add_card(12))
        self._build_hiding(self.add_card())
        self._build_fixed(self.add_card(10))
        self.model.failed.connect(self.show_failure)
        self.model.kept_now.connect(self.error.clear)
        hot_keys().changed.connect(self._show_keys)
        self._show_keys()

    def on_shown(self) -> None:
        """Show what is in force."""
        self.error.clear()
        self.model.load()
        self.hide_page.set_value(self.model.kept.hide_page)
        self.minutes.set_value(str(self.model.kept.lock_minutes))
        for action in self.rows:
            self._say(action, "")

    def _actions(self) -> dict[str, tuple[str, str]]:
        return {
            "alarm": (self.tr("不出声地求助"), self.tr("任何画面都可以按，锁着也可以；没有键盘就按住左上角的标志一秒")),
            "hide": (self.tr("收起画面"), self.tr("换成计算器；再按一次并输入口令回来，或点它左上角的标志")),
            "submit": (self.tr("去上报页、送出"), self.tr("核对和上报时")),
            "release": (self.tr("放行"), self.tr("核对时；再按一个数字说明原因")),
            "lock": (self.tr("锁上"), self.tr("回到登录页，写好的都留着")),
            "help": (self.tr("这一页的帮助"), ""),
            "find": (self.tr("搜索"), self.tr("在记录页")),
            "entry": (self.tr("记一笔"), self.tr("在登记页")),
        }

    def _build_keys(self, card: Card) -> None:
        card.body.addWidget(heading(self.tr("可以改的快捷键")))
        for one in ACTIONS:
            title, hint = self._words[one.action]
            button = KeyButton(title)
            button.setMinimumWidth(theme().px(150))
            button.key_pressed.connect(lambda key, action=one.action: self._on_key(action, key))
            reset = Button("", "ghost", "undo-2", name=self.tr("{name}：恢复原来的键").format(name=title))
            reset.clicked.connect(lambda _checked=False, action=one.action: self._on_reset(action))
            control = QWidget()
            both = QHBoxLayout(control)
            both.setContentsMargins(0, 0, 0, 0)
            both.setSpacing(theme().px(6))
            both.addWidget(button)
            both.addWidget(reset)
            self.buttons[one.action] = button
            self.rows[one.action] = SettingRow(title, hint, control)
            card.body.addWidget(self.rows[one.action])
        self.all_back = Button(self.tr("全部恢复原来的键"), "secondary", "undo-2")
        self.all_back.clicked.connect(self._on_all_back)
        row = QHBoxLayout()
        row.addWidget(self.all_back)
        row.addStretch(1)
        card.body.addLayout(row)

    def _build_hiding(self, card: Card) -> None:
        name = self.tr("收起时显示")
        self.hide_page = Segmented(
            (
                ("gold", self.tr("金价"), "gem"),
                ("parcel", self.tr("包裹"), "package"),
                ("both", self.tr("两个都有"), ""),
            ),
            name,
        )
        self.hide_page.chosen.connect(lambda value: self.model.set(hide_page=value))
        card.body.addWidget(SettingRow(name, self.tr("两种计算器都真的能算。"), self.hide_page))
        card.body.addWidget(line())
        name = self.tr("多久没有操作就锁上")
        minutes = [(str(number), self.tr("{n} 分").format(n=number), "") for number in MINUTES]
        self.minutes = Segmented(minutes, name)
        self.minutes.chosen.connect(lambda value: self.model.set(lock_minutes=int(value)))
        card.body.addWidget(SettingRow(name, self.tr("锁上后写好的都留着，求助键照样能用。"), self.minutes))

    def _build_fixed(self, card: Card) -> None:
        card.body.addWidget(heading(self.tr("固定不变的键")))
        fixed = (
            ("1  2  3", self.tr("核对时：是、否、不清楚，并到下一条")),
            ("↑  ↓", self.tr("上一条、下一条")),
            ("Tab", self.tr("到下一个可以填的地方")),
            ("Esc", self.tr("关掉打开的小窗，写好的都留着")),
        )
        for key, words in fixed:
            row = QHBoxLayout()
            row.setSpacing(theme().px(14))
            chip = label(key, "kbd", wrap=False)
            chip.setMinimumWidth(theme().px(80))
            row.addWidget(chip)
            row.addWidget(label(words, "muted"), 1)
            card.body.addLayout(row)

    def _show_keys(self) -> None:
        for action, button in self.buttons.items():
            button.show_key(hot_keys().sequence(action))

    def _on_key(self, action: str, key: str) -> None:
        self._say(action, self._reason(self.model.set_key(action, key), key))

    def _on_reset(self, action: str) -> None:
        shipped = next(one.shipped for one in ACTIONS if one.action == action)
        self._say(action, self._reason(self.model.reset_key(action), shipped))

    def _on_all_back(self) -> None:
        self.model.reset_keys()
        for action in self.rows:
            self._say(action, "")
        self.context.navigator.toast(self.tr("快捷键都恢复了"))

    def _say(self, action: str, problem: str) -> None:
        row = self.rows[action]
        row.hint.setText(problem or self._words[action][1])
        row.hint.setProperty("tone", "danger" if problem else "")
        row.hint.style().polish(row.hint)
        row.hint.setVisible(bool(row.hint.text()))

    def _reason(self, problem: str, key: str) -> str:
        if problem.startswith("taken:"):
            other = self._words[problem.removeprefix("taken:")][0]
            return self.tr("{key} 已经是「{other}」的键：请换一个，或先改那一个。").format(key=shown(key), other=other)
        return {
            "unusable": self.tr("这个键用不了：请按一个别的键。"),
            "fixed": self.tr("{key} 是回答和移动用的键：请换一个。").format(key=shown(key)),
            "typing": self.tr("{key} 打字时要用：请加上 Ctrl 或 Alt，或用 F 开头的键。").format(key=shown(key)),
        }.get(problem, "")
