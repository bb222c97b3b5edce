"""Reconciling after a restore."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool

from station.api.bodies import parse_object
from station.api.signed import sender, the_station
from station.application.reconcile import reconcile

router = APIRouter()

MOST_BYTES = 131_072


@router.post("/reconcile")
async def post_reconcile(request: Request) -> dict[str, Any]:
    """Answer which letters are missing or differ."""
    terminal, seen = await sender(request, MOST_BYTES)
    return await run_in_threadpool(reconcile, the_station(request), terminal, parse_object(seen.body))
