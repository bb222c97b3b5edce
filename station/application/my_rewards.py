"""A member reads their own rewards."""

from datetime import timedelta
from typing import Any

from station.application.context import Station
from station.application.errors import Refused
from station.application.member_proof import signed_by_member
from station.application.ports import Unit
from station.application.records import Terminal
from station.application.reward_view import member_reward

_SKEW = timedelta(seconds=300)


def my_rewards(
    station: Station, terminal: Terminal, member_id: str, assertion: str | None, path: str
) -> dict[str, Any]:
    """Return the member's rewards, newest first.

    `assertion` is a compact JWS by the member over {member_id, aud: station id, iat, htu: path}.
    Raises Refused unknown-member, member-assertion.
    """
    member = station.store.read(lambda unit: unit.members.get(member_id))
    if member is None or member.merchant_id != terminal.merchant_id:
        raise Refused("unknown-member")
    claims = signed_by_member(station, member, assertion)
    fresh = abs(station.clock.now().timestamp() - _moment(claims)) <= _SKEW.total_seconds()
    if not fresh or claims.get("member_id") != member_id or claims.get("aud") != station.station_id:
        raise Refused("member-assertion")
    if claims.get("htu") != path:
        raise Refused("member-assertion")

    def job(unit: Unit) -> dict[str, Any]:
        found = unit.rewards.find(member_id=member_id, order=["-created_at"], limit=1000)
        return {"rewards": [member_reward(reward) for reward in found]}

    return station.store.read(job)


def _moment(claims: dict[str, Any]) -> int:
    moment = claims.get("iat")
    return moment if isinstance(moment, int) and not isinstance(moment, bool) else 0
