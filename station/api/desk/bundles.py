"""Bundles published and to publish, and a member's new activation code."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool

from station.api.bodies import read_json
from station.api.desk.deps import PREFIX, Reader, StationDep, Writer
from station.application.bundle_list import list_bundles
from station.application.publish_bundle import publish_bundle
from station.application.reissue_activation import reissue_activation

router = APIRouter(prefix=PREFIX)

MOST_BYTES = 2 * 1024 * 1024


@router.get("/bundles")
def show_bundles(station: StationDep, _actor: Reader) -> dict[str, Any]:
    """List the bundles."""
    return list_bundles(station)


@router.post("/bundles", status_code=201)
async def add_bundle(request: Request, station: StationDep, actor: Writer) -> dict[str, Any]:
    """Publish a bundle."""
    body = await read_json(request, MOST_BYTES)
    return await run_in_threadpool(publish_bundle, station, actor, body)


@router.post("/members/{member_id}/activation-code", status_code=201)
def add_activation_code(station: StationDep, actor: Writer, member_id: str) -> dict[str, Any]:
    """Give a member a new activation code."""
    return reissue_activation(station, actor, member_id)
