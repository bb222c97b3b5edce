"""What an officer sees of personal data before stating a purpose."""

from collections.abc import Mapping
from typing import Any

MASKED_GROUPS = ("subject", "recipient", "payee")
# A description of clothes and height is what a patrol needs at once; it names nobody.
_LEFT_CLEAR = {"desc", "id_type", "bank"}


def mask(kind: str, value: str) -> str:
    """Return `value` with its middle hidden; `kind` is the field's name. Short values are hidden whole."""
    if kind == "name":
        return value[:1] + "*" * max(1, len(value) - 1)
    if kind == "address":
        return value[:6] + "***" if len(value) > 8 else "***"
    head, tail = {"phone": (3, 4), "id_no": (3, 2), "account": (0, 4)}.get(kind, (1, 1))
    if len(value) < head + tail + 3:
        return "*" * len(value)
    return value[:head] + "*" * (len(value) - head - tail) + value[len(value) - tail :]


def mask_body(body: Mapping[str, Any]) -> dict[str, Any]:
    """Return an alert's (or a supplement's) facts with names, numbers and addresses of people masked."""
    shown = dict(body)
    for group in MASKED_GROUPS:
        if isinstance(shown.get(group), Mapping):
            shown[group] = {name: _field(name, value) for name, value in shown[group].items()}
    return shown


def has_masked(body: Mapping[str, Any]) -> bool:
    """True when the body holds anything that `mask_body` hides."""
    return any(set(body.get(group) or {}) - _LEFT_CLEAR for group in MASKED_GROUPS)


def _field(name: str, value: object) -> object:
    return value if name in _LEFT_CLEAR or not isinstance(value, str) else mask(name, value)
