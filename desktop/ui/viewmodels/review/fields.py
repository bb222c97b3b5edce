"""The review page's fields in the duty officer's order of need (DOMAIN 5.1), with the control each one is edited by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from desktop.ui.viewmodels.records.words import PERSON_PRESENT, VALUE_STATUS
from desktop.ui.viewmodels.review.choices import (
    ACTIONS,
    CONSENT,
    CONTACT_MODES,
    COURIERS,
    DANGERS,
    HANDOVER_WHEN,
    HANDOVER_WHO,
    ID_TYPES,
)
from redflags import Text

Control = Literal["choice", "chips", "line", "text", "time", "amount", "weight"]
Store = Literal["details", "ctx", "tx"]
_COURIER: Final = frozenset({"courier_acceptance", "courier_delivery", "courier_inquiry"})
_GOLD: Final = frozenset({"gold_shop"})
_MONEY: Final = frozenset({"gold_shop", "bank_counter", "sighting"})


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One editable field; `only_if` names another field and the values that make this one worth showing.

    `suggestions` fill a line with one tap; `wide` takes the card's full width;
    `extra` ones are folded away until they hold something or something is wrong with them.
    """

    key: str
    label: Text
    control: Control = "line"
    store: Store = "details"
    hint: Text | None = None
    choices: Mapping[str, Text] | None = None
    suggestions: tuple[Text, ...] = ()
    settings: frozenset[str] | None = None
    only_if: tuple[str, frozenset[str]] | None = None
    extra: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """One of the questions of the duty officer."""

    key: str
    title: Text
    icon: str
    fields: tuple[FieldSpec, ...]


