"""What every desk route asks first: whose session, which token, which revision."""

import hmac
import ipaddress
import re
from typing import Annotated, Any

from fastapi import Depends, Request

from station.api.bodies import read_json
from station.application.context import Station
from station.application.create_officer import ROLES
from station.application.desk_access import Actor, current_officer
from station.application.errors import Refused

COOKIE = "cw_desk"
PREFIX = "/api/v1/desk"
_TAG = re.compile(r'"(\d{1,9})"')


def station_of(request: Request) -> Station:
    """Return the station the application serves."""
    station: Station = request.app.state.station
    return station


def visitor(request: Request) -> Actor:
    """Return the officer signed in, even one who has lost every role; raises Refused("signed-out")."""
    return current_officer(station_of(request), request.cookies.get(COOKIE, ""))


def leaver(request: Request) -> Actor:
    """Return the officer signed in, for a call that changes something: it must carry the session's token."""
    actor = visitor(request)
    sent = request.headers.get("x-csrf", "")
    if not hmac.compare_digest(sent.encode(), actor.csrf.encode()):
        raise Refused("csrf")
    return actor


def reader(request: Request) -> Actor:
    """Return the officer signed in, who must have a role."""
    return _with_role(visitor(request))


def writer(request: Request) -> Actor:
    """Return the officer signed in, who must have a role, for a call that changes something."""
    return _with_role(leaver(request))


def _with_role(actor: Actor) -> Actor:
    actor.require(*ROLES)
    return actor


async def json_body(request: Request) -> dict[str, Any]:
    """Return the call's JSON object."""
    return await read_json(request)


def revision(request: Request) -> int:
    """Return the revision the officer saw (If-Match); raises Refused("revision-required")."""
    match = _TAG.fullmatch(request.headers.get("if-match", "").strip())
    if match is None:
        raise Refused("revision-required")
    return int(match[1])


def is_loopback(request: Request) -> bool:
    """True when the page was asked for at this very machine: only then may the cookie travel without TLS."""
    if (station_of(request).public_url or "").startswith("https:"):
        return False
    host = request.url.hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


StationDep = Annotated[Station, Depends(station_of)]
Visitor = Annotated[Actor, Depends(visitor)]
Leaver = Annotated[Actor, Depends(leaver)]
Reader = Annotated[Actor, Depends(reader)]
Writer = Annotated[Actor, Depends(writer)]
Body = Annotated[dict[str, Any], Depends(json_body)]
Revision = Annotated[int, Depends(revision)]
