"""What the engine's tests share: the real checklists and a short way to put a case to them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from redflags import Assessment, Definition, assess, load_definitions, parse_facts, read_definition_file

ROOT = Path(__file__).resolve().parents[3]
CHECKLISTS = ROOT / "resources" / "checklists"
DATA = Path(__file__).resolve().parent / "data"
SETTING_OF = {
    "g": "gold_shop",
    "m": "gold_shop",
    "t": "gold_shop",
    "c": "courier_acceptance",
    "cm": "courier_acceptance",
    "d": "courier_delivery",
    "q": "courier_inquiry",
    "qm": "courier_inquiry",
    "b": "bank_counter",
    "bm": "bank_counter",
    "s": "sighting",
    "sm": "sighting",
}


@cache
def definitions() -> dict[str, Definition]:
    """The six checklists as shipped."""
    return load_definitions(CHECKLISTS)


def raw_definition(setting: str) -> dict[str, Any]:
    """A fresh copy of one complete checklist mapping, to be damaged by a test."""
    return json.loads(json.dumps(read_definition_file(CHECKLISTS, setting)))  # type: ignore[no-any-return]  # json is Any


def judge(
    yes: str = "",
    no: str = "",
    *,
    setting: str | None = None,
    tx: Mapping[str, object] | None = None,
    present: str | None = None,
    value: str | None = None,
) -> Assessment:
    """Judge a case given as words: ids answered yes, ids answered no; the setting follows from the first id."""
    ids = [*yes.split(), *no.split()]
    chosen = setting or SETTING_OF[ids[0].split("-")[0]]
    definition = definitions()[chosen]
    return assess(definition, parse_facts(facts(yes.split(), no.split(), tx, present, value), definition))


def facts(
    yes: Iterable[str] = (),
    no: Iterable[str] = (),
    tx: Mapping[str, object] | None = None,
    present: str | None = None,
    value: str | None = None,
) -> dict[str, object]:
    """Facts in the input form."""
    raw: dict[str, object] = {**dict.fromkeys(yes, "yes"), **dict.fromkeys(no, "no")}
    raw["tx"] = dict(tx or {})
    raw["ctx"] = {"person_present": present, "value_status": value}
    return raw


def reason_points(result: Assessment) -> dict[str, int]:
    """Points by item of the leading track."""
    return {reason.id: reason.points for reason in result.reasons}


def cash(*amounts: float, **more: object) -> dict[str, object]:
    """A gold sale paid in cash legs."""
    return {"payments": [{"method": "cash", "amount_cny": amount, "payer": "self"} for amount in amounts], **more}
