"""One reward: what for, how far, how much, and the claim when it is time."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.application.read_models import RewardRow
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.records.format import day, local, yuan
from desktop.ui.viewmodels.records.words import REWARD_KIND, REWARD_STATE, word
from desktop.ui.viewmodels.rewards.award import can_be_shown
from desktop.ui.viewmodels.rewards.steps import is_claimable, is_finished, steps_of
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_label import IconText, IconTile
from desktop.ui.widgets.pill import Pill
from desktop.ui.widgets.rewards.steps import Dot, RewardSteps
from desktop.ui.widgets.states import InlineError

_ICON: Final = {"cash": "banknote", "letter": "scroll-text", "banner": "award"}
_STOPPED: Final = frozenset({"expired", "revoked", "not_eligible"})


class RewardCard(Card):
    """Emits `claimed(reward_id)`, `opened(alert_id)` and `award_wanted(reward_id)`."""

    claimed = Signal(str)
    opened = Signal(str)
    award_wanted = Signal(str)

    def __init__(self, reward: RewardRow, lang: str, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=20, spacing=14)
        self.reward = reward
        self._lang = lang
        self._late = reward.claim_by is not None and reward.claim_by < now
        self._tone = _tone(reward)
        self.body.addLayout(self._build_head())
        if reward.text and reward.kind != "cash":
            self.body.addWidget(self._build_words())
        self.steps = RewardSteps()
        dots = [
            Dot(step.title.get(lang), f"{local(step.at):%m-%d}" if step.at else "", step.state)
            for step in steps_of(reward)
        ]
        self.steps.set_dots(dots, self._tone)
        self.body.addWidget(self.steps)
        self.error = InlineError()
        self.error.retried.connect(lambda: self.claimed.emit(reward.reward_id))
        self.body.addWidget(self.error)
        self.claim: Button | None = None
        self.note = label("", "muted")
        self.foot = self._build_foot()
        self.body.addLayout(self.foot)
        if is_claimable(reward):
            self.set_edge("current")
        self.setAccessibleName(f"{self.heading.text()} {word(REWARD_STATE, reward.state, lang)}")

    def show_claim(self, *, running: bool, error: str = "") -> None:
        """Show a claim under way, or why it was not taken."""
        if self.claim is not None:
            self.claim.setEnabled(not running)
            self.claim.set_words(self.tr("正在领取…") if running else self.tr("领取"))
        if error:
            self.error.show_error(self.tr("还没有领到"), error, self.tr("再试一次"))
        else:
            self.error.clear()

    def _build_head(self) -> QHBoxLayout:
        reward = self.reward
        kind = word(REWARD_KIND, reward.kind, self._lang)
        self.heading = label(reward.title or kind, "heading")
        words = QVBoxLayout()
        words.setSpacing(theme().px(2))
        words.addWidget(self.heading)
        meta = self.tr("来自记录 {0} · {1}更新").format(reward.alert_no, day(reward.updated_at, self._lang))
        words.addWidget(label(f"{kind} · {meta}" if reward.title else meta, "faint"))
        row = QHBoxLayout()
        row.setSpacing(theme().px(14))
        row.addWidget(IconTile(_ICON[reward.kind], self._tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if reward.kind == "cash" and reward.amount_fen:
            row.addWidget(label(yuan(reward.amount_fen), "title", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Pill(word(REWARD_STATE, reward.state, self._lang), self._tone), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _build_words(self) -> Card:
        paper = Card(tone="gold", padding=20, spacing=8)
        paper.body.addWidget(label(self.reward.text, "lead"))
        return paper

    def _build_foot(self) -> QHBoxLayout:
        reward = self.reward
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        see = Button(self.tr("看这条记录"), "ghost", "file-text")
        see.clicked.connect(lambda: self.opened.emit(reward.alert_id))
        row.addWidget(see)
        if can_be_shown(reward):
            full = Button(self.tr("看全幅"), "secondary", "maximize")
            full.clicked.connect(lambda: self.award_wanted.emit(reward.reward_id))
            row.addWidget(full)
        row.addWidget(self.note, 1)
        if reward.kind == "cash" and reward.text:
            self.note.setText(reward.text)
        if is_claimable(reward):
            if reward.claim_by is not None:
                # Only the police end it; until they have, they may still take a claim.
                words = self.tr("领取期限 {0} 已过，请问值班台") if self._late else self.tr("请在 {0} 前领取")
                self.note.setText(words.format(day(reward.claim_by, self._lang)))
            self.claim = Button(self.tr("领取"), "primary", "hand-coins", large=True)
            self.claim.clicked.connect(lambda: self.claimed.emit(reward.reward_id))
            row.addWidget(self.claim)
        elif reward.state == "claimed":
            row.addWidget(IconText("check", self.tr("已登记领取，等发放"), "ok", "muted"))
        return row


def _tone(reward: RewardRow) -> str:
    if reward.state in _STOPPED:
        return "slate"
    if is_finished(reward):
        return "ok"
    return "gold" if is_claimable(reward) else "accent"
