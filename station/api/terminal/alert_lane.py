"""Alerts and pieces of photos before the framework's routing: what a county's counters all send at once takes the shortest way."""

import json
import re

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from station.api.bodies import parse_object
from station.api.problems import problem
from station.api.signed import signed_request
from station.api.terminal.pieces import take_piece
from station.application.access import authenticate, seen_lately
from station.application.context import Station
from station.application.errors import Refused
from station.application.ports import SignedRequest
from station.application.receipts import Stored
from station.application.records import Terminal
from station.application.submit_alert import enter_lane, submit_alert
from station.application.submit_at_once import submit_at_once

_ALERT = re.compile(r"/api/v1/alerts/([^/]+)")
_PHOTO = re.compile(r"/api/v1/attachments/([^/]+)")
# What is worth no second look at a sender whose letter was refused: it is to come again as it is.
_COME_AGAIN = frozenset({"rate-limited", "busy"})


class AlertLane:
    """Answers alerts and pieces of photos and passes everything else on."""

    def __init__(self, app: ASGIApp, station: Station) -> None:
        self._app = app
        self._station = station

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what is ours; leave any other request to the application."""
        method = scope["method"] if scope["type"] == "http" else ""
        try:
            # Nothing has a NUL in its address, and PostgreSQL cannot even be asked about one.
            if method and "\0" in scope["path"]:
                raise Refused("not-found")
            if method == "PUT" and (found := _ALERT.fullmatch(scope["path"])):
                await _send_receipt(await take_alert(self._station, Request(scope, receive), found[1]), send)
            elif method == "PATCH" and (found := _PHOTO.fullmatch(scope["path"])):
                answer = await take_piece(self._station, Request(scope, receive), found[1])
                await answer(scope, receive, send)
            else:
                await self._app(scope, receive, send)
        except Refused as refused:
            await problem(refused)(scope, receive, send)


async def _send_receipt(stored: Stored, send: Send) -> None:
    body = json.dumps({"receipt": stored.receipt}).encode()
    heads = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": 201 if stored.created else 200, "headers": heads})
    await send({"type": "http.response.body", "body": body})


async def take_alert(station: Station, request: Request, alert_id: str) -> Stored:
    """Keep an alert, by the short road when its sender is remembered; raises Refused."""
    seen = await signed_request(request, station.limits.alert_bytes)
    known = seen_lately(station, seen)
    if known is None:
        terminal = await run_in_threadpool(authenticate, station, seen)
        return await _ordinary(station, terminal, alert_id, seen)
    try:
        return await _short(station, known, alert_id, seen)
    except Refused as refused:
        # A terminal that was revoked meanwhile is told that, whatever else is wrong with its letter.
        if refused.slug not in _COME_AGAIN:
            await run_in_threadpool(authenticate, station, seen)
        raise


async def _short(station: Station, terminal: Terminal, alert_id: str, seen: SignedRequest) -> Stored:
    body = parse_object(seen.body)
    enter_lane(station, terminal, body)
    stored = await submit_at_once(station, terminal, alert_id, seen.body, body)
    if stored is not None:
        return stored
    terminal = await run_in_threadpool(authenticate, station, seen)
    return await run_in_threadpool(submit_alert, station, terminal, alert_id, seen.body, body)


async def _ordinary(station: Station, terminal: Terminal, alert_id: str, seen: SignedRequest) -> Stored:
    body = parse_object(seen.body)
    enter_lane(station, terminal, body)
    return await run_in_threadpool(submit_alert, station, terminal, alert_id, seen.body, body)
