"""What the review page's fields hold: a working copy of the draft, written back whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop.application.read_models import DraftView
from desktop.ui.viewmodels.alert_review_fields import spec_of


@dataclass(slots=True)
class ReviewValues:
    """The three maps of a draft while they are edited; texts as typed."""

    tx: dict[str, object] = field(default_factory=dict)
    ctx: dict[str, object] = field(default_factory=dict)
    details: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, draft: DraftView) -> ReviewValues:
        """Return a working copy of a draft."""
        return cls(dict(draft.tx), dict(draft.ctx), dict(draft.details))

    def get(self, key: str) -> str:
        """Return a field's text; empty when unanswered."""
        value = self._store(key).get(key)
        return "" if value is None else _plain(value)

    def put(self, key: str, value: object) -> None:
        """Set a field; empty removes it."""
        spec = spec_of(key)
        if spec is None:
            raise KeyError(key)
        if spec.store == "details":
            if value:
                self.details[key] = str(value)
            else:
                self.details.pop(key, None)
            return
        store = self.tx if spec.store == "tx" else self.ctx
        if value in ("", None):
            store.pop(key, None)
        else:
            store[key] = value

    def texts(self) -> Mapping[str, str]:
        """Return every field's text, for rules that look at other fields."""
        merged: dict[str, object] = {**self.details, **self.ctx, **self.tx}
        return {key: _plain(value) for key, value in merged.items() if isinstance(value, str | int | float)}

    def _store(self, key: str) -> Mapping[str, object]:
        spec = spec_of(key)
        if spec is None:
            raise KeyError(key)
        stores: dict[str, Mapping[str, object]] = {"details": self.details, "ctx": self.ctx, "tx": self.tx}
        return stores[spec.store]


def clock_to_iso(text: str, now: datetime) -> str:
    """Return the RFC 3339 time of a clock face typed as `10:42`, `1042` or full-width, today; other text as typed."""
    plain = text.strip().translate(_HALF_WIDTH)
    digits = plain.replace(":", "")
    if not digits.isdecimal() or len(digits) not in (3, 4) or plain.count(":") > 1:
        return text.strip()
    hour, minute = int(digits[:-2]), int(digits[-2:])
    if hour > 23 or minute > 59:
        return text.strip()
    local = now.astimezone()
    return local.replace(hour=hour, minute=minute, second=0, microsecond=0).isoformat()


def iso_to_clock(text: str, now: datetime) -> str:
    """Return `10:42` for a time of today, with the date for another day, and other text as it is."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    if at.tzinfo is None:
        return text
    local = at.astimezone()
    return f"{local:%H:%M}" if local.date() == now.astimezone().date() else f"{local:%m-%d %H:%M}"


_HALF_WIDTH = {0xFF1A: ":"} | {0xFF10 + digit: str(digit) for digit in range(10)}


def _plain(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
