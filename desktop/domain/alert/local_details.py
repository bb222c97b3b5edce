"""What a draft keeps for this PC alone, beside the alert's fields: it never reaches the wire."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from desktop.domain.alert.numbers import Unreadable, parse_amount, parse_weight
from desktop.domain.alert.problems import FieldProblem, warning

LOCAL: Final = "local."
TYPED: Final = "local.typed."
"""Followed by a transaction fact's key: what was typed there and could not be read."""
SALES: Final = "local.sales"
"""The register's own entries of the purchase at hand, by their ids: they are no earlier ones."""
LONGEST: Final = 200


def is_local(key: str) -> bool:
    """Tell whether a detail stays on this PC."""
    return key.startswith(LOCAL)


def own_sales(details: Mapping[str, str]) -> frozenset[str]:
    """Return the ids of the register's entries that were written for this draft."""
    return frozenset(details.get(SALES, "").split())


def fault_of(key: str, text: str) -> Unreadable | None:
    """Return why an amount or a weight cannot be read; None when it can, or when the fact is neither."""
    parse = parse_amount if key.endswith("_cny") else parse_weight if key.endswith("_g") else None
    try:
        if parse is not None and text.strip():
            parse(text)
    except Unreadable as fault:
        return fault
    return None


def typed_problems(details: Mapping[str, str], tx: Mapping[str, object]) -> Iterator[FieldProblem]:
    """Yield a warning for each transaction fact that was typed but not understood, so that nobody thinks it goes along."""
    for name, text in details.items():
        key = name.removeprefix(TYPED)
        fault = fault_of(key, text) if key != name and tx.get(key) is None else None
        if fault is not None:
            zh, en = f"这一项没有读懂，不会一起发出。{fault.zh}", f"This was not understood and is not sent. {fault.en}"
            yield warning(f"tx.{key}", fault.code, zh, en)
