"""Rewards: suggestion, proposal, steps."""

from typing import Any

from fastapi import APIRouter

from station.api.desk.deps import PREFIX, Body, Reader, Revision, StationDep, Writer
from station.application import rewards_propose, rewards_steps

router = APIRouter(prefix=f"{PREFIX}/rewards")


@router.get("")
def show_rewards(station: StationDep, actor: Reader, state: str | None = None) -> dict[str, Any]:
    """Return rewards, newest first."""
    return rewards_steps.list_rewards(station, actor, state)


@router.get("/suggestion")
def show_suggestion(station: StationDep, actor: Reader, alert_id: str = "") -> dict[str, Any]:
    """Return what the default ladder gives for a lead."""
    return rewards_propose.suggestion(station, actor, alert_id)


@router.post("", status_code=201)
def propose(station: StationDep, actor: Writer, body: Body) -> dict[str, Any]:
    """Propose a reward."""
    return rewards_propose.propose(station, actor, body)


@router.post("/{reward_id}/steps")
def take_step(station: StationDep, actor: Writer, reward_id: str, revision: Revision, body: Body) -> dict[str, Any]:
    """Take one step of a reward."""
    return rewards_steps.take(station, actor, reward_id, revision, body)
