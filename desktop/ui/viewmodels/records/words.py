"""The clerk's words for codes that travel: settings, levels, tracks, delivery, case and reward states (DOMAIN 5.2, 5.5, 5.6).

Everything here is neutral: it may be read over the clerk's shoulder.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from redflags import Text

SETTING: Final[Mapping[str, Text]] = {
    "gold_shop": Text("金店柜台", "Gold counter"),
    "courier_acceptance": Text("收寄", "Parcel acceptance"),
    "courier_delivery": Text("派送取件", "Parcel delivery"),
    "courier_inquiry": Text("查询咨询", "Parcel inquiry"),
    "bank_counter": Text("银行柜台", "Bank counter"),
    "sighting": Text("路上见闻", "Sighting"),
}
SETTING_ICON: Final[Mapping[str, str]] = {
    "gold_shop": "gem",
    "courier_acceptance": "package",
    "courier_delivery": "package-check",
    "courier_inquiry": "package-search",
    "bank_counter": "landmark",
    "sighting": "binoculars",
}
LEVEL: Final[Mapping[str, Text]] = {
    "none": Text("平常", "Ordinary"),
    "watch": Text("留意", "Watch"),
    "alert": Text("上报", "Report"),
    "urgent": Text("紧急", "Urgent"),
}
TRACK: Final[Mapping[str, Text]] = {
    "victim": Text("可能需要照看", "May need looking after"),
    "mule": Text("可能代人办理", "May act for someone else"),
    "structuring": Text("可能拆分付款", "May be splitting payments"),
}
CASE_STATE: Final[Mapping[str, Text]] = {
    "received": Text("已接收", "Received"),
    "acknowledged": Text("已看到", "Seen"),
    "assigned": Text("已分派", "Assigned"),
    "verifying": Text("核查中", "Being checked"),
    "dispatched": Text("民警在路上", "Officers on the way"),
    "on_scene": Text("民警已到场", "Officers on the spot"),
    "need_info": Text("等您补充", "One question for you"),
    "transferred": Text("已移送", "Passed on"),
    "valid": Text("有效线索", "Useful lead"),
    "invalid": Text("核实无异常", "Checked: nothing wrong"),
    "duplicate": Text("与先前一条合并", "Joined with an earlier one"),
    "case_filed": Text("已立案", "Case filed"),
    "closed": Text("已办结", "Closed"),
    "other": Text("警方处理中", "With the police"),
}
REWARD_STATE: Final[Mapping[str, Text]] = {
    "proposed": Text("拟奖励", "Proposed"),
    "reviewing": Text("审核中", "Under review"),
    "approved": Text("审批通过", "Approved"),
    "notified": Text("待领取", "Ready to claim"),
    "claimed": Text("已领取，等发放", "Claimed, to be paid"),
    "paid": Text("已发放", "Paid"),
    "awarded": Text("已颁发", "Awarded"),
    "not_eligible": Text("不符合条件", "Not eligible"),
    "expired": Text("逾期未领", "Not claimed in time"),
    "revoked": Text("已撤销", "Withdrawn"),
    "other": Text("办理中", "In progress"),
}
REWARD_KIND: Final[Mapping[str, Text]] = {
    "cash": Text("现金奖励", "Cash reward"),
    "letter": Text("表扬信", "Letter of praise"),
    "banner": Text("锦旗", "Banner of honour"),
}
PERSON_PRESENT: Final[Mapping[str, Text]] = {
    "yes": Text("还在", "Still here"),
    "no": Text("没有见到人", "Nobody seen"),
    "left": Text("已经离开", "Has left"),
}
VALUE_STATUS: Final[Mapping[str, Text]] = {
    "none": Text("没有财物", "No value involved"),
    "not_paid": Text("还没有付款", "Not paid yet"),
    "paid_not_handed": Text("付了款，东西还在店里", "Paid, goods still here"),
    "handed_over": Text("东西已经交出", "Goods handed over"),
    "accepting": Text("包裹在台上，还没收寄", "Parcel on the counter, not accepted"),
    "accepted": Text("包裹已收寄，还在网点", "Parcel accepted, still at the depot"),
    "in_transit": Text("已经在运输途中", "Already in transit"),
    "delivered": Text("已经签收", "Delivered"),
    "cash_withdrawn": Text("现金已经取走", "Cash withdrawn"),
    "not_withdrawn": Text("现金还没有取", "Cash not withdrawn yet"),
}
REPLY: Final[Mapping[str, Text]] = {
    "stalled": Text("已拖住", "Keeping them here"),
    "left": Text("已离开", "Has left"),
    "handed_over": Text("已交货", "Goods handed over"),
    "ok": Text("好的，照办", "Will do"),
    "cannot": Text("办不到", "Cannot do"),
}
"""Replies that work now; a photo needs attachments and is not offered before they exist."""


def word(table: Mapping[str, Text], code: str | None, lang: str) -> str:
    """Return the words of `code`; a code this version does not know gets the table's `other`, or is shown as it is."""
    if not code:
        return ""
    text = table.get(code) or table.get("other")
    return text.get(lang) if text else code


ROLE: Final[Mapping[str, Text]] = {
    "manager": Text("店长", "Manager"),
    "owner": Text("店主", "Owner"),
    "clerk": Text("店员", "Clerk"),
    "courier": Text("快递员", "Courier"),
    "teller": Text("柜员", "Teller"),
    "volunteer": Text("志愿者", "Volunteer"),
}
_SAID: Final = {"经理": "manager", "网点经理": "manager", "营业员": "clerk", "揽收员": "courier"}
"""Roles as stations also write them; in Chinese the officer's own word stands."""


def role_word(role: str, lang: str) -> str:
    """Return a member's role; the station's own word where there is none for it in the language."""
    if role in ROLE:
        return ROLE[role].get(lang)
    if lang == "zh":
        return role
    code = _SAID.get(role) or next((key for key, text in ROLE.items() if text.zh == role), "")
    return ROLE[code].get(lang) if code else role


DESK: Final = Text("值班台", "Duty desk")
_STANDARD: Final = {
    text.zh: text
    for text in (
        Text("您的线索有效，谢谢您的细心。", "What you noticed was right. Thank you for your care."),
        Text(
            "已核实没有异常。谢谢您的细心，宁可多问一句。",
            "Checked: nothing was wrong. Thank you for your care; better one question too many.",
        ),
        Text(
            "这件事之前已有人报告，已并案处理，谢谢您。",
            "Somebody had reported this before; the two are one case now. Thank you.",
        ),
        Text("已移送有管辖权的单位，谢谢您。", "Handed over to the unit in charge. Thank you."),
        Text("已收到补充，继续核查。", "Your addition has arrived; the check goes on."),
    )
}
"""What the station says when an officer writes nothing of their own; their own words are shown as they are."""
_TELLING: Final = ("反诈", "诈骗", "刑", "经侦", "fraud")


def police_words(text: str, lang: str) -> str:
    """Return what the police said: a standard sentence in the clerk's language, anything else as it was written."""
    return _STANDARD[text].get(lang) if text in _STANDARD else text


def unit_word(unit: str, lang: str) -> str:
    """Return a police unit's name as the clerk's screen may show it: one that tells what the app is for is the duty desk."""
    plain = unit == DESK.zh or any(part in unit.casefold() for part in _TELLING)
    return DESK.get(lang) if plain else unit
