"""The ways a request can be refused: kinds with facts, never sentences (the API makes those)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from station.domain.findings import FieldError


@dataclass(eq=False)
class Refused(Exception):
    """A request the station refuses; the caller can do something about it.

    `slug` is the last part of the problem's type on the wire. `extra` holds members for the client (never personal data),
    `headers` what must stand in the answer's head, `errors` the single broken rules of a body.
    Raised inside a write it undoes that write; returned from a write it lets what was written stand (counting a wrong
    code, for one) and is raised after the commit.
    """

    slug: str
    extra: Mapping[str, object] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    errors: Sequence[FieldError] = ()

    def __str__(self) -> str:
        return self.slug


class AlreadyThere(Exception):
    """A record with the same key is already stored."""


class StationNotReady(Exception):
    """The database cannot be served: `reason` is not-initialised, no-key-file, wrong-key-file, newer-schema…"""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def invalid(slug: str, *errors: FieldError) -> Refused:
    """Build the refusal of a body with broken rules."""
    return Refused(slug, errors=errors)


def busy() -> Refused:
    """Build the refusal for a full write queue."""
    return Refused("busy", headers={"Retry-After": "2"})
