"""What the shop keeps on paper of one alert: times, questions and answers, who said what (DOMAIN 5.2 masks)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from desktop.application.errors import NotFound
from desktop.application.ports import Clock, FindChecklist, ReadSide
from desktop.application.read_models import LiveLine, TimelineItem
from desktop.domain.alert.alert import Alert
from desktop.domain.alert.fields import FIELDS
from desktop.domain.alert.privacy import mask
from redflags import Definition, Text

_CODED = ("choice", "set", "yes-no", "time")


@dataclass(frozen=True, slots=True)
class SlipAnswer:
    """One question as it was asked; `answer` is yes | no | unknown."""

    question: Text
    answer: str


@dataclass(frozen=True, slots=True)
class Slip:
    """One alert for the shop's own file; personal fields are masked, words typed by the clerk shortened.

    `fields` are (name, masked value); `answers` is empty for a silent alarm. Amount in fen, mass in milligrams.
    """

    line: LiveLine
    shop: str
    address: str
    member: str
    observed_at: datetime
    made_at: datetime
    checklist: str
    answers: tuple[SlipAnswer, ...]
    amount_fen: int | None
    weight_mg: int | None
    fields: tuple[tuple[Text, str], ...]


class ReadSlip:
    """Return the slip of a submitted alert; NotFound."""

    def __init__(self, *, reads: ReadSide, clock: Clock, checklist: FindChecklist) -> None:
        self._reads = reads
        self._clock = clock
        self._checklist = checklist

    def __call__(self, alert_id: str) -> Slip:
        """Read it."""
        alert, line, shop = self._reads.alert(alert_id), self._reads.live_line(alert_id), self._reads.shop()
        body: dict[str, Any] = json.loads(alert.body)
        names = {member.member_id: member.name for member in self._reads.members()}
        return Slip(
            line=replace(line, timeline=tuple(_shortened(item) for item in line.timeline)),
            shop=shop.merchant.name if shop else "",
            address=str(body.get("place", {}).get("address", "")),
            member=names.get(alert.member_id or "", ""),
            observed_at=alert.observed_at,
            made_at=self._clock.now(),
            checklist=str(body.get("ruleset", "")),
            answers=self._answers(alert, body),
            amount_fen=alert.amount_fen,
            weight_mg=body.get("weight_mg"),
            fields=_fields(body),
        )

    def _answers(self, alert: Alert, body: Mapping[str, Any]) -> tuple[SlipAnswer, ...]:
        given = {str(item["question_id"]): str(item["answer"]) for item in body.get("evidence", ())}
        if not given:
            return ()
        version = str(body.get("ruleset", "")).rpartition("@")[2]
        try:
            definition = self._checklist(alert.setting, int(version) if version.isdigit() else None)
        except NotFound:
            # The wording of that version is gone; the ids are still what was answered.
            return tuple(SlipAnswer(Text(key, key), answer) for key, answer in given.items())
        return tuple(SlipAnswer(text, given[key]) for key, text in _in_order(definition, given))


def _in_order(definition: Definition, given: Mapping[str, str]) -> list[tuple[str, Text]]:
    texts = {key: definition.questions[key].text for key in definition.order if key in given}
    texts |= {key: item.text for key, item in definition.mitigators.items() if key in given}
    return [*texts.items(), *((key, Text(key, key)) for key in given if key not in texts)]


def _fields(body: Mapping[str, Any]) -> tuple[tuple[Text, str], ...]:
    found = []
    for field in FIELDS.values():
        value: Any = body
        for name in field.pointer.strip("/").split("/"):
            value = value.get(name) if isinstance(value, dict) else None
        if isinstance(value, str) and value and field.kind not in _CODED:
            hidden = field.mask == "none" and field.privacy in ("L2", "L3")
            found.append((Text(field.zh, field.en), mask("narrative" if hidden else field.key, value)))
    return tuple(found)


def _shortened(item: TimelineItem) -> TimelineItem:
    # A reply's code is no free text: it has no blank or Chinese character in it.
    free = item.who == "clerk" and not (item.text.isascii() and item.text.replace("_", "").isalpha())
    return replace(item, text=mask("narrative", item.text)) if free else item
