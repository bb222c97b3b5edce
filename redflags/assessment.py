"""The answer of the engine: level, track, reasons, what would clear the person, duties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from redflags.terms import Level, Text, Track


@dataclass(frozen=True, slots=True)
class Reason:
    """One item that counted: points after explanations, before group caps; mitigators are negative."""

    id: str
    points: int
    text: Text
    track: Track


@dataclass(frozen=True, slots=True)
class Clearing:
    """One open item and the level the case would have if it turned out innocent."""

    id: str
    text: Text
    would_be: Level


@dataclass(frozen=True, slots=True)
class Assessment:
    """One case judged; `insufficient` stands beside the level, which is always computed."""

    level: Level
    track: Track
    scores: Mapping[Track, int]
    reasons: tuple[Reason, ...]
    scam_types: tuple[str, ...]
    compliance: tuple[str, ...]
    insufficient: bool
    floors: tuple[str, ...]
    clearing: tuple[Clearing, ...]

    def to_json(self, case_id: str | int | None = None) -> dict[str, object]:
        """The output form of the `assess` command."""
        return {
            "id": case_id,
            "level": self.level.value,
            "track": self.track.value,
            "scores": {track.value: score for track, score in self.scores.items()},
            "reasons": [
                {"id": item.id, "points": item.points, "zh": item.text.zh, "en": item.text.en} for item in self.reasons
            ],
            "scam_types": list(self.scam_types),
            "compliance": list(self.compliance),
            "insufficient": self.insufficient,
        }
