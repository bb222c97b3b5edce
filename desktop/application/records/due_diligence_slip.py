"""What the shop keeps on paper of one alert: times, questions and answers, who said what (DOMAIN 5.2 masks)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from desktop.application.errors import NotFound
from desktop.application.photo_models import AttachmentView, attachment_view
from desktop.application.ports import Clock, FindChecklist, ReadSide
from desktop.application.read_models import Level, LiveLine, TimelineItem
from desktop.domain.alert.alert import short_number
from desktop.domain.alert.draft import Closing
from desktop.domain.alert.fields import FIELDS, AlertField
from desktop.domain.alert.numbers import fen_of, mg_of
from desktop.domain.alert.privacy import mask
from desktop.domain.courier.duties import AcceptanceRecord, acceptance_in
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

    `fields` are (name, masked value); `answers` is empty for a silent alarm. Amount in fen, mass in milligrams. What was closed
    at the counter has the line's delivery `local`, its reason as case text and no course; `duties` are a depot's.
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
    duties: AcceptanceRecord
    photos: tuple[AttachmentView, ...] = ()


class ReadSlip:
    """Return the slip of a submitted alert, or of a checklist that was released or noted; NotFound."""

    def __init__(
        self,
        *,
        reads: ReadSide,
        clock: Clock,
        checklist: FindChecklist,
        acceptance: Callable[[str], AcceptanceRecord],
    ) -> None:
        self._reads = reads
        self._clock = clock
        self._checklist = checklist
        self._acceptance = acceptance

    def __call__(self, alert_id: str) -> Slip:
        """Read it."""
        try:
            return self._of_alert(alert_id)
        except NotFound:
            # A draft closed after its silent alarm has both: what was sent says more.
            closing = self._reads.closing(alert_id)
            if closing is None:
                raise
            return self._of_closing(closing)

    def _of_closing(self, closing: Closing) -> Slip:
        draft, shop = closing.draft, self._reads.shop()
        names = {member.member_id: member.name for member in self._reads.members()}
        ruleset = f"{draft.setting}@{draft.checklist_version}"
        tx = draft.tx
        amount, grams = tx.get("amount_cny"), tx.get("weight_g")
        return Slip(
            line=_line_of(closing),
            shop=shop.merchant.name if shop else "",
            address=shop.merchant.address if shop else "",
            member=names.get(closing.closed_by or "", ""),
            observed_at=draft.started_at,
            made_at=self._clock.now(),
            checklist=ruleset,
            answers=self._answers(draft.setting, ruleset, draft.answers),
            amount_fen=fen_of(amount) if isinstance(amount, int | float) else None,
            weight_mg=mg_of(grams) if isinstance(grams, int | float) else None,
            fields=_typed_fields(draft.details),
            duties=acceptance_in(draft.details),
        )

    def _of_alert(self, alert_id: str) -> Slip:
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
            answers=self._answers(
                alert.setting,
                str(body.get("ruleset", "")),
                {str(item["question_id"]): str(item["answer"]) for item in body.get("evidence", ())},
            ),
            amount_fen=alert.amount_fen,
            weight_mg=body.get("weight_mg"),
            fields=_fields(body),
            duties=self._acceptance(alert_id),
            photos=tuple(attachment_view(photo) for photo in self._reads.photos(alert_id)),
        )

    def _answers(self, setting: str, ruleset: str, given: Mapping[str, str]) -> tuple[SlipAnswer, ...]:
        if not given:
            return ()
        version = ruleset.rpartition("@")[2]
        try:
            definition = self._checklist(setting, int(version) if version.isdigit() else None)
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
        if isinstance(value, str):
            found += _masked(field, value)
    return tuple(found)


def _typed_fields(details: Mapping[str, str]) -> tuple[tuple[Text, str], ...]:
    return tuple(pair for field in FIELDS.values() for pair in _masked(field, details.get(field.key, "")))


def _masked(field: AlertField, value: str) -> list[tuple[Text, str]]:
    if not value or field.kind in _CODED:
        return []
    hidden = field.mask == "none" and field.privacy in ("L2", "L3")
    return [(Text(field.zh, field.en), mask("narrative" if hidden else field.key, value))]


def _line_of(closing: Closing) -> LiveLine:
    draft = closing.draft
    levels: dict[str, Level] = {"none": "none", "watch": "watch", "alert": "alert", "urgent": "urgent"}
    return LiveLine(
        alert_id=draft.alert_id,
        short_no=short_number(draft.alert_id),
        setting=draft.setting,
        level=levels[closing.level],
        track=closing.track,
        silent=False,
        delivery="local",
        created_at=closing.closed_at,
        delivered_at=None,
        acked_at=None,
        case_state=closing.how,
        case_text=closing.reason,
        refused_code=None,
        refused_detail="",
        instructions=(),
        timeline=(),
        readout={},
        call_110=False,
    )


def _shortened(item: TimelineItem) -> TimelineItem:
    # A reply's code is no free text: it has no blank or Chinese character in it.
    free = item.who == "clerk" and not (item.text.isascii() and item.text.replace("_", "").isalpha())
    return replace(item, text=mask("narrative", item.text)) if free else item
