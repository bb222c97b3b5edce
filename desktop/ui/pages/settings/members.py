"""The members on this PC: who can sign in, giving somebody a key, another PIN for oneself, who sees what."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.application.care_models import ClerkRow
from desktop.application.changes import Changes, Kind
from desktop.ui.pages.settings.section import Section
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords, read_words
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.records.format import local
from desktop.ui.viewmodels.records.words import role_word
from desktop.ui.viewmodels.settings.job import Job, lang
from desktop.ui.widgets.basics import clear_layout, label, line
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.icon_label import IconText, IconTile
from desktop.ui.widgets.pill import Pill
from desktop.ui.widgets.settings.pin_form import PinForm
from desktop.ui.widgets.settings.rows import SettingRow, heading
from desktop.ui.widgets.sign_in.activation_form import ActivationForm


class MembersSection(Section):
    """A tile each; what one member earned is never shown to another, so nothing of it is here."""

    key: ClassVar[str] = "members"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.job = Job(context, self)
        card = self.add_card(12)
        card.body.addWidget(heading(self.tr("能在这台电脑上登录的人")))
        self._tiles = QVBoxLayout()
        self._tiles.setSpacing(theme().px(12))
        card.body.addLayout(self._tiles)
        card.body.addWidget(label(self.tr("名单由值班台维护：新来的、离开的，请告诉值班台。"), "faint"))
        self.action_buttons: dict[str, Button] = {}
        self.form_card = self.add_card()
        self.form_title = heading("")
        self.activation = ActivationForm()
        self.activation.button.set_words(self.tr("启用"))
        self.pin = PinForm()
        for part in (self.form_title, self.activation, self.pin):
            self.form_card.body.addWidget(part)
        self.form_card.hide()
        self._chosen = ""
        self._build_rules()
        self.activation.submitted.connect(self._on_activation)
        self.pin.submitted.connect(self._on_pin)
        self.pin.left.connect(self._close_form)
        self.job.failed.connect(self._on_job_failed)
        self.job.rejected.connect(self._on_rejected)

    def on_shown(self) -> None:
        """Read the members."""
        self.error.clear()
        self._close_form()
        self._load()

    def on_changed(self, kinds: Changes) -> None:
        """Look again after news of a member."""
        if Kind.MEMBERS in kinds:
            self._load()

    def _build_rules(self) -> None:
        card = self.add_card(10)
        card.body.addWidget(heading(self.tr("谁能看什么")))
        rules = (
            ("gift", self.tr("奖励和表彰：只有本人登录后看得到，店长也看不到别人的。")),
            ("inbox", self.tr("上报记录：本店成员都看得到，离开柜台请锁上。")),
            ("scroll-text", self.tr("登记簿：本店成员都看得到，不随上报送出。")),
            ("key-round", self.tr("口令只锁自己的钥匙；忘了口令，请向值班台要新的启用码。")),
        )
        for icon, words in rules:
            card.body.addWidget(IconText(icon, words, "text_2", ""))

    def _load(self) -> None:
        self.context.tasks.run(
            self.context.services.care.joining.clerks,
            self._show,
            lambda error: self.show_failure(read_words(error, lang()), unread=True),
            owner=self,
        )

    def _show(self, clerks: tuple[ClerkRow, ...]) -> None:
        self.error.clear()
        clear_layout(self._tiles)
        self.action_buttons = {}
        for number, clerk in enumerate(clerks):
            if number:
                self._tiles.addWidget(line())
            self._tiles.addLayout(self._tile(clerk))
        if not clerks:
            self._tiles.addWidget(label(self.tr("还没有成员：登记以后，名单由值班台发来。"), "muted"))
        self.arrange_rows()

    def _tile(self, clerk: ClerkRow) -> QHBoxLayout:
        mine = clerk.member_id == self.context.member_id
        name = self.tr("{name}（您）").format(name=clerk.name) if mine else clerk.name
        control = QWidget()
        right = QHBoxLayout(control)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(theme().px(10))
        right.addStretch(1)
        right.addWidget(Pill(*self._state(clerk)), 0, Qt.AlignmentFlag.AlignVCenter)
        action = self._action(clerk, mine=mine)
        if action is not None:
            self.action_buttons[clerk.member_id] = action
            right.addWidget(action)
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addWidget(IconTile("user", "accent" if mine else "slate", 40), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(SettingRow(name, role_word(clerk.role, lang()), control), 1)
        return row

    def _state(self, clerk: ClerkRow) -> tuple[str, str]:
        if clerk.state == "locked" and clerk.locked_until is not None:
            until = f"{local(clerk.locked_until):%H:%M}"
            return self.tr("锁到 {time}").format(time=until), "warn"
        return {
            "active": (self.tr("可以登录"), "ok"),
            "waiting": (self.tr("等待启用"), "gold"),
            "revoked": (self.tr("已停用"), "slate"),
        }.get(clerk.state, (self.tr("锁着"), "warn"))

    def _action(self, clerk: ClerkRow, *, mine: bool) -> Button | None:
        if clerk.state == "waiting":
            words = self.tr("启用")
        elif mine and clerk.state != "revoked":
            words = self.tr("换口令")
        else:
            return None
        button = Button(
            words, "secondary", "key-round", name=self.tr("{what}：{name}").format(what=words, name=clerk.name)
        )
        button.clicked.connect(lambda: self._open_form(clerk))
        return button

    def _open_form(self, clerk: ClerkRow) -> None:
        waiting = clerk.state == "waiting"
        self._chosen = clerk.member_id
        words = self.tr("启用：{name}") if waiting else self.tr("换口令：{name}")
        self.form_title.setText(words.format(name=clerk.name))
        self.error.clear()
        self.form_card.show()
        self.activation.setVisible(waiting)
        self.pin.setVisible(not waiting)
        (self.activation if waiting else self.pin).start()

    def _close_form(self) -> None:
        self.form_card.hide()
        self._chosen = ""

    def _on_activation(self, code: str, pin: str) -> None:
        member, activate = self._chosen, self.context.services.activate_member
        # The new key stays with its member: the one signed in now goes on working.
        self.job.run(lambda: activate(member, code, pin), lambda _done: self._on_done(self.tr("启用好了，可以登录了")))

    def _on_pin(self, old: str, new: str) -> None:
        member, change = self._chosen, self.context.services.care.joining.change_pin
        self.job.run(lambda: change(member, old, new), lambda _done: self._on_done(self.tr("口令换好了")))

    def _on_done(self, words: str) -> None:
        self._close_form()
        self.error.clear()
        self._load()
        self.context.navigator.toast(words)

    def _on_job_failed(self, words: ErrorWords) -> None:
        # Beside the field it is about: the form may stand far below the top of the page.
        field = self.activation.code if self.activation.isVisible() else self.pin.old
        if self.form_card.isVisible():
            field.show_problem(words.sentence)
            field.edit.setFocus()
        else:
            self.show_failure(words)

    def _on_rejected(self, said: tuple[tuple[str, str], ...]) -> None:
        if self.activation.isVisible():
            self.activation.show_problems(said)
        else:
            self.pin.show_problems(said)
