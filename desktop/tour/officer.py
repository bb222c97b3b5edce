"""An officer at the desk during the tour: the desk's own JSON API, called over HTTP as any other program would."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import requests

_TIMEOUT_S = 20.0


class DeskRefused(Exception):
    """The desk answered no; the message is the problem's slug and status."""


class DeskOfficer:
    """One signed-in officer; every change names the revision it was looking at."""

    def __init__(self, station_url: str, username: str, password: str) -> None:
        self.username = username
        self._base = f"{station_url}/api/v1/desk"
        self._http = requests.Session()
        # The tour talks to its own loopback station; a proxy of the machine has no part in it.
        self._http.trust_env = False
        self._csrf = ""
        signed_in = self._call("POST", "/session", {"username": username, "password": password})
        self._csrf = str(signed_in["csrf"])

    def close(self) -> None:
        """Sign out and drop the connection."""
        self._call("DELETE", "/session")
        self._http.close()

    def queue(self) -> list[dict[str, Any]]:
        """Return every lead the desk has, open or not."""
        items: list[dict[str, Any]] = self._call("GET", "/queue?state=all")["items"]
        return items

    def case(self, alert_id: str) -> dict[str, Any]:
        """Return one lead in full."""
        return self._call("GET", f"/alerts/{alert_id}")

    def act(self, alert_id: str, action: str, **more: object) -> dict[str, Any]:
        """Do one action on the lead as it is now; when the counter's next word came in between, on what it is then."""
        try:
            return self._act(alert_id, {"action": action, **more})
        except DeskRefused as refused:
            if not str(refused).startswith("412"):
                raise
            return self._act(alert_id, {"action": action, **more})

    def _act(self, alert_id: str, body: Mapping[str, object]) -> dict[str, Any]:
        revision = self.case(alert_id)["revision"]
        return self._call("POST", f"/alerts/{alert_id}/actions", body, revision)

    def suggested_fen(self, alert_id: str) -> int:
        """Return what the county's ladder suggests for a verified lead."""
        return int(self._call("GET", f"/rewards/suggestion?alert_id={alert_id}")["amount_fen"])

    def propose(self, alert_id: str, member_id: str, amount_fen: int) -> str:
        """Propose a cash reward; returns its id."""
        body = {"alert_id": alert_id, "member_id": member_id, "kind": "cash", "amount_fen": amount_fen}
        return str(self._call("POST", "/rewards", body)["reward_id"])

    def reward(self, reward_id: str) -> dict[str, Any]:
        """Return one reward as it is now."""
        rewards: list[dict[str, Any]] = self._call("GET", "/rewards")["rewards"]
        return next(reward for reward in rewards if reward["reward_id"] == reward_id)

    def step(self, reward_id: str, step: str) -> dict[str, Any]:
        """Take one step of a reward as it is now."""
        revision = self.reward(reward_id)["revision"]
        return self._call("POST", f"/rewards/{reward_id}/steps", {"step": step}, revision)

    def _call(
        self, method: str, path: str, body: Mapping[str, object] | None = None, revision: int | None = None
    ) -> dict[str, Any]:
        headers = {"X-CSRF": self._csrf} if self._csrf else {}
        if revision is not None:
            headers["If-Match"] = f'"{revision}"'
        answer = self._http.request(method, self._base + path, json=body, headers=headers, timeout=_TIMEOUT_S)
        if answer.status_code >= 400:
            raise DeskRefused(f"{answer.status_code} {answer.json().get('type', '')} on {method} {path}")
        value: dict[str, Any] = answer.json() if answer.content else {}
        return value
