"""A sender over one connection that stays open: thousands of calls without thousands of handshakes."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType

import requests
from requests.cookies import RequestsCookieJar

from tests.fakes.terminal import Answer

PATIENCE_S = 40


class _NoJar(RequestsCookieJar):
    """Keeps nothing: whose cookie travels is the caller's business."""

    def set_cookie(self, cookie: object, *_args: object, **_more: object) -> None:
        """Forget it."""


class KeptAlive:
    """Callable as a `tests.fakes.terminal.Send`; a context manager."""

    def __init__(self) -> None:
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.cookies = _NoJar()

    def __call__(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """Send one request and return its answer; of an endless one the beginning."""
        with self._session.request(
            method, url, headers=dict(headers), data=body, timeout=PATIENCE_S, stream=True
        ) as got:
            endless = got.headers.get("Content-Type", "").startswith("text/event-stream")
            content = next(got.iter_content(65536), b"") if endless else got.content
        return Answer(got.status_code, got.headers, content)

    def __enter__(self) -> KeptAlive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._session.close()