GROUPS: Final[tuple[FieldGroup, ...]] = (
    FieldGroup(
        "person",
        Text("人还在吗？在哪个位置？", "Is the person still there? Where exactly?"),
        "map-pin",
        (
            FieldSpec("person_present", Text("人", "Person"), "choice", "ctx", choices=PERSON_PRESENT, wide=True),
            FieldSpec(
                "left_at",
                Text("离开时间", "Left at"),
                "time",
                hint=Text("例如：10:42", "e.g. 10:42"),
                only_if=("person_present", frozenset({"left"})),
            ),
            FieldSpec(
                "direction",
                Text("往哪个方向", "Which way"),
                hint=Text("例如：出门往北，步行", "e.g. out of the door, north, on foot"),
                only_if=("person_present", frozenset({"left"})),
            ),
            FieldSpec(
                "place_detail",
                Text("具体位置", "Exact spot"),
                hint=Text("例如：2号柜台、北门", "e.g. counter 2, north door"),
                wide=True,
            ),
        ),
    ),
    FieldGroup(
        "value",
        Text("钱或东西到哪一步了？", "How far has the money or goods got?"),
        "hand-coins",
        (
            FieldSpec("value_status", Text("现在", "Now"), "choice", "ctx", choices=VALUE_STATUS, wide=True),
            FieldSpec(
                "value_location",
                Text("东西在哪里", "Where it is"),
                hint=Text("例如：在柜台里、在顾客包里", "e.g. behind the counter, in the customer's bag"),
                wide=True,
                extra=True,
            ),
        ),
    ),
    FieldGroup(
        "intercept",
        Text("东西往哪儿去？", "Where is it going?"),
        "flag",
        (
            FieldSpec("handover_when", Text("什么时候交", "Handed over when"), suggestions=HANDOVER_WHEN),
            FieldSpec("handover_where", Text("在哪里交", "Where"), suggestions=(Text("不清楚", "unknown"),)),
            FieldSpec(
                "handover_how",
                Text("怎么交", "How"),
                hint=Text("例如：快递、网约车、当面", "e.g. parcel, car, in person"),
            ),
            FieldSpec("handover_to_whom", Text("交给谁", "To whom"), suggestions=HANDOVER_WHO),
            FieldSpec("waybill_no", Text("运单号", "Waybill"), settings=_COURIER),
            FieldSpec("courier_code", Text("快递公司", "Carrier"), suggestions=COURIERS, settings=_COURIER, extra=True),
            FieldSpec("recipient_name", Text("收件人", "Recipient"), settings=_COURIER, extra=True),
            FieldSpec("recipient_phone", Text("收件电话", "Recipient's phone"), settings=_COURIER, extra=True),
            FieldSpec(
                "recipient_address", Text("收件地址", "Recipient's address"), settings=_COURIER, wide=True, extra=True
            ),
            FieldSpec(
                "vehicle_plate",
                Text("车牌", "Plate"),
                hint=Text("例如：闽F12345；不全就写在右边", "e.g. 闽F12345; partial ones go beside"),
                extra=True,
            ),
            FieldSpec(
                "vehicle_desc", Text("车的样子", "Vehicle"), hint=Text("例如：白色面包车", "e.g. white van"), extra=True
            ),
            FieldSpec("payee_account", Text("收款账号", "Payee's account"), settings=_MONEY, extra=True),
            FieldSpec("payee_name", Text("收款人", "Payee"), settings=_MONEY, extra=True),
            FieldSpec("payee_bank", Text("收款行或平台", "Bank or platform"), settings=_MONEY, extra=True),
        ),
    ),
    FieldGroup(
        "contact",
        Text("怎么悄悄联系您？", "How to reach you quietly?"),
        "phone",
        (
            FieldSpec("contact_mode", Text("方式", "By"), "choice", choices=CONTACT_MODES, wide=True),
            FieldSpec("contact_phone", Text("电话", "Phone"), hint=Text("11 位手机号或座机", "mobile or landline")),
        ),
    ),
    FieldGroup(
        "what",
        Text("看到了什么？", "What did you see?"),
        "message-circle",
        (
            FieldSpec(
                "narrative",
                Text("用一两句话说明", "In one or two sentences"),
                "text",
                hint=Text(
                    "谁、做了什么、接下来要怎样；不写身份证号和卡号", "who, what, what next; no ID or card numbers"
                ),
                wide=True,
            ),
        ),
    ),
    FieldGroup(
        "size",
        Text("多少钱、多重？", "How much, how heavy?"),
        "scale",
        (
            FieldSpec(
                "amount_cny",
                Text("金额（元）", "Amount (yuan)"),
                "amount",
                "tx",
                Text("例如：1.5万", "e.g. 15000"),
                settings=_MONEY,
            ),
            FieldSpec(
                "weight_g",
                Text("克重", "Weight"),
                "weight",
                "tx",
                Text("例如：300 克、1斤", "e.g. 300 g"),
                settings=_GOLD,
            ),
            FieldSpec("declared_content", Text("申报内容", "Declared content"), settings=_COURIER, extra=True),
        ),
    ),
    FieldGroup(
        "danger",
        Text("有没有危险，或需要照顾的人？", "Any danger, or someone frail?"),
        "shield-check",
        (FieldSpec("danger_flags", Text("情况", "Situation"), "chips", choices=DANGERS, wide=True),),
    ),
    FieldGroup(
        "said",
        Text("已经说过、做过什么？", "What has been said and done?"),
        "message-square-quote",
        (
            FieldSpec(
                "cover_story",
                Text("对顾客说的理由", "Reason given to the customer"),
                hint=Text("例如：证书要打印，等十五分钟", "e.g. the certificate is printing, 15 minutes"),
                wide=True,
            ),
            FieldSpec("actions_taken", Text("已经做了", "Done so far"), "chips", choices=ACTIONS, wide=True),
        ),
    ),
    FieldGroup(
        "who",
        Text("是什么人？", "Who is it?"),
        "user",
        (
            FieldSpec(
                "subject_desc",
                Text("样子", "Looks"),
                hint=Text("性别、年龄段、身高、衣着、包", "sex, age band, height, clothes, bag"),
                wide=True,
            ),
            FieldSpec("subject_name", Text("姓名（已有才填）", "Name (only if already held)"), extra=True),
            FieldSpec("subject_phone", Text("电话（已有才填）", "Phone (only if already held)"), extra=True),
            FieldSpec("subject_id_type", Text("证件", "Document"), "choice", choices=ID_TYPES, wide=True, extra=True),
            FieldSpec(
                "subject_id_no",
                Text("证件号（已有才填，不要专门去要）", "Number (only if held; never ask for it)"),
                extra=True,
            ),
            FieldSpec(
                "cctv_camera", Text("监控位置", "Camera"), hint=Text("例如：门口 1 号", "e.g. door 1"), extra=True
            ),
            FieldSpec(
                "cctv_from", Text("监控从", "Footage from"), "time", hint=Text("例如：10:20", "e.g. 10:20"), extra=True
            ),
            FieldSpec(
                "cctv_to", Text("监控到", "Footage to"), "time", hint=Text("例如：10:45", "e.g. 10:45"), extra=True
            ),
        ),
    ),
    FieldGroup(
        "own",
        Text("您自己", "About you"),
        "gift",
        (
            FieldSpec(
                "consent_reward",
                Text("若有奖励，愿意领取吗", "Accept a reward, if any"),
                "choice",
                choices=CONSENT,
                wide=True,
            ),
            FieldSpec(
                "observed_at",
                Text("看到的时间", "Seen at"),
                "time",
                hint=Text("不填就是现在", "empty means now"),
                extra=True,
            ),
            FieldSpec("late_reason", Text("隔了一天以上才说的原因", "Why it is reported a day later"), extra=True),
        ),
    ),
)


def groups_for(
    setting: str, values: Mapping[str, str] | None, value_statuses: tuple[str, ...]
) -> tuple[FieldGroup, ...]:
    """Return the groups with the fields that make sense for a setting and for `values` (None: whatever is answered)."""
    groups = []
    for group in GROUPS:
        fields = tuple(_narrowed(spec, value_statuses) for spec in group.fields if _applies(spec, setting, values))
        if fields:
            groups.append(FieldGroup(group.key, group.title, group.icon, fields))
    return tuple(groups)


def spec_of(key: str) -> FieldSpec | None:
    """Return the field of that name."""
    return next((spec for group in GROUPS for spec in group.fields if spec.key == key), None)


def _applies(spec: FieldSpec, setting: str, values: Mapping[str, str] | None) -> bool:
    if spec.settings is not None and setting not in spec.settings:
        return False
    return spec.only_if is None or values is None or values.get(spec.only_if[0], "") in spec.only_if[1]


def _narrowed(spec: FieldSpec, value_statuses: tuple[str, ...]) -> FieldSpec:
    if spec.key != "value_status" or not value_statuses or spec.choices is None:
        return spec
    kept = {code: spec.choices[code] for code in value_statuses if code in spec.choices}
    return FieldSpec(spec.key, spec.label, spec.control, spec.store, choices=kept, wide=True)
