"""What of a reward goes on paper: the claim slip of cash."""

from __future__ import annotations

from desktop.application.read_models import RewardRow
from desktop.ui.pages.on_paper import OnPaper
from desktop.ui.pages.rewards.card import RewardCard
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang
from desktop.ui.viewmodels.rewards.claim_slip import (
    QR_IMAGE,
    ClaimSlip,
    claim_code,
    claim_html,
    claim_title,
    has_claim_slip,
)
from desktop.ui.widgets.paper.printing import Put, print_on
from desktop.ui.widgets.paper.qr_image import qr_image


def add_paper(context: UiContext, card: RewardCard, lang: Lang) -> OnPaper | None:
    """Put the claim slip's button on the card of a reward that has one."""
    reward = card.reward
    if not has_claim_slip(reward):
        return None
    title = claim_title(lang)
    paper = OnPaper(context, lang, title, f"{title}-{reward.alert_no}", lambda: _claim(context, reward, lang), card)
    card.foot.insertWidget(1, paper.menu)
    return paper


def _claim(context: UiContext, reward: RewardRow, lang: Lang) -> Put:
    shop, session = context.services.shop(), context.session
    slip = ClaimSlip(reward, shop.name if shop else "", session.name if session else "", context.now())
    return lambda device: print_on(device, claim_html(slip, lang), {QR_IMAGE: qr_image(claim_code(reward))})
