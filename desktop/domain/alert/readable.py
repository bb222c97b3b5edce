"""Text as typed, pasted or read from a file, without what no police station takes and no reader sees."""

from __future__ import annotations

import re
from collections.abc import Mapping

DEEPEST = 32
"""Levels of nesting the station takes."""

# Control characters but tab and line ends, lone surrogates, and the marks that turn the direction of what follows.
_UNREADABLE = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff\\u202a-\\u202e\\u2066-\\u2069]"
)


def readable(text: str) -> str:
    """Return the text without unreadable characters: a stray one would have the whole alert refused."""
    return _UNREADABLE.sub("", text)


def all_readable(value: object, room: int = DEEPEST) -> object:
    """Return a JSON value with every text and name in it readable; RecursionError when it is nested deeper than `room`."""
    if room < 0:
        raise RecursionError
    if isinstance(value, str):
        return readable(value)
    if isinstance(value, Mapping):
        return {readable(str(name)): all_readable(item, room - 1) for name, item in value.items()}
    if isinstance(value, list):
        return [all_readable(item, room - 1) for item in value]
    return value
