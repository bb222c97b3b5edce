"""What the review page's fields hold: a working copy of the draft, written back whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.application.read_models import DraftView, FieldProblem
from desktop.domain.alert.local_details import LONGEST, TYPED
from desktop.domain.alert.numbers import Unreadable, parse_amount, parse_weight
from desktop.ui.viewmodels.records.format import yuan
from desktop.ui.viewmodels.review.fields import spec_of


@dataclass(slots=True)
class ReviewValues:
    """The three maps of a draft while they are edited; `unreadable` holds amounts and weights that are no numbers yet."""

    tx: dict[str, object] = field(default_factory=dict)
    ctx: dict[str, object] = field(default_factory=dict)
    details: dict[str, str] = field(default_factory=dict)
    unreadable: dict[str, FieldProblem] = field(default_factory=dict)

    @classmethod
    def of(cls, draft: DraftView) -> ReviewValues:
        """Return a working copy of a draft."""
        return cls(dict(draft.tx), dict(draft.ctx), dict(draft.details))

    def get(self, key: str) -> str:
        """Return a field's text; empty when unanswered."""
        value = self.details.get(TYPED + key) or self._store(key).get(key)
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
        self.unreadable.pop(key, None)
        self.details.pop(TYPED + key, None)
        if value in ("", None):
            store.pop(key, None)
        elif spec.control in _READ:
            self._read(key, str(value), spec.control)
        else:
            store[key] = value

    def understood(self, key: str) -> str:
        """Return how an amount or a weight was understood: `¥ 15,000`, `1,500 g`; empty for other fields."""
        spec, value = spec_of(key), self.tx.get(key)
        if spec is None or spec.control not in _READ or key in self.unreadable or not isinstance(value, int | float):
            return ""
        return yuan(round(value * 100)) if spec.control == "amount" else f"{value:,} g"

    def texts(self) -> Mapping[str, str]:
        """Return every field's text, for rules that look at other fields."""
        merged: dict[str, object] = {**self.details, **self.ctx, **self.tx}
        return {key: _plain(value) for key, value in merged.items() if isinstance(value, str | int | float)}

    def _read(self, key: str, text: str, control: str) -> None:
        parse, scale = _READ[control]
        try:
            units = parse(text)
        except Unreadable as fault:
            # As on the checklist: what was typed is kept as it is, and no older number stands in for it.
            self.unreadable[key] = FieldProblem(key, fault.code, fault.zh, fault.en)
            self.details[TYPED + key] = text[:LONGEST]
            self.tx.pop(key, None)
        else:
            self.tx[key] = units // scale if units % scale == 0 else units / scale

    def _store(self, key: str) -> Mapping[str, object]:
        spec = spec_of(key)
        if spec is None:
            raise KeyError(key)
        stores: dict[str, Mapping[str, object]] = {"details": self.details, "ctx": self.ctx, "tx": self.tx}
        return stores[spec.store]


# How a typed number becomes the engine's: fen to yuan, milligrams to grams.
_READ = {"amount": (parse_amount, 100), "weight": (parse_weight, 1000)}


def _plain(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
