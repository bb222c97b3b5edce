"""The choices and one-tap suggestions of the review page's fields (codes of DOMAIN 5.2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from redflags import Text

CONTACT_MODES: Final[Mapping[str, Text]] = {
    "in_app": Text("只在这里（最安静）", "Only here (quietest)"),
    "sms": Text("短信", "Text message"),
    "call": Text("打电话", "Phone call"),
}
DANGERS: Final[Mapping[str, Text]] = {
    "accomplice": Text("有同伴在等", "Someone is waiting for them"),
    "weapon": Text("带着器械", "Carries a weapon"),
    "threat": Text("有人被威胁", "Someone is threatened"),
    "vulnerable": Text("老人或体弱", "Elderly or frail"),
    "medical": Text("身体不舒服", "Unwell"),
}
ACTIONS: Final[Mapping[str, Text]] = {
    "stalled": Text("请顾客稍等", "Asked to wait"),
    "refused_goods": Text("还没给货", "Goods not handed out"),
    "family_called": Text("联系了家人", "Called the family"),
    "110_called": Text("打过 110", "Called 110"),
    "96110_called": Text("打过 96110", "Called 96110"),
    "held_by_instruction": Text("按指示暂存", "Kept as instructed"),
}
ID_TYPES: Final[Mapping[str, Text]] = {
    "resident_id": Text("身份证", "ID card"),
    "passport": Text("护照", "Passport"),
    "hk_macau_permit": Text("港澳居民通行证", "HK/Macau permit"),
    "taiwan_permit": Text("台胞证", "Taiwan permit"),
    "officer_card": Text("军官证", "Military ID"),
    "residence_permit": Text("居留证件", "Residence permit"),
    "other": Text("其他", "Other"),
}
CONSENT: Final[Mapping[str, Text]] = {"yes": Text("愿意", "Yes"), "no": Text("不需要", "No")}
HANDOVER_WHEN: Final = (Text("马上", "right now"), Text("今天", "today"), Text("不清楚", "unknown"))
HANDOVER_WHO: Final = (
    Text("上门来取的人", "someone who collects it"),
    Text("司机", "a driver"),
    Text("不清楚", "unknown"),
)
COURIERS: Final = (
    Text("顺丰", "SF"),
    Text("中通", "ZTO"),
    Text("圆通", "YTO"),
    Text("京东", "JD"),
    Text("邮政", "EMS"),
)
