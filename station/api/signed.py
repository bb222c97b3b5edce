"""From an ASGI request to the request its signer saw."""

from typing import Annotated

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool

from station.api.bodies import read_limited
from station.application.access import authenticate
from station.application.context import Station
from station.application.errors import Refused
from station.application.ports import SignedRequest
from station.application.records import Terminal


def the_station(request: Request) -> Station:
    """Return the station this application serves."""
    station = request.app.state.station
    assert isinstance(station, Station)
    return station


StationHere = Annotated[Station, Depends(the_station)]


async def signed_request(request: Request, limit: int, media_type: str = "application/json") -> SignedRequest:
    """Read the body within `limit` and return the request as signed; raises Refused too-large, unsupported-media-type."""
    body = await read_limited(request, limit)
    if body and request.headers.get("content-type", "").split(";")[0].strip().lower() != media_type:
        raise Refused("unsupported-media-type")
    headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in request.headers.raw]
    return SignedRequest(request.method, target_uri(request), headers, body)


async def sender(
    request: Request, limit: int, *, media_type: str = "application/json", covered: frozenset[str] = frozenset()
) -> tuple[Terminal, SignedRequest]:
    """Return the terminal that signed the request, and the request; raises the refusals of `authenticate`.

    `covered` names headers that the signature must cover beside the usual parts.
    """
    seen = await signed_request(request, limit, media_type)
    return await run_in_threadpool(authenticate, the_station(request), seen, covered), seen


def target_uri(request: Request) -> str:
    """Return the absolute URI the client asked for: the public base address when configured, else the Host."""
    station = the_station(request)
    path = request.scope.get("raw_path") or request.scope["path"].encode()
    query = request.scope.get("query_string", b"")
    base = station.public_url or f"{request.scope['scheme']}://{request.headers.get('host', '')}"
    tail = path.split(b"?")[0] + (b"?" + query if query else b"")
    return base + str(tail.decode("latin-1"))
