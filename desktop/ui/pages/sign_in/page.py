"""The lock: clerk tiles and a PIN, a first PIN for a new clerk, practice mode's facts."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.application.read_models import MemberTile
from desktop.ui.pages.sign_in.gate import GatePage
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.records.format import local
from desktop.ui.viewmodels.records.words import role_word
from desktop.ui.viewmodels.sign_in import SignInViewModel
from desktop.ui.widgets.basics import clear_layout, label
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.sign_in.activation_form import ActivationForm
from desktop.ui.widgets.sign_in.member_button import MemberButton
from desktop.ui.widgets.sign_in.pin_pad import PinPad
from desktop.ui.widgets.sign_in.practice_panel import PracticePanel
from desktop.ui.widgets.states import EmptyState


class SignInPage(GatePage):
    """Choose a name, enter the PIN; digits go to the pad wherever the focus is."""

    signed_in = Signal(object)  # Session

    def __init__(
        self, context: UiContext, practice: PracticePanel | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.title.setText(self.tr("您是哪一位？"))
        self.model = SignInViewModel(context, self)
        self.tiles: list[MemberButton] = []
        self._tile_column = QVBoxLayout()
        self._tile_column.setSpacing(theme().px(10))
        row = QHBoxLayout()
        row.setSpacing(theme().px(24))
        row.addLayout(self._tile_column, 3)
        row.addWidget(self._entry(), 2, Qt.AlignmentFlag.AlignTop)
        self.content.addLayout(row)
        self.practice = practice
        if practice is not None:
            self.content.addWidget(practice)
        self.model.members_changed.connect(self._show_members)
        self.model.refused.connect(self._on_refused)
        self.model.rejected.connect(self._on_rejected)
        self.model.busy_changed.connect(self._on_busy)
        self.model.signed_in.connect(self.signed_in)

    def load(self) -> None:
        """Show the clerks anew with nothing entered."""
        shop = self.model.shop_name()
        self.subtitle.setText(shop)
        self.subtitle.setVisible(bool(shop))
        self.pad.clear()
        self.message.setText("")
        self.model.load()

    def expect(self, member_id: str) -> None:
        """Locked for a while: the clerk who was here is chosen already, and told that everything is kept."""
        self.model.choose(member_id)
        if self.model.chosen is not None:
            self.message.setText(self.tr("已锁上，画面和草稿都还在。"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Before a name is chosen a digit chooses the clerk of that place; then digits, take-back and Enter go to the PIN pad."""
        if self.model.chosen is None:
            place = event.key() - Qt.Key.Key_1
            if not event.modifiers() and 0 <= place < len(self.tiles):
                self.tiles[place].click()
                return
        elif self.pad.isVisible() and self.pad.take_key(event):
            return
        super().keyPressEvent(event)

    def first_focus(self) -> QWidget | None:
        """Return the first name, or the PIN of the clerk already chosen."""
        if self.model.chosen is not None and self.pad.isVisible():
            return self.pad
        return self.tiles[0] if self.tiles else None

    def _entry(self) -> QWidget:
        self.card = Card(spacing=14, padding=24)
        self.card.setMinimumWidth(theme().px(300))
        self.prompt = label("", "heading")
        self.prompt.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message = label("", "small", "warn")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pad = PinPad()
        self.pad.entered.connect(self.model.sign_in)
        self.activation = ActivationForm()
        self.activation.submitted.connect(self.model.activate)
        for part in (self.prompt, self.message, self.pad, self.activation):
            self.card.body.addWidget(part)
        return self.card

    def _show_members(self) -> None:
        clear_layout(self._tile_column)
        self.tiles = []
        for index, member in enumerate(self.model.members):
            tile = MemberButton(member.name, role_word(member.role, language().code), self._note(member), index)
            tile.setChecked(self.model.chosen is not None and member.member_id == self.model.chosen.member_id)
            tile.clicked.connect(lambda _checked=False, m=member.member_id: self._on_chosen(m))
            self.tiles.append(tile)
            self._tile_column.addWidget(tile)
        if not self.tiles:
            self._tile_column.addWidget(
                EmptyState("users", self.tr("还没有店员"), self.tr("请值班台给本店添加店员，联网后会出现在这里。"))
            )
        self._tile_column.addStretch(1)
        for before, after in itertools.pairwise((self, *self.tiles, self.pad)):
            QWidget.setTabOrder(before, after)
        self._show_entry()

    def _show_entry(self) -> None:
        member = self.model.chosen
        locked = self.model.locked_for() is not None
        self.card.setVisible(bool(self.model.members))
        self.pad.setVisible(member is None or member.active)
        # Two lines are kept for it: the keys of the pad must not move away under the finger.
        self.message.setMinimumHeight(theme().px(40) if member is None or member.active else 0)
        self.pad.setEnabled(member is not None and not locked)
        self.activation.setVisible(member is not None and not member.active)
        if member is None:
            self.prompt.setText(self.tr("先点一下您的名字"))
        elif member.active:
            self.prompt.setText(self.tr("{name}，请输入口令").format(name=member.name))
        else:
            self.prompt.setText(self.tr("{name}，第一次使用").format(name=member.name))

    def _on_chosen(self, member_id: str) -> None:
        self.pad.clear()
        self.message.setText("")
        self.model.choose(member_id)
        member = self.model.chosen
        if member is not None and member.active:
            self.pad.setFocus()
        else:
            self.activation.start()

    def _on_refused(self, words: ErrorWords) -> None:
        self.message.setText(f"{words.what}\n{words.todo}".strip())
        self.message.setAccessibleName(words.sentence)

    def _on_rejected(self, said: tuple[tuple[str, str], ...]) -> None:
        if self.pad.isVisible():
            self.message.setText(" ".join(sentence for _field, sentence in said))
        else:
            self.activation.show_problems(said)

    def _on_busy(self, busy: bool) -> None:
        self.card.setEnabled(not busy)
        if busy:
            self.message.setText("")
        elif self.pad.isVisible():
            self.pad.setFocus()
        else:
            self.activation.code.edit.setFocus()

    def _note(self, member: MemberTile) -> str:
        if not member.active:
            return self.tr("等待启用")
        until = self.model.locked_until(member)
        return self.tr("{time} 后可再试").format(time=f"{local(until):%H:%M}") if until else ""
