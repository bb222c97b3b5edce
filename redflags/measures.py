"""What the transaction rules look at, worked out from the raw transaction (DOMAIN 0.3, transaction inputs)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from redflags.facts import Payment, Transaction

Measures = Mapping[str, float | str | bool | None]

MEASURES: Mapping[str, type] = MappingProxyType(
    {
        "amount_cny": float,
        "weight_g": float,
        "item_kind": str,
        "same_day_count": float,
        "last7d_count": float,
        "days7_cash_50_100k": float,
        "ship_requested": bool,
        "ship_to_buyer": bool,
        "ship_other_prefecture": bool,
        "ship_insured_percent": float,
        "absent_payer_legs": float,
        "paid_legs": float,
        "payer_accounts": float,
        "failed_before_success": float,
        "cash_legs": float,
        "cash_receipts": float,
        "cash_total_cny": float,
        "cash_largest_cny": float,
        "withdrawal_cash_cny": float,
    }
)
"""Every measure a condition may name, with its type; a measure that cannot be known from the input is None."""

ABSENT_PAYERS = frozenset({"remote_third", "other_name", "other_name_absent"})


def measure(tx: Transaction) -> Measures:
    """All measures of one transaction; money in CNY, weight in grams."""
    ship = tx.ship_out
    paid = tuple(leg for leg in tx.payments if leg.ok)
    receipts = _cash_receipts(tx, paid)
    return {
        "amount_cny": tx.amount_cny,
        "weight_g": tx.weight_g,
        "item_kind": tx.item_kind,
        "same_day_count": tx.same_day_count,
        "last7d_count": tx.last7d_count,
        "days7_cash_50_100k": tx.days7_cash_50_100k,
        "ship_requested": ship.requested,
        "ship_to_buyer": ship.recipient_is_buyer,
        "ship_other_prefecture": ship.other_prefecture,
        "ship_insured_percent": _insured_percent(ship.insured, tx.amount_cny),
        "absent_payer_legs": sum(leg.payer in ABSENT_PAYERS for leg in tx.payments),
        "paid_legs": len(paid),
        "payer_accounts": len({leg.account for leg in paid if leg.account}),
        "failed_before_success": _failed_before_success(tx.payments),
        "cash_legs": sum(leg.method == "cash" for leg in paid),
        "cash_receipts": len(receipts),
        "cash_total_cny": round(sum(receipts), 2),
        "cash_largest_cny": max(receipts, default=0),
        "withdrawal_cash_cny": tx.amount_cny if tx.cash else None,
    }


def _cash_receipts(tx: Transaction, paid: tuple[Payment, ...]) -> tuple[float, ...]:
    """Each cash leg, the earlier cash of the day as one, each companion's cash as one; none without a cash leg."""
    legs = [leg for leg in paid if leg.method == "cash"]
    if not legs:
        return ()
    if len(paid) == 1 and legs[0].amount_cny is None:
        own = [tx.amount_cny or 0]
    else:
        own = [leg.amount_cny or 0 for leg in legs]
    earlier = [tx.same_day_prior_cash_cny or 0]
    return tuple(value for value in (*own, *earlier, *tx.linked_same_day_cash_cny) if value > 0)


def _failed_before_success(payments: tuple[Payment, ...]) -> int:
    """The failed attempts that came before the last payment that went through."""
    last = max((index for index, leg in enumerate(payments) if leg.ok), default=0)
    return sum(not leg.ok for leg in payments[:last])


def _insured_percent(insured: bool | float | None, value: float | None) -> float | None:
    if insured is None:
        return None
    if isinstance(insured, bool):
        return 100.0 if insured else 0.0
    return 100.0 * insured / value if value else None
