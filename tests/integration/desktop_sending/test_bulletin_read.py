"""A notice written at the real desk is read at the real counter, and the desk knows: also when the line was down meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
import requests

from tests.integration.desktop_sending.conftest import Joined


class Desk:
    """An officer of the practice station, at the desk's own API."""

    def __init__(self, joined: Joined) -> None:
        self._base = f"{joined.station.url}/api/v1/desk"
        self._http = requests.Session()
        self._http.trust_env = False
        officer = joined.station.facts["officers"][0]
        said = self._http.post(f"{self._base}/session", json=officer, timeout=20)
        assert said.status_code < 300, said.text
        self._http.headers["X-CSRF"] = str(said.json()["csrf"])

    def publish(self, title: str, trade: str | None) -> str:
        """Send a notice to a trade, or to all."""
        body = {"title": title, "text": "请留意。", "area": "莲峰镇"} | ({"trade": trade} if trade else {})
        said = self._http.post(f"{self._base}/bulletins", json=body, timeout=20)
        assert said.status_code == 201, said.text
        return str(said.json()["bulletin_id"])

    def shown(self, name: str) -> int:
        """Return how many terminals showed a notice."""
        listed = self._http.get(f"{self._base}/bulletins", timeout=20).json()["bulletins"]
        return int(next(one["shown"] for one in listed if one["bulletin_id"] == name))

    def close(self) -> None:
        """Drop the connection."""
        self._http.close()


@pytest.fixture
def desk(joined: Joined) -> Iterator[Desk]:
    """A signed-in officer."""
    made = Desk(joined)
    yield made
    made.close()


def test_the_desk_learns_that_it_was_read(joined: Joined, desk: Desk) -> None:
    services = joined.session.services
    own, other, everybody = (
        desk.publish("给金店", "gold"),
        desk.publish("给快递", "courier"),
        desk.publish("给大家", None),
    )
    services.pull_feed(0)
    rows = {row.bulletin_id: row for row in services.bulletins.shelf().rows}
    assert set(rows) == {own, everybody}
    assert rows[own].area == "莲峰镇"
    assert services.counter_overview(None).unread_bulletins == 2
    services.bulletins.mark_read(own, None)
    joined.line.cut = 1
    for _try in range(100):
        services.deliver_due()
        if desk.shown(own):
            break
        threading.Event().wait(0.1)
    assert (desk.shown(own), desk.shown(everybody), desk.shown(other)) == (1, 0, 0)
