"""Frozen parts of what the live line shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class InstructionView:
    """An instruction or question of the police; `seen_at` once shown to a person here."""

    instruction_id: str
    text: str
    unit: str
    urgent: bool
    replies: tuple[str, ...]
    at: datetime
    is_question: bool = False
    seen_at: datetime | None = None
    replied: str | None = None


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A supplement the station did not take: number, kind, words and time, and the station's reason (slug, and its sentences)."""

    n: int
    kind: str
    text: str
    made_at: datetime
    code: str
    detail_zh: str
    detail_en: str
