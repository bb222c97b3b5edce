"""The alert's other fields: one table of key, place on the wire, privacy, purpose, retention and mask (DOMAIN 5.2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Privacy = Literal["L0", "L1", "L2", "L3"]
Mask = Literal["none", "name", "phone", "number", "text"]
Kind = Literal["text", "time", "phone", "choice", "set", "yes-no", "plate", "waybill", "purity", "account", "id-number"]
Required = Literal["never", "always", "ordinary", "left", "seen", "outgoing", "paid-already", "late"]

ANY = ("gold_shop", "courier_acceptance", "courier_delivery", "courier_inquiry", "bank_counter", "sighting")
COURIER = ("courier_acceptance", "courier_delivery", "courier_inquiry")
GOLD = ("gold_shop",)
RETENTION_DAYS: dict[Privacy, int | None] = {"L0": None, "L1": None, "L2": 30, "L3": 7}
"""Days a field stays on this PC after delivery (PIPL art. 19: no longer than needed); None is kept with the row. `[D]`"""

DANGER_FLAGS = ("accomplice", "weapon", "threat", "vulnerable", "medical")
ACTIONS_TAKEN = ("stalled", "refused_goods", "family_called", "110_called", "96110_called", "held_by_instruction")
CONTACT_MODES = ("call", "sms", "in_app")
ID_TYPES = ("resident_id", "passport", "hk_macau_permit", "taiwan_permit", "officer_card", "residence_permit", "other")


@dataclass(frozen=True, slots=True)
class AlertField:
    """One field: `pointer` is its place in the wire body, `longest` its greatest length in characters."""

    key: str
    pointer: str
    zh: str
    en: str
    privacy: Privacy
    purpose: Literal["intercept", "contact", "identify", "judge", "safety", "reward", "record"]
    kind: Kind = "text"
    longest: int = 100
    mask: Mask = "none"
    settings: tuple[str, ...] = ANY
    required: Required = "never"
    choices: tuple[str, ...] = ()

    @property
    def retention_days(self) -> int | None:
        """Days this field stays on this PC after delivery."""
        return RETENTION_DAYS[self.privacy]


F = AlertField
FIELDS: dict[str, AlertField] = {
    field.key: field
    for field in (
        F("narrative", "/narrative", "经过", "what happened", "L2", "judge", longest=500, mask="text", required="ordinary"),
        F("place_detail", "/place/detail", "具体位置", "exact place", "L1", "intercept"),
        F("observed_at", "/observed_at", "发现时间", "time seen", "L1", "record", kind="time"),
        F("late_reason", "/late_reason", "迟报原因", "reason for reporting late", "L1", "record", required="late"),
        F("left_at", "/left_at", "离开时间", "time the person left", "L1", "intercept", kind="time", required="left"),
        F("direction", "/direction", "离开方向", "direction taken", "L1", "intercept"),
        F("value_location", "/value_location", "财物现在何处", "where the value is now", "L1", "intercept"),
        F("handover_when", "/handover/when", "交接时间", "hand-over time", "L2", "intercept", required="outgoing"),
        F("handover_where", "/handover/where", "交接地点", "hand-over place", "L2", "intercept", required="outgoing"),
        F("handover_how", "/handover/how", "交接方式", "hand-over means", "L2", "intercept", required="outgoing"),
        F("handover_to_whom", "/handover/to_whom", "交给谁", "hand-over to whom", "L2", "intercept", mask="name", required="outgoing"),
        F("danger_flags", "/danger_flags", "危险情况", "danger", "L1", "safety", kind="set", choices=DANGER_FLAGS),
        F("contact_phone", "/contact/phone", "回电号码", "call-back number", "L2", "contact", kind="phone", mask="phone", required="ordinary"),
        F("contact_mode", "/contact/mode", "联系方式", "how to contact you", "L1", "contact", kind="choice", choices=CONTACT_MODES),
        F("purity", "/purity", "成色", "purity", "L1", "judge", kind="purity", settings=GOLD),
        F("payee_account", "/payee/account", "收款账户", "payee account", "L3", "intercept", kind="account", mask="number", required="paid-already"),
        F("payee_name", "/payee/name", "收款人", "payee name", "L3", "intercept", mask="name"),
        F("payee_bank", "/payee/bank", "收款银行", "payee bank", "L3", "intercept"),
        F("waybill_no", "/waybill_no", "运单号", "waybill number", "L2", "intercept", kind="waybill", longest=40, mask="number"),
        F("courier_code", "/courier_code", "快递公司", "carrier", "L1", "intercept", longest=20),
        F("declared_content", "/declared_content", "申报内件", "declared content", "L1", "judge"),
        F("recipient_name", "/recipient/name", "收件人", "recipient's name", "L2", "intercept", mask="name"),
        F("recipient_phone", "/recipient/phone", "收件人电话", "recipient's phone", "L2", "intercept", kind="phone", mask="phone"),
        F("recipient_address", "/recipient/address", "收件地址", "recipient's address", "L2", "intercept", longest=200, mask="text"),
        F("vehicle_plate", "/vehicle/plate", "车牌", "plate", "L2", "intercept", kind="plate", longest=20, mask="number"),
        F("vehicle_desc", "/vehicle/desc", "车辆特征", "vehicle description", "L2", "intercept"),
        F("subject_desc", "/subject/desc", "体貌衣着", "what the person looks like", "L2", "identify", longest=200, mask="text", required="seen"),
        F("subject_name", "/subject/name", "对方姓名", "person's name", "L2", "identify", mask="name"),
        F("subject_phone", "/subject/phone", "对方电话", "person's phone", "L2", "identify", kind="phone", mask="phone"),
        F("subject_id_type", "/subject/id_type", "证件种类", "document type", "L2", "identify", kind="choice", choices=ID_TYPES),
        F("subject_id_no", "/subject/id_no", "证件号码", "document number", "L3", "identify", kind="id-number", longest=30, mask="number"),
        F("cctv_camera", "/cctv/camera", "监控位置", "camera", "L1", "record"),
        F("cctv_from", "/cctv/from", "监控开始", "recording from", "L1", "record", kind="time"),
        F("cctv_to", "/cctv/to", "监控结束", "recording to", "L1", "record", kind="time"),
        F("actions_taken", "/actions_taken", "已采取的措施", "steps taken", "L1", "safety", kind="set", choices=ACTIONS_TAKEN),
        F("cover_story", "/cover_story", "对客人的说法", "what the customer was told", "L1", "safety"),
        F("consent_reward", "/consent_reward", "同意参加奖励", "consent to a reward", "L2", "reward", kind="yes-no"),
    )
}  # fmt: skip


def items_of(text: str) -> tuple[str, ...]:
    """Return the members of a comma list, in order, each once."""
    return tuple(
        dict.fromkeys(part.strip() for part in text.replace("，", ",").replace("、", ",").split(",") if part.strip())
    )
