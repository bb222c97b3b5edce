"""The default ladder that suggests a cash reward from a lead's effects (DOMAIN 5.6, the county may change it)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from station.domain.reward import LEAST_CASH_FEN, MOST_CASH_FEN

_YUAN = 100
# Loss stopped up to (yuan) -> reward (yuan): the 2024 scheme of one district, in DOMAIN 5.6.
_STEPS: tuple[tuple[int, int], ...] = (
    (20_000, 500),
    (100_000, 1_000),
    (200_000, 2_000),
    (300_000, 3_000),
    (400_000, 4_000),
    (500_000, 5_000),
)
# Suspects dealt with, at least -> added (yuan). The scheme's bands overlap at five; five counts as the higher one.
_SUSPECTS: tuple[tuple[int, int], ...] = ((5, 1_000), (3, 800), (2, 500))
_LOSS_CODES = ("loss_prevented", "payment_stopped")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the ladder gives: an amount in fen within the county's bounds, and why in both languages."""

    amount_fen: int
    zh: str
    en: str


def suggest(effects: Sequence[Mapping[str, Any]]) -> Suggestion:
    """Return the ladder's amount for the effects of a valid lead.

    Loss prevented and payment stopped are never added: the larger one counts.
    """
    loss_fen = max((int(item.get("amount_fen") or 0) for item in effects if item["code"] in _LOSS_CODES), default=0)
    suspects = sum(int(item.get("count") or 0) for item in effects if item["code"] == "suspects_caught")
    base, zh, en = _for_loss(loss_fen)
    extra = next((amount for least, amount in _SUSPECTS if suspects >= least), 0)
    if extra:
        zh += f",抓获 {suspects} 人加 {extra:,} 元"
        en += f", plus {extra:,} for {suspects} suspects"
    amount = min(max((base + extra) * _YUAN, LEAST_CASH_FEN), MOST_CASH_FEN)
    if amount < (base + extra) * _YUAN:
        zh += ",以 5,000 元为限"
        en += ", capped at 5,000"
    return Suggestion(amount, zh, en)


def _for_loss(loss_fen: int) -> tuple[int, str, str]:
    loss = loss_fen // _YUAN
    if loss <= 0:
        return 500, "有效线索，没有损失数额", "a valid lead without a figure of loss"
    for most, amount in _STEPS:
        if loss_fen <= most * _YUAN:
            return amount, f"避免损失 {loss:,} 元", f"loss of {loss:,} CNY avoided"
    return (
        5_000,
        f"避免损失 {loss:,} 元，超过 500,000 元的须另行审批",
        f"loss of {loss:,} CNY avoided; separate approval",
    )
