"""Meta, enrolment and activation."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool

from station.api.bodies import SMALL_BODY, parse_object
from station.api.signed import StationHere, sender, signed_request, the_station
from station.application.access import check_claims, use_nonce, within_rate
from station.application.activate_member import activate_member
from station.application.enrol import enrol
from station.application.errors import Refused
from station.application.ports import SignedRequest
from station.application.read_meta import read_meta

router = APIRouter()


@router.get("/meta")
def get_meta(station: StationHere) -> dict[str, Any]:
    """Answer what the station is and allows; unsigned."""
    return read_meta(station)


@router.post("/enrolments", status_code=201)
async def post_enrolment(request: Request) -> dict[str, Any]:
    """Enrol a computer; signed with the key it brings, which proves that it holds it."""
    station = the_station(request)
    remote = request.client.host if request.client else "unknown"
    within_rate(station, f"enrol:{remote}", station.limits.enrolments_per_minute)
    seen = await signed_request(request, SMALL_BODY)
    return await run_in_threadpool(_enrol, station, seen, remote)


def _enrol(station: StationHere, seen: SignedRequest, remote: str) -> dict[str, Any]:
    claims = check_claims(station, seen)
    body = parse_object(seen.body)
    jwk = body.get("terminal_jwk")
    try:
        thumbprint = station.signatures.thumbprint(jwk if isinstance(jwk, dict) else {})
    except ValueError:
        raise Refused("bad-signature") from None
    if thumbprint != claims.keyid or not station.requests.valid(seen, body["terminal_jwk"]):
        raise Refused("bad-signature")
    use_nonce(station, claims)
    return enrol(station, body, thumbprint, remote)


@router.post("/members/{member_id}/activation", status_code=201)
async def post_activation(member_id: str, request: Request) -> dict[str, Any]:
    """Put a member's own key into force."""
    terminal, seen = await sender(request, SMALL_BODY)
    body = parse_object(seen.body)
    return await run_in_threadpool(activate_member, the_station(request), terminal, member_id, body)
