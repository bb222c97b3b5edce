"""Counts over leads: when, where, which pattern, which merchant, and how often each red flag was right."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

CHINA = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Judged:
    """The facts of one lead that the analysis reads; nothing personal."""

    received_at: datetime
    setting: str
    merchant_id: str
    outcome: str | None
    scam_types: Sequence[str]
    evidence: Sequence[Mapping[str, Any]]
    verdicts: Mapping[str, str]
    effects: Sequence[Mapping[str, Any]]


@dataclass(slots=True)
class FlagCount:
    """One red flag: how often it was answered yes, and what the officers found."""

    asked_yes: int = 0
    right: int = 0
    wrong: int = 0
    settings: set[str] = field(default_factory=set)

    @property
    def hit_percent(self) -> int | None:
        """Right among right and wrong, in whole percent; None before any verdict."""
        judged = self.right + self.wrong
        return None if judged == 0 else (200 * self.right + judged) // (2 * judged)


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the analysis page shows; money in fen, hours are China's."""

    alerts: int
    outcomes: Counter[str]
    money: Counter[str]
    by_hour: list[int]
    by_setting: Counter[str]
    by_scam: Counter[str]
    by_merchant: Counter[str]
    flags: dict[str, FlagCount]


def analyse(leads: Sequence[Judged]) -> Analysis:
    """Count the leads. Each lead counts once for each of its fraud patterns."""
    hours = [0] * 24
    flags: dict[str, FlagCount] = {}
    money: Counter[str] = Counter()
    for lead in leads:
        hours[lead.received_at.astimezone(CHINA).hour] += 1
        for effect in lead.effects:
            money[effect["code"]] += int(effect.get("amount_fen") or 0)
        _count_flags(flags, lead)
    return Analysis(
        alerts=len(leads),
        outcomes=Counter(lead.outcome for lead in leads if lead.outcome),
        money=money,
        by_hour=hours,
        by_setting=Counter(lead.setting for lead in leads),
        by_scam=Counter(scam for lead in leads for scam in lead.scam_types),
        by_merchant=Counter(lead.merchant_id for lead in leads),
        flags=flags,
    )


def _count_flags(flags: dict[str, FlagCount], lead: Judged) -> None:
    for item in lead.evidence:
        if item.get("answer") != "yes":
            continue
        flag = flags.setdefault(str(item["question_id"]), FlagCount())
        flag.asked_yes += 1
        flag.settings.add(lead.setting)
        verdict = lead.verdicts.get(str(item["question_id"]))
        flag.right += verdict == "right"
        flag.wrong += verdict == "wrong"
