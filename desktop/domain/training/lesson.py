"""Victim groups and the stories told about them."""

from __future__ import annotations

from dataclasses import dataclass

from redflags import Text


@dataclass(frozen=True, slots=True)
class Group:
    """Whom a story is about; `scam_types` are the patterns this group meets most, the commonest first."""

    id: str
    icon: str
    name: Text
    line: Text
    scam_types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One case to learn from; `source` names the public report, None when the story was composed for teaching."""

    id: str
    group: str
    scam_type: str
    title: Text
    text: Text
    sign: Text
    takeaway: Text
    source: Text | None

    @property
    def published(self) -> bool:
        """Tell whether it happened and was reported, as against composed."""
        return self.source is not None
