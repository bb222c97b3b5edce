"""An officer's browser: signed in, its event stream open, its actions over one kept connection."""

from __future__ import annotations

import json
from typing import Any

from bench.road.county import OFFICER
from bench.road.wire import Line, Reply, request_bytes
from tests.fakes.desk import DESK, DeskClient
from tests.fakes.terminal import over_http


class Desk:
    """One officer's page."""

    def __init__(self, url: str) -> None:
        client = DeskClient(over_http(), url)
        assert client.sign_in(OFFICER).status == 200
        self._url = url
        self._heads = {"Cookie": client.cookie, "X-CSRF": client.csrf, "Content-Type": "application/json"}
        self._line = Line(url)
        self._events = Line(url)
        self._events.send(request_bytes("GET", f"{url}{DESK}/events", {"Cookie": client.cookie}))
        self._events.receive_until(b"event: alive")

    def until_told(self, alert_id: str) -> None:
        """Wait until the event stream names an alert."""
        self._events.receive_until(alert_id.encode())

    def call(self, method: str, path: str, body: object = None, **heads: str) -> Reply:
        """Make one call of the desk's API."""
        raw = b"" if body is None else json.dumps(body, ensure_ascii=False).encode()
        return self._line.exchange(request_bytes(method, f"{self._url}{DESK}{path}", {**self._heads, **heads}, raw))

    def act(self, alert_id: str, revision: int, **body: Any) -> Reply:
        """Do an action on a lead as it was at `revision`."""
        return self.call("POST", f"/alerts/{alert_id}/actions", body, **{"If-Match": f'"{revision}"'})

    def close(self) -> None:
        """Close the page."""
        self._events.close()
        self._line.close()
