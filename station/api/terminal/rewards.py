"""A member's own rewards."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool

from station.api.bodies import SMALL_BODY, parse_object
from station.api.signed import sender, the_station
from station.application.claim_reward import claim_reward
from station.application.my_rewards import my_rewards

router = APIRouter()


@router.get("/rewards")
async def get_rewards(request: Request, member_id: str = "") -> dict[str, Any]:
    """Answer the rewards of a member who proves it is them."""
    terminal, _seen = await sender(request, SMALL_BODY)
    assertion = request.headers.get("member-assertion")
    path = request.scope["path"]
    return await run_in_threadpool(my_rewards, the_station(request), terminal, member_id, assertion, path)


@router.post("/rewards/{reward_id}/claim", status_code=201)
async def post_claim(reward_id: str, request: Request) -> dict[str, Any]:
    """Claim a reward with the member's own signature."""
    terminal, seen = await sender(request, SMALL_BODY)
    return await run_in_threadpool(claim_reward, the_station(request), terminal, reward_id, parse_object(seen.body))
