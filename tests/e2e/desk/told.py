"""What the made-up shops of the pictures report: answers, words and facts; nobody in it is real."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

WAN = 1_000_000
"""Ten thousand yuan in fen."""
_ONLY_GOLD: dict[str, Any] = {"amount_fen": None, "weight_mg": None, "item_kind": None, "purity": None}


@dataclass(frozen=True)
class Told:
    """One report: whose counter, which questions were answered with yes, what was written, and further members of the alert."""

    shop: str
    yes: str
    narrative: str
    more: dict[str, Any] = field(default_factory=dict)


OFFICIAL = Told(
    "gold",
    "g-guided-live g-screen-share g-purpose-official g-handover-third g-weight-only",
    "老人一直在视频通话，对方让她买金条交给楼下的人。已经刷卡一次，没有成功。",
    {
        "urgency_by_clerk": "urgent",
        "amount_fen": 26 * WAN,
        "weight_mg": 280_000,
        "handover": {"when": "15:30 前", "where": "东街路口公交站", "how": "当面", "to_whom": "自称专员的男子"},
        "vehicle": {"plate": "闽F12345", "desc": "黑色轿车，停在对面"},
        "payments": [{"method": "card", "amount_fen": 26 * WAN, "payer": "self", "ok": False}],
        "subject": {"desc": "女，六十岁左右，灰色外套，黑色手提包"},
        "danger_flags": ["vulnerable"],
        "cover_story": "说证书要等半小时",
        "scam_types": ["fake-police", "gold-cash-transfer"],
    },
)
MAILED = Told(
    "gold",
    "g-mail-out g-recipient-unknown g-weight-only g-price-indifferent",
    "顾客要买金条寄到外地，说不清收件人是谁。",
    {
        "amount_fen": 17 * WAN,
        "recipient": {"name": "刘先生", "phone": "13712345678", "address": "广东省佛山市北园路快递柜"},
        "subject": {"desc": "男，五十多岁，蓝色工装"},
    },
)
POSTED = replace(MAILED, more=MAILED.more | {"recipient": {"name": "周女士", "phone": "13500001111"}})
HURRIED = Told(
    "gold",
    "g-price-indifferent g-nervous-rush",
    "不问价，一直催快点，说赶着去喝喜酒。",
    {"amount_fen": 2 * WAN, "weight_mg": 21_000, "item_kind": "jewellery", "subject": {"desc": "男，三十岁左右"}},
)
FRIEND = Told(
    "gold",
    "g-online-friend g-secrecy g-photo-report g-purpose-vague",
    "说给没见过面的朋友买，每块都拍照发过去等回话，不让告诉家里。",
    {"amount_fen": 9 * WAN, "weight_mg": 96_000, "subject": {"desc": "女，四十岁左右，红色围巾"}},
)
SPLIT = Told(
    "gold",
    "g-split-ask g-split-people g-cash-source",
    "三个人把现金分开付，问多少以下不用登记。",
    {"amount_fen": 14 * WAN, "weight_mg": 150_000, "subject": {"desc": "三名青年男子，戴帽子"}},
)
TEA = Told(
    "courier",
    "c-content-mismatch c-weight-off c-story-shift c-address-odd",
    "申报茶叶，但手感像金属块，收件地址是小区门口的快递柜。",
    _ONLY_GOLD
    | {
        "value_status": "accepting",
        "waybill_no": "ANDA20261123016",
        "declared_content": "茶叶",
        "measured_weight_mg": 1_350_000,
        "recipient": {"name": "刘先生", "phone": "13712345678", "address": "广东省佛山市北园路快递柜"},
        "subject": {"desc": "女，六十多岁，花布袋"},
        "cover_story": "说安检机要排队",
    },
)
TEA_BEFORE = replace(TEA, more=TEA.more | {"waybill_no": "ANDA20261121007"})
SERVICE = Told(
    "courier",
    "c-cs-police c-on-phone c-secrecy c-recipient-unknown",
    "一边听电话一边填单，说是客服让寄手机，不知道收件人是谁。",
    _ONLY_GOLD | {"value_status": "accepting", "declared_content": "手机", "subject": {"desc": "男，学生模样，双肩包"}},
)
CARDS = Told(
    "courier",
    "c-bulk-lure",
    "要寄两百份带二维码的刮刮卡。",
    _ONLY_GOLD | {"value_status": "accepting", "declared_content": "宣传品", "subject": {"desc": "男，三十岁左右"}},
)
GROUP = Told(
    "bank",
    "b-insider b-coached b-profile-off",
    "要提前支取定期，说跟着老师的内幕群投资，回答像背好的稿子。",
    _ONLY_GOLD
    | {
        "amount_fen": 9 * WAN,
        "value_status": "not_withdrawn",
        "handover": {"when": "今天下午", "where": "未说明", "how": "转账"},
        "payee": {"account": "6217000000000001234", "name": "某贸易商行", "bank": "外省某银行"},
        "subject": {"desc": "男，五十多岁，灰色夹克"},
        "cover_story": "说大额取款要主管复核",
    },
)
VAGUE = Told(
    "bank",
    "b-purpose-vague b-rush",
    "取款用途前后说法不一，一直催。",
    _ONLY_GOLD | {"amount_fen": 6 * WAN, "value_status": "not_withdrawn", "subject": {"desc": "女，四十多岁"}},
)
ESCORT = Told(
    "bank",
    "b-live b-handover b-secrecy b-family",
    "通话一直没断，说取出来交给专人，家里不知道。",
    _ONLY_GOLD
    | {"amount_fen": 12 * WAN, "value_status": "not_withdrawn", "subject": {"desc": "女，七十岁左右，拄拐杖"}},
)

# Day of November, China's time, what was told, the conclusion, its effects, signs that were wrong, how far its reward is.
PAST: tuple[tuple[int, str, Told, str, list[dict[str, Any]], str, str], ...] = (
    (21, "10:12", OFFICIAL, "valid", [{"code": "dissuaded"}, {"code": "loss_prevented", "amount_fen": 22 * WAN}], "", "paid"),
    (21, "15:48", TEA_BEFORE, "valid", [{"code": "parcel_intercepted"}], "c-story-shift", ""),
    (21, "16:30", POSTED, "invalid", [], "g-recipient-unknown g-price-indifferent", ""),
    (22, "09:26", ESCORT, "valid", [{"code": "payment_stopped", "amount_fen": 12 * WAN}], "", "claimed"),
    (22, "11:05", SPLIT, "transferred", [], "", ""),
    (22, "14:40", FRIEND, "valid", [{"code": "dissuaded"}, {"code": "loss_prevented", "amount_fen": 9 * WAN}], "", "notified"),
    (22, "17:21", CARDS, "valid", [{"code": "items_seized"}], "", ""),
    (23, "08:47", SERVICE, "valid", [{"code": "parcel_intercepted"}], "c-secrecy", "reviewing"),
    (23, "09:53", VAGUE, "invalid", [], "b-purpose-vague", ""),
    (23, "10:36", MAILED, "valid", [{"code": "loss_prevented", "amount_fen": 17 * WAN}], "g-price-indifferent", "proposed"),
    (23, "11:18", HURRIED, "invalid", [], "g-nervous-rush", ""),
)  # fmt: skip
