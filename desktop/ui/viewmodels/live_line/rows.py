"""The timeline's rows: newest first, each with who, when, and whether it has reached the police."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop.application.read_models import LiveLine, TimelineItem
from desktop.ui.viewmodels.live_line.words import UNDELIVERED, WHO, timeline_text, timeline_title
from desktop.ui.viewmodels.records.format import day_time
from desktop.ui.viewmodels.records.words import unit_word

_ICONS: Final = {
    "instruction": ("flag", "accent"),
    "question": ("message-circle", "warn"),
    "reward": ("gift", "gold"),
    "refused": ("circle-alert", "danger"),
    "dispatched": ("car", "accent"),
    "on_scene": ("map-pin", "ok"),
    "valid": ("circle-check", "ok"),
}
_BY_WHO: Final = {"clerk": ("send", "slate"), "police": ("shield-check", "accent"), "system": ("save", "slate")}


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One line as shown; `pill` is empty when there is nothing to warn about."""

    icon: str
    tone: str
    title: str
    meta: str
    text: str = ""
    pill: str = ""


def timeline_rows(line: LiveLine, now: datetime, lang: str) -> tuple[TimelineRow, ...]:
    """Return the rows of one alert, newest first."""
    ordered = sorted(enumerate(line.timeline), key=lambda pair: (pair[1].at, pair[0]), reverse=True)
    return tuple(_row(item, now, lang) for _, item in ordered)


def _row(item: TimelineItem, now: datetime, lang: str) -> TimelineRow:
    icon, tone = _ICONS.get(item.kind) or _BY_WHO[item.who]
    if item.who == "system" and item.kind == "received":
        icon, tone = "check", "ok"
    who = unit_word(item.unit, lang) or WHO[item.who].get(lang)
    waiting = UNDELIVERED.get(item.delivery or "") if item.who == "clerk" else None
    return TimelineRow(
        icon=icon,
        tone=tone,
        title=timeline_title(item, lang),
        meta=f"{day_time(item.at, now, lang)} · {who}",
        text=timeline_text(item, lang),
        pill=waiting.get(lang) if waiting else "",
    )
