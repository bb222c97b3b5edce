"""The case of an alert as the station states it; an older revision never replaces a newer one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

OVER = frozenset({"closed", "invalid", "duplicate"})
CONCLUDED = OVER | {"valid", "transferred", "case_filed"}
"""The police have said what it was: what they asked for before that is no longer wanted."""
ACCEPTED = frozenset({"valid", "case_filed"})


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect code of the outcome; `amount_fen` only for money effects."""

    code: str
    amount_fen: int | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One status the station published, kept for the timeline."""

    alert_id: str
    revision: int
    state: str
    unit: str
    text: str = field(repr=False)
    at: datetime
    ack: bool = False
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """The newest known status of an alert; `acked_at` is when a duty officer first saw it, `accepted` once called valid."""

    alert_id: str
    revision: int
    state: str
    unit: str
    text: str = field(repr=False)
    at: datetime
    acked_at: datetime | None = None
    accepted: bool = False
    effects: tuple[Effect, ...] = ()


def advance(known: Case | None, step: CaseStep) -> Case:
    """Return the case after one published status; a stale one only ever adds an earlier acknowledgement."""
    acked_at = step.at if step.ack or step.state != "received" else None
    if known is None:
        accepted = step.state in ACCEPTED
        return Case(
            step.alert_id, step.revision, step.state, step.unit, step.text, step.at, acked_at, accepted, step.effects
        )
    times = [at for at in (known.acked_at, acked_at) if at is not None]
    first_ack = min(times) if times else None
    newest, effects = (
        (step, step.effects or known.effects) if step.revision > known.revision else (known, known.effects)
    )
    return Case(
        alert_id=known.alert_id,
        revision=newest.revision,
        state=newest.state,
        unit=newest.unit,
        text=newest.text,
        at=newest.at,
        acked_at=first_ack,
        accepted=known.accepted or step.state in ACCEPTED,
        effects=effects,
    )


def loss_prevented_fen(case: Case) -> int:
    """Return the loss prevented in fen; stopped or frozen money is another thing and never added (DOMAIN 5.5)."""
    return sum(effect.amount_fen or 0 for effect in case.effects if effect.code == "loss_prevented_cny")
