"""What the panel beside the questions says about one assessment, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from redflags import Assessment, Clearing, Definition, Level, Text, Track

MOST_REASONS = 5
MOST_CLEARING = 3
FULL_SCALE = 24
"""Points at which the gauge's hand stands at the end; urgent begins at 14 (DOMAIN 0)."""

LEVEL_TONE: Final = {Level.NONE: "ok", Level.WATCH: "accent", Level.ALERT: "warn", Level.URGENT: "plum"}
LEVEL_WORDS: Final = {
    Level.NONE: Text("平常", "Ordinary"),
    Level.WATCH: Text("留意", "Watch"),
    Level.ALERT: Text("上报", "Report"),
    Level.URGENT: Text("紧急", "Urgent"),
}
TRACK_WORDS: Final = {
    Track.VICTIM: Text("客人可能需要照看", "The customer may need looking after"),
    Track.MULE: Text("可能在替人办理", "May be acting for someone else"),
    Track.STRUCTURING: Text("可能在拆开付款", "May be splitting payments"),
}
_BANDS: Final = {Level.NONE: (0, 4), Level.WATCH: (4, 8), Level.ALERT: (8, 14), Level.URGENT: (14, FULL_SCALE)}


@dataclass(frozen=True, slots=True)
class ClearingWords:
    """An open item that would clear the customer: its text, whether it must be so (a question's sign must not), the level then.

    `ask` is what to ask in passing, or empty.
    """

    item: str
    text: str
    if_so: bool
    level: str
    ask: str


@dataclass(frozen=True, slots=True)
class PanelWords:
    """Texts of the panel in one language; `reasons` are (points, words), `avoid` are (do not say, say instead)."""

    level: Level
    level_word: str
    track: str
    points: int
    position: float
    reasons: tuple[tuple[int, str], ...]
    clearing: tuple[ClearingWords, ...]
    clearing_first: bool
    scam_type: str
    insufficient: bool
    script_title: str
    script: tuple[str, ...]
    action: str
    never: str
    avoid: tuple[tuple[str, str], ...]
    duties: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str], ...]
    channels: tuple[str, ...]


def panel_words(definition: Definition, result: Assessment, lang: str) -> PanelWords:
    """Return what the panel shows; duties are the legal notes of a computed rule, notes all others that apply.

    An ordinary customer is not held up, so nothing is offered to stall with; who must report is not asked to look further.
    """
    guidance = definition.guidance
    points = result.scores[result.track]
    ordinary = result.level is Level.NONE
    scam = definition.scam_types.get(result.scam_types[0]) if result.scam_types and not ordinary else None
    stalling = () if ordinary else tuple(text.get(lang) for text in guidance.stalling)
    clearing = [item for item in result.clearing if item.would_be.rank < result.level.rank]
    duties, notes = _legal(definition, result, lang)
    return PanelWords(
        level=result.level,
        level_word=LEVEL_WORDS[result.level].get(lang),
        track=TRACK_WORDS[result.track].get(lang) if result.level is not Level.NONE else "",
        points=points,
        position=gauge_position(result.level, points),
        reasons=tuple((item.points, item.text.get(lang)) for item in result.reasons[:MOST_REASONS]),
        clearing=tuple(
            _clearing(definition, item, lang) for item in _questions_first(definition, clearing, result.level)
        ),
        clearing_first=result.level is Level.WATCH,
        scam_type=result.scam_types[0] if scam else "",
        insufficient=result.insufficient and result.level.rank < Level.ALERT.rank,
        script_title=scam.name.get(lang) if scam else "",
        script=(scam.script.get(lang), *stalling[:1]) if scam else stalling,
        action=guidance.level_actions[result.level].get(lang) if result.level in guidance.level_actions else "",
        never=guidance.level_never[result.level].get(lang) if result.level in guidance.level_never else "",
        avoid=tuple((no.get(lang), yes.get(lang)) for no, yes in guidance.avoid),
        duties=duties,
        notes=notes,
        channels=tuple(text.get(lang) for text in guidance.channels),
    )


def _clearing(definition: Definition, item: Clearing, lang: str) -> ClearingWords:
    question = definition.questions.get(item.id)
    ask = question.ask.get(lang) if question is not None and question.ask is not None else ""
    return ClearingWords(item.id, item.text.get(lang), question is None, LEVEL_WORDS[item.would_be].get(lang), ask)


def _questions_first(definition: Definition, items: list[Clearing], level: Level) -> list[Clearing]:
    # While one only watches, a natural question costs nothing; later what is seen at once comes before what must be asked.
    if level is Level.WATCH:
        items = sorted(items, key=lambda item: item.id not in definition.questions)
    return items[:MOST_CLEARING]


def gauge_position(level: Level, points: int) -> float:
    """Return where the hand stands, 0 to 1: a quarter for each level, moving inside it with the points."""
    low, high = _BANDS[level]
    inside = min(1.0, max(0.0, (points - low) / (high - low)))
    return (level.rank + 0.12 + 0.76 * inside) / 4


def _legal(
    definition: Definition, result: Assessment, lang: str
) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    fired = {*result.compliance, *(item.id for item in result.reasons)}
    duties: list[tuple[str, str]] = []
    notes: list[tuple[str, str]] = []
    for note in definition.guidance.legal:
        words = (note.title.get(lang), note.text.get(lang))
        if note.when in result.compliance:
            duties.append(words)
        elif note.when == "always" or note.when in fired or _reached(note.when, result.level):
            notes.append(words)
    return tuple(duties), tuple(notes)


def _reached(when: str, level: Level) -> bool:
    return when in {item.value for item in Level} and level.rank >= Level(when).rank
