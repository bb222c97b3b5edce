"""The claim slip of a reward as HTML with a QR code: what is claimed, by whom, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Final

from desktop.application.read_models import RewardRow
from desktop.ui.viewmodels.records.format import day, stamp, yuan
from desktop.ui.viewmodels.records.words import REWARD_KIND, REWARD_STATE, word
from redflags import Text

QR_IMAGE: Final = "claim-code"
_WITH_SLIP: Final = frozenset({"notified", "claimed"})
_TITLE: Final = Text("奖励领取单", "Reward claim slip")
_NOTE: Final = Text(
    "请带上本单和本人证件领取。二维码里只有编号，没有个人信息。",
    "Bring this slip and your own identity document. The code holds numbers only, nothing personal.",
)
_SIGN: Final = Text("领取人签名：＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿", "Signature: ____________  Date: __________")
_WORDS: Final = {
    "what": Text("奖励", "Reward"),
    "amount": Text("金额", "Amount"),
    "state": Text("状态", "State"),
    "claim_by": Text("领取期限", "Claim by"),
    "number": Text("奖励编号", "Reward number"),
    "alert": Text("来自记录", "For record"),
    "shop": Text("店铺", "Shop"),
    "member": Text("领取人", "Claimed by"),
    "notice": Text("通知内容", "Notice"),
    "made": Text("打印时间", "Printed at"),
}


@dataclass(frozen=True, slots=True)
class ClaimSlip:
    """One reward on paper, for the member it belongs to."""

    reward: RewardRow
    shop: str
    member: str
    made_at: datetime


def has_claim_slip(reward: RewardRow) -> bool:
    """Tell whether there is something to fetch with a slip: cash that is ready or claimed and not yet paid."""
    return reward.kind == "cash" and reward.state in _WITH_SLIP


def claim_title(lang: str) -> str:
    """Return the slip's name."""
    return _TITLE.get(lang)


def claim_code(reward: RewardRow) -> str:
    """Return the QR code's text: the numbers the desk finds the reward by, nothing personal."""
    return f"counterwatch:claim?reward={reward.reward_id}&record={reward.alert_no}"


def claim_html(slip: ClaimSlip, lang: str) -> str:
    """Return the slip; everything written by people is escaped."""
    reward = slip.reward
    rows = {
        "what": reward.title or word(REWARD_KIND, reward.kind, lang),
        "amount": yuan(reward.amount_fen) if reward.amount_fen else "",
        "state": word(REWARD_STATE, reward.state, lang),
        "claim_by": day(reward.claim_by, lang) if reward.claim_by else "",
        "number": reward.reward_id,
        "alert": reward.alert_no,
        "shop": slip.shop,
        "member": slip.member,
        "notice": reward.text,
        "made": stamp(slip.made_at),
    }
    cells = "".join(
        f'<tr><td width="30%">{escape(_WORDS[key].get(lang))}</td><td width="70%">{escape(value)}</td></tr>'
        for key, value in rows.items()
        if value
    )
    return (
        f"<h1>{escape(_TITLE.get(lang))}</h1>"
        f'<table width="100%" border="1" cellpadding="6" cellspacing="0" style="border-collapse: collapse">{cells}</table>'
        f'<p><br/><img src="{QR_IMAGE}" width="150" height="150"/></p>'
        f"<p>{escape(_NOTE.get(lang))}</p><p><br/><br/>{escape(_SIGN.get(lang))}</p>"
    )
