"""A checklist being filled in, and how it may end without an alert."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Literal

from desktop.domain.alert.readable import all_readable

UNDO_TIME = timedelta(minutes=10)
"""How long a discarded draft can be brought back before it is wiped."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One checklist being filled in; `alert_id` is born with it and never changes.

    `answers`, `tx`, `ctx` follow the engine's facts; `details` holds alert fields as typed (`domain.alert.fields`).
    Unreadable characters are gone before a draft is saved or judged, so what the clerk sees is what can be sent.
    """

    draft_id: str
    alert_id: str
    setting: str
    checklist_version: int
    member_id: str | None
    started_at: datetime
    saved_at: datetime
    answers: Mapping[str, str] = field(default_factory=dict)
    tx: Mapping[str, object] = field(default_factory=dict)
    ctx: Mapping[str, object] = field(default_factory=dict)
    details: Mapping[str, str] = field(default_factory=dict)
    discarded_at: datetime | None = None

    def __post_init__(self) -> None:
        for name in ("answers", "tx", "ctx", "details"):
            object.__setattr__(self, name, all_readable(getattr(self, name)))


@dataclass(frozen=True, slots=True)
class Closing:
    """A draft that ended without an alert: the customer was cleared (released) or the facts were noted; `wiped` as an alert's."""

    draft: Draft
    how: Literal["released", "noted"]
    reason: str
    closed_at: datetime
    closed_by: str | None
    level: str
    track: str
    compliance: tuple[str, ...] = ()
    wiped: str = ""


def discard(draft: Draft, now: datetime) -> Draft:
    """Take a draft off the counter; it can be brought back for `UNDO_TIME`."""
    return replace(draft, discarded_at=now)


def restore(draft: Draft) -> Draft:
    """Bring a discarded draft back."""
    return replace(draft, discarded_at=None)


def to_wipe(draft: Draft, now: datetime) -> bool:
    """Whether a discarded draft's undo time is over."""
    return draft.discarded_at is not None and now - draft.discarded_at >= UNDO_TIME


def facts_of(draft: Draft) -> dict[str, object]:
    """Return the raw facts of a draft in the form the engine reads (DOMAIN 6)."""
    return {**draft.answers, "tx": dict(draft.tx), "ctx": dict(draft.ctx)}
