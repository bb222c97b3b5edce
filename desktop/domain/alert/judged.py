"""A draft with the engine's judgement and the clerk's own decision on the level."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.alert.draft import Draft, facts_of
from desktop.domain.alert.problems import FieldProblem, warning
from desktop.domain.member.shop import Merchant
from redflags import Answer, Assessment, Definition, Facts, FactsError, Level, assess, parse_facts, shown_answers

OUTGOING_SIGNS = frozenset(
    {"g-mail-out", "g-handover-third", "c-found-hidden", "b-handover", "g-lookout", "s-ride-goods-only"}
)
"""Answers that say the value is about to leave (DOMAIN 0.1): the hand-over facts become required."""
PAID_ALREADY = "q-paid-already"


@dataclass(frozen=True, slots=True)
class Choice:
    """The clerk's own decision: another level (with a reason when lower), or the urgent button."""

    level_override: str | None = None
    level_reason: str = ""
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """Everything one alert is built and checked from; `now` is the time of submission."""

    draft: Draft
    definition: Definition
    facts: Facts
    assessment: Assessment
    merchant: Merchant
    choice: Choice
    now: datetime

    @property
    def level(self) -> str:
        """The level that will be sent; the urgent button always means urgent."""
        if self.choice.urgent:
            return Level.URGENT.value
        return self.choice.level_override or self.assessment.level.value

    @property
    def urgent(self) -> bool:
        """Whether the urgent fast path of DOMAIN 5.2 applies."""
        return self.level == Level.URGENT.value

    @property
    def yes(self) -> frozenset[str]:
        """Items answered yes that are shown."""
        shown = shown_answers(self.definition, self.facts.answers, self.facts.tx)
        return frozenset(key for key, answer in shown.items() if answer is Answer.YES)

    def detail(self, key: str) -> str:
        """One other field as typed, trimmed; what follows from the shop or from another field is filled in."""
        typed = self.draft.details.get(key, "").strip()
        if typed:
            return typed
        if key == "contact_phone":
            return self.merchant.phone
        return "resident_id" if key == "subject_id_type" and self.draft.details.get("subject_id_no", "").strip() else ""


def judge(
    draft: Draft, definition: Definition, merchant: Merchant, choice: Choice, now: datetime
) -> tuple[Judged | None, tuple[FieldProblem, ...]]:
    """Return the judged draft, or None with every fault the engine found in its facts."""
    try:
        facts = parse_facts(facts_of(draft), definition)
    except FactsError as error:
        return None, tuple(
            FieldProblem(problem.path.removeprefix("facts."), problem.code, problem.zh, problem.en)
            for problem in error.problems
        )
    return Judged(draft, definition, facts, assess(definition, facts), merchant, choice, now), ()


def level_problems(judged: Judged) -> tuple[FieldProblem, ...]:
    """Check the decided level: raising is free, lowering goes one step and needs a reason (DOMAIN 5.2)."""
    if judged.level not in tuple(Level):
        return (
            FieldProblem(
                "level",
                "bad-level",
                "等级只能是 none、watch、alert 或 urgent。",
                "Choose none, watch, alert or urgent.",
            ),
        )
    lowered = judged.assessment.level.rank - Level(judged.level).rank
    if lowered > 1:
        return (
            FieldProblem(
                "level",
                "lowered-too-far",
                "等级最多只能比计算结果低一级，请重新选择。",
                "The level may be one step below the computed one at most: choose again.",
            ),
        )
    if len(judged.choice.level_reason) > 200:
        return (
            FieldProblem(
                "level_reason", "too-long", "理由最多 200 个字，请缩短。", "Shorten the reason to 200 characters."
            ),
        )
    if lowered == 1 and not judged.choice.level_reason.strip():
        return (
            FieldProblem(
                "level_reason",
                "required",
                "等级低于计算结果，请写明理由。",
                "The level is lower than the computed one: give the reason.",
            ),
        )
    if judged.level == Level.NONE.value:
        return (
            warning(
                "level",
                "level-none",
                "目前没有需要上报的情况；可以只记录，或说明后仍然发送。",
                "Nothing here needs reporting yet: you may just note it, or send it anyway.",
            ),
        )
    return ()
