"""Signed exchanges with one station: the clock's offset is learnt once, every other no becomes an error of ours."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from datetime import UTC, datetime

import requests

from desktop.adapters.station_api.addresses import api_base
from desktop.adapters.station_api.answers import Meta, load_json, read_shape
from desktop.adapters.station_api.failures import http_date, raise_for, slug_of
from desktop.adapters.station_api.signing import TerminalSigner
from desktop.adapters.station_api.transport import Answer, CallLimits, Transport
from desktop.application.care_port import Route
from desktop.application.errors import AnotherStation, StationRefused
from desktop.application.station_port import StationAddress


class SignedCalls:
    """The exchanges of one terminal; returns only answers with a 2xx status, or one the caller reads itself."""

    def __init__(
        self,
        address: StationAddress,
        now: Callable[[], datetime],
        limits: CallLimits,
        route: Callable[[], Route] = Route,
        shown: Callable[[datetime], None] | None = None,
    ) -> None:
        self._base = api_base(address.url)
        self._station_id = address.station_id
        self._now = now
        self._limits = limits
        self._signer = TerminalSigner(address.terminal_key)
        self._transport = Transport(limits, route)
        self._shown = shown
        self._offset_s = 0.0

    @property
    def public_jwk(self) -> dict[str, str]:
        """The terminal's public key."""
        return dict(self._signer.public_jwk)

    def unsigned(self, path: str) -> Answer:
        """GET without a signature."""
        answer = self._transport.exchange(requests.Request("GET", self._base + path), None, self._limits.read_s)
        raise_for(answer, self._now())
        return answer

    def signed(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        *,
        read_s: float | None = None,
        headers: Mapping[str, str] | None = None,
        also: Container[int] = (),
    ) -> Answer:
        """Send one signed request; a station with another clock is asked once more in its own time.

        `also` are statuses beside 2xx that the caller reads itself. AnotherStation when the station that does not know our
        key is not the one we are enrolled at.
        """
        answer = self._in_its_time(method, path, body, self._limits.read_s if read_s is None else read_s, headers or {})
        if answer.status in also:
            return answer
        try:
            raise_for(answer, self._now())
        except StationRefused as refusal:
            if refusal.slug == "unknown-key" and self._is_another():
                raise AnotherStation from None
            raise
        return answer

    def reroute(self) -> None:
        """Take the next exchange over a new connection, by the route as it is then."""
        self._transport.close()

    def abort(self) -> None:
        """End every exchange under way and refuse later ones."""
        self._transport.abort()

    def _in_its_time(self, method: str, path: str, body: bytes, read_s: float, headers: Mapping[str, str]) -> Answer:
        def once() -> Answer:
            extra = ({"Content-Type": "application/json"} if body else {}) | dict(headers)
            request = requests.Request(method, self._base + path, headers=extra, data=body or None)
            return self._transport.exchange(request, self._sign, read_s)

        answer = once()
        # The answer to HEAD has no body that could say which 401 it is.
        stale = answer.status == 401 and (method == "HEAD" or slug_of(answer) == "stale-signature")
        if stale and self._learn_offset(answer):
            answer = once()
        return answer

    def _sign(self, request: requests.PreparedRequest) -> None:
        self._signer.sign(request, self._now().timestamp() + self._offset_s)

    def _is_another(self) -> bool:
        try:
            said = read_shape(Meta, load_json(self.unsigned("/meta").body))
        except StationRefused:
            return False
        return bool(self._station_id) and said.station.id != self._station_id

    def _learn_offset(self, answer: Answer) -> bool:
        theirs = http_date(answer.headers.get("Date", ""))
        if theirs is None:
            return False
        if self._shown is not None:
            # The clock itself is put right: what is written from now on has the right time too.
            self._shown(theirs)
        self._offset_s = (theirs - self._now().astimezone(UTC)).total_seconds()
        return True
