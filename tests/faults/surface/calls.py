"""A right call for every operation of the contract, and ways to send one as somebody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.attachments import CHUNK_TYPE
from tests.fakes.desk import DeskClient
from tests.fakes.terminal import Answer, FakeTerminal, encode

PREFIX = "/api/v1"


@dataclass(frozen=True)
class Call:
    """One request before anybody signs it; `path` is below /api/v1, `covered` are headers a signature must cover."""

    method: str
    path: str
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    covered: Mapping[str, str] = field(default_factory=dict)
    revision: int | None = None

    @property
    def raw(self) -> bytes:
        """The body's bytes."""
        return b"" if self.body is None else self.body if isinstance(self.body, bytes) else encode(self.body)

    @property
    def media_type(self) -> str:
        """What the body is."""
        return CHUNK_TYPE if self.path.startswith("/attachments") else "application/json"


def by_terminal(terminal: FakeTerminal, call: Call, **more: Any) -> Answer:
    """Send a call signed by a terminal; `more` goes to the signing."""
    media_type = more.pop("media_type", call.media_type)
    return terminal.call(
        call.method,
        PREFIX + call.path,
        call.raw or None,
        headers=call.headers,
        signed=call.covered,
        media_type=media_type,
        **more,
    )


def unsigned(terminal: FakeTerminal, call: Call, **more: str) -> Answer:
    """Send a call with nothing that says who calls but `more` headers."""
    kind = {"Content-Type": call.media_type} if call.raw else {}
    headers = {**kind, **call.headers, **call.covered, **more}
    return terminal.send(call.method, terminal.base + PREFIX + call.path, headers, call.raw)


def by_officer(desk: DeskClient, call: Call, *, token: bool = True) -> Answer:
    """Send a call with an officer's cookie, the session's token and the revision the call is about."""
    headers = dict(call.headers)
    if call.method != "GET" and token:
        headers["X-CSRF"] = desk.csrf
    if call.revision is not None:
        headers["If-Match"] = f'"{call.revision}"'
    return desk.call(call.method, call.path.removeprefix("/desk"), call.body, headers)


def said(answer: Answer) -> str:
    """Return an answer in short: its status, and a refusal's kind."""
    if answer.status < 400 or not answer.content:
        return str(answer.status)
    return f"{answer.status} {answer.slug}"
