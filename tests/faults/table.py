"""What a campaign found, and the table of all of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

HEADS = ("campaign", "runs", "seed", "lost", "doubled", "torn/false", "errors", "seconds")


@dataclass
class Findings:
    """Counts of one campaign; `notes` say for each finding what it was and how to repeat it."""

    campaign: str
    seed: int
    runs: int = 0
    lost: int = 0
    doubled: int = 0
    torn: int = 0
    errors: int = 0
    seconds: float = 0.0
    notes: list[str] = field(default_factory=list)
    facts: Counter[str] = field(default_factory=Counter)
    not_run: str = ""
    """Why it cannot be run on this machine: such a campaign has neither passed nor failed."""

    @property
    def clean(self) -> bool:
        """Whether nothing bad was found and something was tried at all."""
        return self.runs > 0 and not self.bad

    @property
    def bad(self) -> bool:
        """Whether something bad was found."""
        return bool(self.lost or self.doubled or self.torn or self.errors)

    def note(self, kind: str, text: str) -> None:
        """Count one finding (`lost`, `doubled`, `torn` or `errors`) and keep the first twenty in words."""
        setattr(self, kind, getattr(self, kind) + 1)
        if len(self.notes) < 20:
            self.notes.append(f"{kind}: {text}")

    def as_json(self) -> str:
        """Return one JSON line."""
        return json.dumps(self.as_values(), ensure_ascii=False)

    def as_values(self) -> dict[str, Any]:
        """Return every field under its name, in plain types."""
        # Not asdict: it makes a Counter anew from its pairs and so counts the pairs.
        return {**vars(self), "facts": dict(self.facts)}


def table(rows: Iterable[Findings]) -> str:
    """Return the table, the campaigns' own figures below it, then the notes."""
    found = list(rows)
    cells = [HEADS, *(_cells(row) for row in found)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADS))]
    lines = ["  ".join(f"{text:<{width}}" for text, width in zip(line, widths, strict=True)).rstrip() for line in cells]
    lines += [
        f"{row.campaign}: " + ", ".join(f"{key} {n}" for key, n in sorted(row.facts.items()))
        for row in found
        if row.facts
    ]
    lines += [f"{row.campaign}: not run here: {row.not_run}" for row in found if row.not_run]
    lines += [f"{row.campaign}: {note}" for row in found for note in row.notes]
    return "\n".join(lines)


def _cells(row: Findings) -> tuple[str, ...]:
    counts = (row.lost, row.doubled, row.torn, row.errors)
    return (row.campaign, str(row.runs), str(row.seed), *(str(count) for count in counts), f"{row.seconds:.1f}")
