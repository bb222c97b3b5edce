"""The facts of one case: answers, the transaction and the situation, all frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from redflags.terms import Answer

METHODS = ("cash", "card", "qr", "transfer", "online")
PAYERS = ("self", "companion_present", "company_matching", "other_name", "other_name_absent", "remote_third")
ITEM_KINDS = ("bar", "coin", "jewellery", "mixed")
PRESENCES = ("yes", "no", "left")
VALUE_STATUSES = (
    "none",
    "not_paid",
    "paid_not_handed",
    "handed_over",
    "accepting",
    "accepted",
    "in_transit",
    "delivered",
    "cash_withdrawn",
    "not_withdrawn",
)


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment leg or attempt; amount in CNY, `ok` false when it failed."""

    method: str | None = None
    amount_cny: float | None = None
    payer: str | None = None
    account: str | None = None
    ok: bool = True


@dataclass(frozen=True, slots=True)
class ShipOut:
    """How the shop is asked to ship; `insured` is yes/no or the insured value in CNY. None = not known."""

    requested: bool | None = None
    recipient_is_buyer: bool | None = None
    other_prefecture: bool | None = None
    insured: bool | float | None = None


@dataclass(frozen=True, slots=True)
class Transaction:
    """Till, parcel or withdrawal data; money in CNY, weights in grams, None = not known (DOMAIN 6)."""

    amount_cny: float | None = None
    weight_g: float | None = None
    item_kind: str | None = None
    purity: str | None = None
    payments: tuple[Payment, ...] = ()
    same_day_count: int | None = None
    same_day_prior_cash_cny: float | None = None
    linked_same_day_cash_cny: tuple[float, ...] = ()
    last7d_count: int | None = None
    days7_cash_50_100k: int | None = None
    ship_out: ShipOut = ShipOut()
    declared: str | None = None
    declared_weight_g: float | None = None
    measured_weight_g: float | None = None
    insured_value_cny: float | None = None
    recipient_seen_senders_7d: int | None = None
    recipient_addr_kind: str | None = None
    same_city: bool | None = None
    cash: bool | None = None


TX_FIELDS: tuple[str, ...] = tuple(Transaction.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Context:
    """Is the person still there (yes / no / left) and has value left; None = not known."""

    person_present: str | None = None
    value_status: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything known about one case: answers to questions and mitigators, transaction, situation."""

    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    tx: Transaction = Transaction()
    ctx: Context = Context()
