"""Taking personal details out of an alert, a closing or a draft once their time on this PC is over; the row, its times and its digest stay."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from desktop.domain.alert.alert import Alert, Supplement
from desktop.domain.alert.canonical import canonical_json
from desktop.domain.alert.draft import Closing, Draft
from desktop.domain.alert.fields import FIELDS, RETENTION_DAYS
from desktop.domain.alert.local_details import TYPED, is_local

Wipe = Literal["L3", "L2"]
STEPS: tuple[Wipe, ...] = ("L3", "L2")
"""L3 (accounts, document numbers) goes first, L2 (names, phones, free text, photos) later and everything of L3 with it."""
# Members of the body beside the fields of the table: what a customer paid and with which card, and free text.
_MORE = ("/payments", "/tx", "/level_reason")
# What stays of a closing's transaction: the facts an alert keeps outside these members.
_KEPT_TX = ("amount_cny", "weight_g", "item_kind", "purity", "measured_weight_g", "insured_value_cny", "declared")


@dataclass(frozen=True, slots=True)
class Retention:
    """Days the L2 and L3 details of a delivered alert, a closing, a draft nobody went on with stay on this PC; by default the longest (DOMAIN 5.2)."""

    l2: int = RETENTION_DAYS["L2"] or 0
    l3: int = RETENTION_DAYS["L3"] or 0

    def days(self, step: Wipe) -> int:
        """Return the days of one level; L3 never stays longer than L2."""
        return self.l2 if step == "L2" else min(self.l3, self.l2)

    def within(self, longest: Retention) -> Retention:
        """Return this choice, at least one day and never more than is allowed."""
        l2 = min(max(self.l2, 1), longest.l2)
        return Retention(l2, min(max(self.l3, 1), longest.l3, l2))


LONGEST = Retention()


def wiped_before(step: Wipe, now: datetime, kept: Retention = LONGEST) -> datetime:
    """Return the time before which a letter must have been received, or a draft closed, for this step (DOMAIN 5.2)."""
    return now - timedelta(days=kept.days(step))


def wipe_alert(alert: Alert, step: Wipe) -> Alert:
    """Return the alert without that level's details; `sha256` stays that of the bytes that were sent."""
    body = _without(alert.body, step, "")
    return replace(alert, body=body, narrative="" if step == "L2" else alert.narrative, wiped=step)


def wipe_supplement(supplement: Supplement, step: Wipe) -> Supplement:
    """Return the supplement without that level's details: its text is free text, so it goes with L2."""
    body = _without(supplement.body, step, "/fields")
    return replace(supplement, body=body, text="" if step == "L2" else supplement.text)


def wipe_draft(draft: Draft, step: Wipe) -> Draft:
    """Return the draft without that level's details; its answers and when it was saved last stay."""
    levels = ("L3",) if step == "L3" else ("L2", "L3")
    details = {key: value for key, value in draft.details.items() if not _personal(key, levels)}
    if step == "L3":
        return replace(draft, details=details, tx=_no_accounts(draft.tx))
    return replace(draft, details=details, tx={name: value for name, value in draft.tx.items() if name in _KEPT_TX})


def wipe_closing(closing: Closing, step: Wipe) -> Closing:
    """Return the closing without that level's details; its reason is free text, so it goes with L2."""
    reason = "" if step == "L2" else closing.reason
    return replace(closing, draft=wipe_draft(closing.draft, step), reason=reason, wiped=step)


def _personal(key: str, levels: tuple[str, ...]) -> bool:
    # What the table of fields does not know, or nobody could read, may be anything: it goes with L2.
    field = FIELDS.get(key)
    if field is not None:
        return field.privacy in levels
    return "L2" in levels and (key.startswith(TYPED) or not is_local(key))


def _no_accounts(facts: Any) -> Any:
    if isinstance(facts, Mapping):
        return {name: _no_accounts(value) for name, value in facts.items() if name != "account"}
    return [_no_accounts(value) for value in facts] if isinstance(facts, list | tuple) else facts


def _without(body: bytes, step: Wipe, base: str) -> bytes:
    said: dict[str, Any] = json.loads(body)
    # What a signature covers is gone with the first detail.
    said.pop("member_signature", None)
    for pointer in _pointers(step):
        _remove(said, (base + pointer).strip("/").split("/"))
    if step == "L2" and base:
        said.pop("text", None)
    return canonical_json(said)


def _pointers(step: Wipe) -> Iterator[str]:
    levels = ("L3",) if step == "L3" else ("L2", "L3")
    for field in FIELDS.values():
        if field.privacy in levels:
            yield field.pointer
    if step == "L2":
        yield from _MORE


def _remove(inside: Any, path: list[str]) -> None:
    *outer, last = path
    for name in outer:
        inside = inside.get(name) if isinstance(inside, dict) else None
    if isinstance(inside, dict):
        inside.pop(last, None)
