"""One reward as the station states it; no amount is known before the bureau has notified (DOMAIN 5.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

CLAIMABLE = frozenset({"notified"})
PAID = frozenset({"paid", "awarded"})
OVER = PAID | frozenset({"expired", "revoked", "not_eligible"})


@dataclass(frozen=True, slots=True)
class Reward:
    """A reward of one member; `amount_fen` is 0 and `title` empty until the state is notified."""

    reward_id: str
    alert_id: str
    member_id: str
    kind: Literal["cash", "letter", "banner"]
    state: str
    amount_fen: int
    title: str
    text: str
    revision: int
    at: datetime
    history: tuple[tuple[str, datetime], ...]
    claim_by: datetime | None = None


def newer(known: Reward | None, said: Reward) -> Reward:
    """Return whichever has the higher revision; the same revision keeps what is known."""
    return said if known is None or said.revision > known.revision else known
