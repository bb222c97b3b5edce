"""One thing wrong with the body of a call that was right: a type, a length, a number, something missing."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from tests.faults.surface.written import WIRE, operations

Path = tuple[str | int, ...]
Spoiled = tuple[str, Path, dict[str, Any]]
"""What was done, where, and the body that came of it."""

NOT_JSON: dict[str, bytes] = {
    "half of it": b'{"alert_id": "0190b3a0',
    "no object": b"[]",
    "a bare word": b"null",
    "no UTF-8": b'{"text": "\xff\xfe"}',
    "a name twice": b'{"text": "a", "text": "b"}',
    "a decimal": b'{"amount_fen": 1.5}',
    "no number": b'{"amount_fen": NaN}',
    "half a surrogate": b'{"text": "\\ud800"}',
    "deep": b'{"a":' * 2000 + b"1" + b"}" * 2000,
}


@cache
def request_schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of each operation's JSON body, by operation."""
    found = {}
    for name, call in operations().items():
        content = call.get("requestBody", {}).get("content", {})
        if "application/json" in content:
            found[name] = _resolved(content["application/json"]["schema"])
    return found


def spoiled(operation: str, body: dict[str, Any], *, deep: bool) -> Iterator[Spoiled]:
    """Return every body with one thing wrong that the schema of the operation forbids; `deep` goes below the first level."""
    yield from _spoil(request_schemas()[operation], body, body, (), deep=deep)


def _spoil(schema: dict[str, Any], whole: dict[str, Any], part: Any, at: Path, *, deep: bool) -> Iterator[Spoiled]:
    for name in schema.get("required", ()):
        if name in part:
            yield "missing", (*at, name), _without(whole, (*at, name))
    for name, below in schema.get("properties", {}).items():
        if name not in part:
            continue
        path, value, rule = (*at, name), part[name], _followed(below)
        for what, wrong in _wrong_values(rule, value):
            yield what, path, _with(whole, path, wrong)
        if deep and isinstance(value, dict):
            yield from _spoil(rule, whole, value, path, deep=True)
        if deep and isinstance(value, list) and value and isinstance(value[0], dict):
            items = _followed(rule.get("items", {}))
            yield from _spoil(items, whole, value[0], (*path, 0), deep=True)


def _wrong_values(rule: dict[str, Any], value: Any) -> Iterator[tuple[str, Any]]:
    kinds = rule.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    yield "of a wrong type", {"wrong": True} if "object" not in kinds else "wrong"
    if isinstance(value, str) and "maxLength" in rule:
        yield "too long", "长" * (rule["maxLength"] + 1)
    if isinstance(value, str) and ("enum" in rule or "const" in rule or "pattern" in rule):
        yield "unheard of", "unheard of"
    if isinstance(value, int) and not isinstance(value, bool) and "maximum" in rule:
        yield "too large", rule["maximum"] + 1
        yield "too small", rule["minimum"] - 1
    if isinstance(value, list) and value and "maxItems" in rule:
        yield "too many", value[:1] * (rule["maxItems"] + 1)


def _with(whole: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    changed = copy.deepcopy(whole)
    _holder(changed, path)[path[-1]] = value
    return changed


def _without(whole: dict[str, Any], path: Path) -> dict[str, Any]:
    changed = copy.deepcopy(whole)
    del _holder(changed, path)[path[-1]]
    return changed


def _holder(value: Any, path: Path) -> Any:
    for name in path[:-1]:
        value = value[name]
    return value


def _resolved(schema: dict[str, Any]) -> dict[str, Any]:
    reference = schema.get("$ref", "")
    return _file(reference.removesuffix(".schema.json")) if reference.endswith(".schema.json") else schema


@cache
def _file(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((WIRE / f"{name}.schema.json").read_text(encoding="utf-8"))
    inlined: dict[str, Any] = _inlined(read, name)
    return inlined


def _inlined(schema: Any, name: str) -> Any:
    """Put every definition in the place where it is named, across files."""
    if isinstance(schema, list):
        return [_inlined(item, name) for item in schema]
    if not isinstance(schema, dict):
        return schema
    file, _sign, place = str(schema.get("$ref", "")).partition("#/$defs/")
    if place:
        other = file.removesuffix(".schema.json") or name
        definitions = json.loads((WIRE / f"{other}.schema.json").read_text(encoding="utf-8"))["$defs"]
        return _inlined(definitions[place], other)
    return {key: _inlined(item, name) for key, item in schema.items() if key != "$defs"}


def _followed(rule: Any) -> dict[str, Any]:
    """Return the rule of a member; one of several kinds is read as the first that is not null."""
    if not isinstance(rule, dict):
        return {}
    several = rule.get("anyOf") or rule.get("oneOf")
    if several:
        return dict(next((one for one in several if one.get("type") != "null"), {}))
    return rule
