"""What a checklist definition says once it has been read and found sound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from redflags.program import Program
from redflags.terms import Level, Text, Track


@dataclass(frozen=True, slots=True)
class Question:
    """One red flag to observe or ask about; weight 0-5 points when answered yes."""

    id: str
    section: str
    group: str
    weight: int
    tracks: tuple[Track, ...]
    how: tuple[str, ...]
    text: Text
    ask: Text | None
    why: Text
    scam_types: tuple[str, ...]
    opens: tuple[str, ...]
    parents: tuple[str, ...]
    continues: tuple[str, ...] = ()
    """Questions of another setting's checklist worth opening next."""


@dataclass(frozen=True, slots=True)
class Mitigator:
    """One innocent sign; its negative weight lowers the tracks named."""

    id: str
    weight: int
    tracks: tuple[Track, ...]
    text: Text


@dataclass(frozen=True, slots=True)
class TransactionRule:
    """One sign computed from the till or parcel data; `compliance` rules are duties, not suspicion."""

    id: str
    group: str
    tracks: tuple[Track, ...]
    text: Text
    why: Text
    scam_types: tuple[str, ...]
    compliance: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A titled run of top-level questions, in the order they are shown."""

    id: str
    title: Text
    questions: tuple[str, ...]
    from_level: Level = Level.NONE
    """The level from which the clerk should ask these; an answer overheard earlier counts all the same."""


@dataclass(frozen=True, slots=True)
class ScamType:
    """One fraud pattern with the clerk's stalling script and the customer's warning card."""

    id: str
    name: Text
    typical_person: Text
    script: Text
    card: Text
    tracks: tuple[Track, ...]


@dataclass(frozen=True, slots=True)
class LegalNote:
    """What the law asks; `when` is "always", a question or rule id, or the level it starts from."""

    id: str
    title: Text
    text: Text
    when: str


@dataclass(frozen=True, slots=True)
class Guidance:
    """What the clerk says and does in this place (DOMAIN 1.8, 4.2)."""

    place: str
    stalling: tuple[Text, ...]
    avoid: tuple[tuple[Text, Text], ...]
    level_actions: Mapping[Level, Text]
    level_never: Mapping[Level, Text]
    legal: tuple[LegalNote, ...]
    channels: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """One setting's complete checklist, as loaded from a definition file."""

    id: str
    setting: str
    version: int
    ruleset: str
    title: Text
    subtitle: Text
    quick_screen: tuple[str, ...]
    sections: tuple[Section, ...]
    questions: Mapping[str, Question]
    mitigators: Mapping[str, Mitigator]
    rules: Mapping[str, TransactionRule]
    scam_types: Mapping[str, ScamType]
    guidance: Guidance
    tx_fields: tuple[str, ...]
    value_statuses: tuple[str, ...]
    order: tuple[str, ...]
    """All question ids in display order, each follow-up right after its first parent."""
    program: Program = field(repr=False, compare=False)
    """The rules compiled for evaluation; private to the engine."""
