"""The last step of every alert's body: one byte form, signed by the member who is there; needs no checklist."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.domain.alert.canonical import canonical_json

SCHEMA_VERSION = "1"
Sign = Callable[[bytes], str]


def sealed(body: Mapping[str, object], sign: Sign | None) -> bytes:
    """Return the body's final bytes, with the member's signature over the canonical form when someone is signed in."""
    if sign is None:
        return canonical_json(body)
    return canonical_json({**body, "member_signature": sign(canonical_json(body))})
