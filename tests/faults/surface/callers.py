"""Who makes a call: the right computer or officer for an operation, or nobody; answers as `requests` gives them."""

from __future__ import annotations

from urllib.parse import quote

import requests

from tests.fakes.desk import DeskClient
from tests.fakes.terminal import FakeTerminal
from tests.faults.surface.calls import PREFIX, Call
from tests.faults.surface.county import County
from tests.faults.surface.expected import DESK
from tests.faults.surface.stock import Stock
from tests.faults.surface.terminal_calls import TERMINAL_CALLS

OPEN = frozenset({"/meta", "/desk/session"})
"""Paths that answer without a signature or a session (signing in; reading a session there is refused)."""
BY_ROLE = {"duty": "wang", "approver": "zhao", "finance": "qian", "admin": "sun", "auditor": "zhou"}
PATIENCE_S = 20


class Callers:
    """Sends calls over one connection that stays open."""

    def __init__(self, county: County, stock: Stock) -> None:
        self._county, self._stock = county, stock
        self._session = requests.Session()
        self._session.trust_env = False

    def send(self, operation: str, call: Call, *, known: bool, waits: bool = False) -> requests.Response:
        """Send a call as somebody who may make it, or as nobody; an endless answer is read once and left."""
        path = PREFIX + (_unhurried(call.path) if waits else call.path)
        headers = {**call.headers, **call.covered}
        if call.raw:
            headers["Content-Type"] = call.media_type
        # What travels in an address is what was signed: no quoting may happen in between.
        url = self._county.world.url + quote(path, safe="/?&=%+:@!$'()*,;~-._")
        if known and operation in TERMINAL_CALLS:
            headers |= self._signed(operation, call, url)
        elif known:
            headers |= self._as_officer(operation, call)
        return self._sent(call, url, headers)

    def _signed(self, operation: str, call: Call, url: str) -> dict[str, str]:
        sender = self._terminal(operation, call)
        path = url.removeprefix(sender.base)
        return sender.signed_headers(call.method, path, call.raw, signed=call.covered, media_type=call.media_type)

    def _terminal(self, operation: str, call: Call) -> FakeTerminal:
        ours = self._county.ours.terminal
        if operation == "rotateTerminalKey":
            return self._stock.spare()
        if operation == "enrol" and isinstance(call.body, dict):
            return FakeTerminal(ours.send, ours.base, self._stock.joining, ours.now, ours.enrolment)
        return ours

    def _as_officer(self, operation: str, call: Call) -> dict[str, str]:
        desk = self._officer(operation, call)
        headers = {"Cookie": desk.cookie, "X-CSRF": desk.csrf}
        return headers if call.revision is None else {**headers, "If-Match": f'"{call.revision}"'}

    def _officer(self, operation: str, call: Call) -> DeskClient:
        if operation == "signOut":
            leaving = DeskClient(self._county.send, self._county.world.url)
            leaving.sign_in("zhou")
            return leaving
        step = call.body.get("step") if isinstance(call.body, dict) else None
        row = DESK.get(operation) or DESK.get(f"{operation} {step}") or DESK["readQueue"]
        return self._county.desk(BY_ROLE["admin" if "admin" in row.roles else row.roles.split()[-1]])

    def _sent(self, call: Call, url: str, headers: dict[str, str]) -> requests.Response:
        prepared = requests.Request(call.method, url, data=call.raw or None).prepare()
        prepared.url = url
        prepared.headers.update(headers)
        with self._session.send(prepared, timeout=PATIENCE_S, allow_redirects=False, stream=True) as answer:
            self._session.cookies.clear()
            if answer.headers.get("Content-Type", "").startswith("text/event-stream"):
                answer._content = next(answer.iter_content(4096), b"")  # the rest never ends
            else:
                answer.content  # noqa: B018 - read while the connection is open
        return answer


def _unhurried(path: str) -> str:
    """Return a feed's address that does not wait."""
    kept = [part for part in path.partition("?")[2].split("&") if part and not part.startswith("wait=")]
    return f"{path.partition('?')[0]}?{'&'.join([*kept, 'wait=0'])}"
