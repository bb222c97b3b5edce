"""An officer at the desk, as a client of the JSON API: signs in, keeps cookie and token, says which revision it saw."""

import json
from collections.abc import Mapping
from http.cookies import SimpleCookie
from typing import Any

from station.application.context import Station
from station.application.create_officer import create_officer
from tests.fakes.terminal import Answer, Send

PASSWORD = "correct horse battery"
DESK = "/api/v1/desk"


def hire(station: Station, username: str, name: str, *roles: str, totp_secret: str | None = None) -> str:
    """Give an officer an account; returns the officer's id."""
    officer = create_officer(
        station,
        username=username,
        name=name,
        roles=roles,
        unit_name="反诈专班",
        password=PASSWORD,
        totp_secret=totp_secret,
    )
    return officer.officer_id


class DeskClient:
    """One browser of one officer."""

    def __init__(self, send: Send, base: str = "http://127.0.0.1") -> None:
        self._send = send
        self._base = base
        self.cookie = ""
        self.csrf = ""

    def call(self, method: str, path: str, body: object = None, headers: Mapping[str, str] | None = None) -> Answer:
        """Make one call with the cookie; keeps a cookie that comes back."""
        if body is None:
            return self.raw(method, path, b"", headers)
        raw = json.dumps(body, ensure_ascii=False).encode()
        return self.raw(method, path, raw, {"Content-Type": "application/json", **(headers or {})})

    def raw(self, method: str, path: str, body: bytes, headers: Mapping[str, str] | None = None) -> Answer:
        """Make one call with a body as it is."""
        sent = {"Cookie": self.cookie} if self.cookie else {}
        answer = self._send(method, f"{self._base}{DESK}{path}", {**sent, **(headers or {})}, body)
        given = SimpleCookie(next((text for key, text in answer.headers.items() if key.lower() == "set-cookie"), ""))
        for name, morsel in given.items():
            self.cookie = f"{name}={morsel.value}"
        return answer

    def sign_in(self, username: str, password: str = PASSWORD, **more: str) -> Answer:
        """Sign in and keep cookie and token."""
        answer = self.call("POST", "/session", {"username": username, "password": password, **more})
        if answer.status == 200:
            self.csrf = answer.json()["csrf"]
        return answer

    def get(self, path: str) -> Answer:
        """Read."""
        return self.call("GET", path)

    def post(self, path: str, body: Mapping[str, Any] | None = None, *, revision: int | None = None) -> Answer:
        """Change something."""
        headers = {"X-CSRF": self.csrf}
        if revision is not None:
            headers["If-Match"] = f'"{revision}"'
        return self.call("POST", path, dict(body or {}), headers)

    def delete(self, path: str) -> Answer:
        """Sign out, say."""
        return self.call("DELETE", path, headers={"X-CSRF": self.csrf})

    def act(self, alert_id: str, action: str, **more: Any) -> Answer:
        """Do an action on a lead as it is now."""
        now = self.get(f"/alerts/{alert_id}").json()
        return self.post(f"/alerts/{alert_id}/actions", {"action": action, **more}, revision=now.get("revision", 1))

    def step(self, reward_id: str, step: str, **more: Any) -> Answer:
        """Take a step of a reward as it is now."""
        found = [one for one in self.get("/rewards").json()["rewards"] if one["reward_id"] == reward_id]
        revision = found[0]["revision"] if found else 1
        return self.post(f"/rewards/{reward_id}/steps", {"step": step, **more}, revision=revision)
