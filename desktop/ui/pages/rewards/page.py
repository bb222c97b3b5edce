"""Rewards: what the signed-in member was given, step by step, and claiming it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.application.changes import Changes
from desktop.ui.pages.base import Page
from desktop.ui.pages.rewards.card import RewardCard
from desktop.ui.pages.rewards.paper import add_paper
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.records.format import month_label, yuan, yuan_short
from desktop.ui.viewmodels.rewards.model import RewardsViewModel
from desktop.ui.viewmodels.rewards.steps import is_claimable
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.rewards.month_chart import MonthChart
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.widgets.stat_tile import StatTile
from desktop.ui.widgets.states import EmptyState, InlineError


class RewardsScreen(Page):
    """The member's own rewards only; a claim is signed with the key unlocked by the PIN at sign-in."""

    route: ClassVar[str] = "rewards"
    section: ClassVar[str] = "rewards"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.view_model = RewardsViewModel(context, self)
        self.column.addWidget(PageHeader(self.tr("奖励"), self.tr("只有您自己登录后能看到。")))
        self.error = InlineError()
        self.error.retried.connect(self.view_model.start)
        self.column.addWidget(self.error)
        self.area = ScrollArea()
        self.column.addWidget(self.area, 1)
        self.figures = {
            "to_claim": StatTile("gift", "gold", self.tr("待领取")),
            "paid": StatTile("badge-check", "ok", self.tr("已发放")),
            "in_progress": StatTile("hourglass", "accent", self.tr("办理中")),
        }
        self._tiles = QWidget()
        row = QHBoxLayout(self._tiles)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        for tile in self.figures.values():
            row.addWidget(tile, 1)
        self.area.body.addWidget(self._tiles)
        self._first, self._rest = QVBoxLayout(), QVBoxLayout()
        for column in (self._first, self._rest):
            column.setSpacing(theme().px(12))
        self.area.body.addLayout(self._first)
        self.chart = MonthChart()
        self.chart.setAccessibleName(self.tr("每月发放的现金"))
        self._chart_card = Card(padding=20, spacing=12)
        self._chart_card.body.addWidget(label(self.tr("每月发放（元）"), "heading"))
        self._chart_card.body.addWidget(self.chart)
        self.area.body.addWidget(self._chart_card)
        self.area.body.addLayout(self._rest)
        self.empty = EmptyState("gift", self.tr("正在读取…"), action=self.tr("回到接待台"))
        self.empty.acted.connect(lambda: context.navigator.go("counter"))
        self.area.body.addWidget(self.empty)
        self.area.body.addStretch(1)
        self.cards: dict[str, RewardCard] = {}
        self.view_model.state_changed.connect(self._on_state)
        self.view_model.claim_changed.connect(self._on_claim)
        self._on_state("loading")

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("奖励")

    def on_shown(self, **_args: object) -> None:
        """Read the rewards of whoever is signed in now."""
        self.view_model.start()

    def on_changed(self, kinds: Changes) -> None:
        """Look again after a reward moved."""
        self.view_model.on_changed(kinds)

    def _on_state(self, state: str) -> None:
        ready = state == "ready"
        if state == "error":
            self.error.show_error(self.tr("奖励没有读出来"), self.view_model.error_sentence, self.tr("再试一次"))
        else:
            self.error.clear()
        has_page = self.view_model.page is not None and bool(self.view_model.page.rows)
        for part in (self._tiles, self._chart_card):
            part.setVisible(has_page)
        self.empty.setVisible(not has_page and state != "error")
        if state == "empty":
            self.empty.show_words(
                "gift",
                self.tr("还没有奖励"),
                self.tr("认真核对就好。有了会出现在这里，也会提醒您。"),
                self.tr("回到接待台"),
            )
        elif state == "signed-out":
            self.empty.show_words("lock", self.tr("登录后能看到自己的奖励"), "", "")
        elif state == "loading":
            self.empty.show_words("loader", self.tr("正在读取…"))
        if ready or state in ("signed-out", "empty"):
            self._show_cards()
        if ready:
            self._show_figures()

    def _show_figures(self) -> None:
        page, lang = self.view_model.page, self.view_model.lang
        if page is None:
            return
        self.figures["to_claim"].show_figure(yuan_short(page.to_claim_fen, lang))
        self.figures["paid"].show_figure(yuan_short(page.paid_fen, lang))
        self.figures["in_progress"].show_figure(self.tr("{0} 笔").format(page.in_progress))
        months = sorted(page.by_month.items())
        self.chart.set_bars([(month_label(key, lang), fen) for key, fen in months])
        self._chart_card.setVisible(any(page.by_month.values()))

    def _show_cards(self) -> None:
        rows = self.view_model.rows()
        if tuple(card.reward for card in self.cards.values()) == rows:
            return
        for old in self.cards.values():
            old.hide()
            old.deleteLater()
        self.cards = {}
        for reward in rows:
            card = RewardCard(reward, self.view_model.lang, self.context.now())
            card.claimed.connect(self.view_model.claim)
            card.opened.connect(lambda alert_id: self.context.navigator.go("live", alert_id=alert_id))
            card.award_wanted.connect(lambda reward_id: self.context.navigator.go("award", reward_id=reward_id))
            add_paper(self.context, card, self.view_model.lang)
            self.cards[reward.reward_id] = card
            (self._first if is_claimable(reward) else self._rest).addWidget(card)
            self._show_claim(reward.reward_id)

    def _on_claim(self, reward_id: str) -> None:
        self._show_claim(reward_id)
        card = self.cards.get(reward_id)
        if card is None or reward_id in self.view_model.claiming or reward_id in self.view_model.claim_errors:
            return
        if reward_id in self.view_model.claimed:
            text = self.tr("已登记领取 {0}").format(yuan(card.reward.amount_fen) if card.reward.amount_fen else "")
            self.context.navigator.toast(text.strip())
            self.view_model.start()

    def _show_claim(self, reward_id: str) -> None:
        card = self.cards.get(reward_id)
        if card is not None:
            error = self.view_model.claim_errors.get(reward_id, "")
            card.show_claim(running=reward_id in self.view_model.claiming, error=error)
