"""Alerts and supplements."""

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from station.api.bodies import parse_object
from station.api.signed import sender, the_station
from station.api.terminal.alert_lane import take_alert
from station.application.errors import Refused
from station.application.submit_supplement import submit_supplement

router = APIRouter()


@router.put("/alerts/{alert_id}")
async def put_alert(alert_id: str, request: Request, response: Response) -> dict[str, Any]:
    """Keep an alert once: 201 the first time, 200 with the same receipt after. (AlertLane answers before routing comes here.)"""
    stored = await take_alert(the_station(request), request, alert_id)
    response.status_code = 201 if stored.created else 200
    return {"receipt": stored.receipt}


@router.put("/alerts/{alert_id}/supplements/{number}")
async def put_supplement(alert_id: str, number: str, request: Request, response: Response) -> dict[str, Any]:
    """Keep a supplement once and in order."""
    station = the_station(request)
    terminal, seen = await sender(request, station.limits.alert_bytes)
    if not (number.isascii() and number.isdigit() and 1 <= len(number) <= 5):
        raise Refused("not-found")
    body = parse_object(seen.body)
    stored = await run_in_threadpool(submit_supplement, station, terminal, alert_id, int(number), seen.body, body)
    response.status_code = 201 if stored.created else 200
    return {"receipt": stored.receipt}
