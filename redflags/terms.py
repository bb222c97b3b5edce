"""The words every part of the engine shares: answers, levels, tracks and two-language texts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What the clerk said about one item; "no" and "not asked" are different answers."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Level(StrEnum):
    """How serious the case is, from `none` (sell normally) to `urgent` (call now)."""

    NONE = "none"
    WATCH = "watch"
    ALERT = "alert"
    URGENT = "urgent"

    @property
    def rank(self) -> int:
        """Position from 0 (none) to 3 (urgent)."""
        return _RANKS[self.value]

    @classmethod
    def of_rank(cls, rank: int) -> Level:
        """The level at a position from 0 to 3."""
        return _LEVELS[rank]


_LEVELS = tuple(Level)
_RANKS = {level.value: rank for rank, level in enumerate(_LEVELS)}


class Track(StrEnum):
    """Who the person may be; the action differs, so the three are scored apart (ties in this order)."""

    VICTIM = "victim"
    MULE = "mule"
    STRUCTURING = "structuring"


TRACKS: tuple[Track, ...] = tuple(Track)


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages."""

    zh: str
    en: str

    def get(self, language: str) -> str:
        """The sentence in `zh` or `en`; anything but English is answered in Chinese."""
        return self.en if language.startswith("en") else self.zh
