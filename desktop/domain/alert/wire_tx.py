"""Transaction facts on the wire: money as whole fen, mass as whole milligrams, never a float."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.domain.alert.numbers import fen_of, mg_of
from redflags import Payment


def wire_tx(tx: Mapping[str, object]) -> dict[str, object]:
    """Return the raw facts with `*_cny` as `*_fen` and `*_g` as `*_mg`; account numbers as their last four digits."""
    return {name: value for name, value in (_pair(key, value) for key, value in tx.items()) if value is not None}


def wire_payments(payments: Iterable[Payment]) -> list[dict[str, object]]:
    """Return the payment legs whose method and amount are known; only an account's last four digits leave the shop."""
    return [_leg(payment) for payment in payments if payment.method is not None and (payment.amount_cny or 0) > 0]


def _leg(payment: Payment) -> dict[str, object]:
    leg: dict[str, object] = {"method": payment.method, "amount_fen": fen_of(payment.amount_cny or 0), "ok": payment.ok}
    if payment.payer is not None:
        leg["payer"] = "other_name_absent" if payment.payer == "other_name" else payment.payer
    last4 = _last4(payment.account)
    if last4:
        leg["last4"] = last4
    return leg


def _last4(account: str | None) -> str:
    digits = "".join(char for char in account or "" if char.isascii() and char.isdigit())
    return digits[-4:] if len(digits) >= 4 else ""


def _pair(key: str, value: object) -> tuple[str, object]:
    if key == "account":
        return "last4", _last4(str(value)) or None
    if isinstance(value, Mapping):
        return key, wire_tx(value)
    if isinstance(value, list | tuple):
        name = key.replace("_cny", "_fen") if key.endswith("_cny") else key
        return name, [_member(key, item) for item in value]
    if isinstance(value, int | float) and not isinstance(value, bool):
        if key.endswith("_cny"):
            return key.removesuffix("_cny") + "_fen", fen_of(value)
        if key.endswith("_g"):
            return key.removesuffix("_g") + "_mg", mg_of(value)
        if key == "insured":
            return "insured_fen", fen_of(value)
        return key, int(value)
    return key, value


def _member(key: str, item: object) -> object:
    return wire_tx(item) if isinstance(item, Mapping) else _pair(key, item)[1]
