"""An instruction or a question of the police to the clerk."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction; `seq` is the feed event it came with (for the read receipt), `replies` the codes offered."""

    instruction_id: str
    alert_id: str
    revision: int
    text: str = field(repr=False)
    unit: str
    urgent: bool
    replies: tuple[str, ...]
    at: datetime
    seq: int
    is_question: bool = False
    seen_at: datetime | None = None
    replied: str | None = None
