"""The transaction facts a checklist may ask for: words, kinds, and reading what was typed (DOMAIN 5.2, 5.3, 6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from desktop.domain.alert.numbers import Unreadable, parse_amount, parse_weight, plain
from redflags import Text

TxKind = Literal["amount", "amounts", "weight", "count", "text", "choice", "flag", "payments", "ship_out"]


_NO_HINT: Final = Text("", "")


@dataclass(frozen=True, slots=True)
class TxField:
    """One fact: its key in the engine's facts, how it is entered, and its words."""

    key: str
    kind: TxKind
    label: Text
    hint: Text = _NO_HINT
    choices: tuple[tuple[str, Text], ...] = ()
    most: int = 0


_AMOUNT_HINT: Final = Text("可以写 1.5万、12800", "e.g. 12800")
_WEIGHT_HINT: Final = Text("可以写 50、50克、1斤", "grams, e.g. 50")
ITEM_KINDS: Final = (
    ("bar", Text("金条", "Bar")),
    ("coin", Text("金币", "Coin")),
    ("jewellery", Text("首饰", "Jewellery")),
    ("mixed", Text("几样都有", "Several")),
)
PURITIES: Final = (
    ("Au999.9", Text("Au999.9", "Au999.9")),
    ("Au999", Text("Au999", "Au999")),
    ("Au990", Text("足金 Au990", "Au990")),
    ("750", Text("18K", "18K")),
)
METHODS: Final = (
    ("cash", Text("现金", "Cash")),
    ("card", Text("刷卡", "Card")),
    ("qr", Text("扫码", "QR code")),
    ("transfer", Text("转账", "Transfer")),
    ("online", Text("网上下单", "Online order")),
)
PAYERS: Final = (
    ("self", Text("本人付", "Customer")),
    ("companion_present", Text("同来的人付", "Companion here")),
    ("company_matching", Text("单位付，对得上", "Matching company")),
    ("other_name", Text("别人名下，人在场", "Other name, present")),
    ("other_name_absent", Text("别人名下，人不在", "Other name, absent")),
    ("remote_third", Text("远程的别人付", "Remote third person")),
)
ADDRESS_KINDS: Final = (
    ("home", Text("住家", "Home")),
    ("company", Text("单位", "Company")),
    ("locker", Text("快递柜、驿站", "Locker or pick-up point")),
    ("roadside", Text("路边、宾馆", "Roadside or hotel")),
)
FIELDS: Final[tuple[TxField, ...]] = (
    TxField("amount_cny", "amount", Text("这次的金额", "Amount"), _AMOUNT_HINT),
    TxField("cash", "flag", Text("是现金", "In cash")),
    TxField("weight_g", "weight", Text("克重", "Weight"), _WEIGHT_HINT),
    TxField("item_kind", "choice", Text("买什么", "Item"), choices=ITEM_KINDS),
    TxField("purity", "choice", Text("成色", "Purity"), choices=PURITIES),
    TxField("payments", "payments", Text("怎么付的，一笔一行", "Payments, one a line")),
    TxField("same_day_count", "count", Text("今天已经来过几次", "Earlier purchases today"), most=1000),
    TxField("same_day_prior_cash_cny", "amount", Text("今天之前付过的现金", "Cash paid earlier today"), _AMOUNT_HINT),
    TxField(
        "linked_same_day_cash_cny",
        "amounts",
        Text("同伴今天付的现金", "Companions' cash today"),
        Text("几笔之间用空格隔开", "several amounts, with spaces between"),
    ),
    TxField("last7d_count", "count", Text("近 7 天来过几次", "Earlier purchases in 7 days"), most=1000),
    TxField(
        "days7_cash_50_100k",
        "count",
        Text("近 7 天有几天现金在 5 万到 10 万", "Days of the last 7 with cash of 50,000 to 100,000"),
        most=7,
    ),
    TxField("ship_out", "ship_out", Text("要不要寄", "Shipping")),
    TxField("declared", "text", Text("申报的内件", "Declared contents")),
    TxField("declared_weight_g", "weight", Text("申报重量", "Declared weight"), _WEIGHT_HINT),
    TxField("measured_weight_g", "weight", Text("称得重量", "Measured weight"), _WEIGHT_HINT),
    TxField("insured_value_cny", "amount", Text("保价金额", "Insured value"), _AMOUNT_HINT),
    TxField(
        "recipient_seen_senders_7d",
        "count",
        Text("同一收件人近 7 天来自几个寄件人", "Senders to this recipient in 7 days"),
        most=100_000,
    ),
    TxField("recipient_addr_kind", "choice", Text("收件地址", "Recipient's address"), choices=ADDRESS_KINDS),
    TxField("same_city", "flag", Text("寄同城", "Same city")),
)
SHIP_FLAGS: Final = (
    ("requested", Text("要店里代寄", "Wants it shipped")),
    ("recipient_is_buyer", Text("收件人是本人", "Recipient is the buyer")),
    ("other_prefecture", Text("寄外地", "To another prefecture")),
    ("insured", Text("保价", "Insured")),
)


def fields_of(keys: tuple[str, ...]) -> tuple[TxField, ...]:
    """Return the fields a definition asks for, in the order people think of them."""
    return tuple(field for field in FIELDS if field.key in keys)


def read_typed(field: TxField, text: str) -> object | None:
    """Return the engine's value for a typed text, None when empty.

    Amounts become CNY, weights grams, both as int where whole. Raises Unreadable.
    """
    clean = plain(text) if field.kind != "amounts" else text.strip()
    if not clean:
        return None
    if field.kind == "amount":
        return _whole(parse_amount(clean), 100)
    if field.kind == "amounts":
        return [_whole(parse_amount(part), 100) for part in clean.replace("、", " ").split()]
    if field.kind == "weight":
        return _whole(parse_weight(clean), 1000)
    if field.kind == "count":
        if not clean.isdecimal() or int(clean) > field.most:
            raise Unreadable(
                "bad-count", f"请填 0 到 {field.most} 的整数。", f"Give a whole number from 0 to {field.most}."
            )
        return int(clean)
    return text.strip()[:200]


def shown_text(field: TxField, value: object) -> str:
    """Return how a kept value stands in its field."""
    if value is None:
        return ""
    if field.kind == "amounts" and isinstance(value, list):
        return " ".join(f"{part:g}" for part in value)
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _whole(number: int, per: int) -> int | float:
    return number // per if number % per == 0 else number / per
