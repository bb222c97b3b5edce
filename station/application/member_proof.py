"""Statements signed by a member's own key."""

import json
from typing import Any

from station.application.context import Station
from station.application.errors import Refused
from station.application.records import Member


def signed_by_member(station: Station, member: Member, jws: str | None) -> dict[str, Any]:
    """Return the claims of a JWS by the member; raises Refused("member-assertion")."""
    payload = station.signatures.open_compact(jws, member.jwk) if jws and member.jwk else None
    try:
        claims = json.loads(payload) if payload is not None else None
    except (ValueError, RecursionError):
        claims = None
    if not isinstance(claims, dict):
        raise Refused("member-assertion")
    return claims
