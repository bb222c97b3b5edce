"""The live line: what it sends, that it keeps a quiet night's session alive, and that it ends with the session."""

import asyncio
import json
from collections.abc import AsyncIterator, Coroutine, MutableMapping
from typing import Any, TypeVar

import pytest
from fastapi import Request

from station.api.desk import events
from tests.fakes.county import County
from tests.fakes.desk import DeskClient
from tests.support import FixedClock

T = TypeVar("T")


@pytest.fixture(autouse=True)
def quick_keep_alive(monkeypatch: pytest.MonkeyPatch) -> None:
    """A keep-alive every 50 ms instead of every 15 s."""
    monkeypatch.setattr(events, "KEEP_ALIVE_SECONDS", 0.05)


async def _never() -> MutableMapping[str, Any]:
    await asyncio.Event().wait()
    raise AssertionError("an event that nobody sets")


def line_of(county: County, client: DeskClient) -> AsyncIterator[str]:
    """Open the stream as the page's browser does, with a connection that never hangs up."""
    request = Request({"type": "http", "headers": []}, _never)
    return events._stream(request, county.running.station, client.cookie.removeprefix("cw_desk="))


async def in_time(work: Coroutine[Any, Any, T]) -> T:
    """Give up after ten seconds: a line that does not end must fail, not hang."""
    return await asyncio.wait_for(work, 10)


def test_a_new_alert_and_every_change_are_sent(county: County) -> None:
    desk = county.desk("wang")

    async def listen() -> list[dict[str, Any]]:
        line = line_of(county, desk)
        assert "event: alive" in await anext(line)
        alert_id = await asyncio.to_thread(county.alert, level="urgent", computed_level="urgent")
        await asyncio.to_thread(desk.act, alert_id, "acknowledge")
        found: list[dict[str, Any]] = []
        async for text in line:
            if text.startswith("event: queue"):
                found.append(json.loads(text.split("data: ", 1)[1]))
            if len(found) == 2:
                break
        return found

    first, second = asyncio.run(listen())
    assert (first["type"], first["urgency"], first["revision"]) == ("alert.new", "P1", 1)
    assert (second["type"], second["revision"], second["alert_id"]) == ("alert.changed", 2, first["alert_id"])


def test_an_open_line_keeps_the_session_through_a_quiet_night(county: County, clock: FixedClock) -> None:
    desk = county.desk("wang")

    async def listen() -> None:
        line = line_of(county, desk)
        await anext(line)
        for _ in range(4):
            clock.advance(29 * 60)
            assert ": keep-alive" in await anext(line)

    asyncio.run(listen())
    assert desk.get("/queue").status == 200


def test_the_line_ends_with_the_session(county: County, clock: FixedClock) -> None:
    async def listen(client: DeskClient) -> list[str]:
        line = line_of(county, client)
        first = await anext(line)
        await asyncio.to_thread(client.delete, "/session")
        return [first, *[text async for text in line]]

    client = DeskClient(county.terminal.send)
    client.sign_in("wang")
    sent = asyncio.run(in_time(listen(client)))
    assert not [text for text in sent if "event: queue" in text]


def test_the_line_ends_after_twelve_hours(county: County, clock: FixedClock) -> None:
    desk = county.desk("wang")

    async def listen() -> list[str]:
        line = line_of(county, desk)
        await anext(line)
        clock.advance(12 * 3600)
        return [text async for text in line]

    assert asyncio.run(in_time(listen())) == []
