"""The one byte form of a JSON value that is signed and digested (equals RFC 8785 because there are no floats)."""

from __future__ import annotations

import json
from collections.abc import Mapping


def canonical_json(value: Mapping[str, object]) -> bytes:
    """Return UTF-8 JSON with sorted keys and no spaces; a float is refused (TypeError): the wire has none."""
    _refuse_floats(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def _refuse_floats(value: object) -> None:
    if isinstance(value, float):
        raise TypeError("no floating point numbers on the wire")
    if isinstance(value, Mapping):
        for item in value.values():
            _refuse_floats(item)
    elif isinstance(value, list | tuple):
        for item in value:
            _refuse_floats(item)
