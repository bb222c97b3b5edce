"""This PC gets a new key of its own: kept before the station is asked, so that a lost answer loses nothing.

A station restored from a backup older than the change knows only a former key. Such a key is kept for exactly that: to ask
for the present one once more, as it was asked for the first time.
"""

from __future__ import annotations

import base64
import contextlib
import json
from dataclasses import replace

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import ForeignStation, NotEnrolled, StationRefused, StationUnreachable
from desktop.application.ports import Begin, Clock, Keys
from desktop.application.station_port import StationConnector, address_of
from desktop.domain.member.shop import Shop

FORMER = 5
"""So many former keys are kept: a station whose backup is older than all of them needs a new enrolment."""
AGAIN_S = 60.0


class RotateTerminalKey:
    """Ask with the old key, prove the new one; a station that switched already is asked with the new one."""

    def __init__(self, *, begin: Begin, connect: StationConnector, clock: Clock, keys: Keys) -> None:
        self._begin = begin
        self._connect = connect
        self._clock = clock
        self._keys = keys
        self._not_before = 0.0

    def __call__(self) -> Outcome[None]:
        """Change the key. Raises NotEnrolled, StationUnreachable, StationRefused, ForeignStation; asking again goes on."""
        with self._begin() as work:
            shop, new = work.members.shop(), work.members.next_key()
            if shop is None:
                raise NotEnrolled
            if new is None:
                new = self._keys.generate()
                work.members.put_next_key(new)
                work.commit()
        self._ask(shop, new)
        with self._begin() as work:
            stored = work.members.shop()
            if stored is not None and stored.terminal_key == shop.terminal_key:
                work.members.put_shop(replace(stored, terminal_key=new))
                work.members.put_former_keys((stored.terminal_key, *work.members.former_keys())[:FORMER])
            work.members.put_next_key(None)
            if work.outbox.held() == "unknown-key":
                work.outbox.release()
            work.commit()
        return Outcome(None, changed(Kind.SHOP, Kind.OUTBOX))

    def finish(self) -> None:
        """Go on with a change whose answer was lost, or that a restored station has forgotten; silent when it fails again."""
        with self._begin() as work:
            shop, waiting = work.members.shop(), work.members.next_key() is not None
            former = work.members.former_keys() if work.outbox.held() == "unknown-key" else ()
        if shop is None:
            return
        if waiting:
            with contextlib.suppress(StationUnreachable, StationRefused, ForeignStation):
                self()
                return
        if former and self._clock.monotonic() >= self._not_before:
            self._not_before = self._clock.monotonic() + AGAIN_S
            self._introduce_again(shop, former)

    def _introduce_again(self, shop: Shop, former: tuple[bytes, ...]) -> None:
        """Ask with each former key for the present one until the station knows the asker."""
        jwk, proof = self._keys.public_jwk(shop.terminal_key), self._proof(shop, shop.terminal_key)
        for key in former:
            try:
                self._connect(address_of(replace(shop, terminal_key=key))).rotate_key(jwk, proof)
            except StationRefused:
                continue
            except (StationUnreachable, ForeignStation):
                return
            with self._begin() as work:
                if work.outbox.held() == "unknown-key":
                    work.outbox.release()
                    work.commit()
            return

    def _ask(self, shop: Shop, new: bytes) -> None:
        jwk, proof = self._keys.public_jwk(new), self._proof(shop, new)
        try:
            self._connect(address_of(shop)).rotate_key(jwk, proof)
        except StationRefused as refusal:
            if refusal.slug != "unknown-key":
                raise
            # The old key's ten minutes are over: the station speaks with the new one, or knows neither.
            self._connect(address_of(replace(shop, terminal_key=new))).rotate_key(jwk, proof)

    def _proof(self, shop: Shop, new: bytes) -> str:
        claims = {
            "terminal_id": shop.terminal_id,
            "key_thumbprint": self._keys.thumbprint(new),
            "iat": int(self._clock.now().timestamp()),
        }
        payload = json.dumps(claims, sort_keys=True, separators=(",", ":")).encode()
        head, signature = self._keys.detached_jws(new, payload).split("..")
        return f"{head}.{base64.urlsafe_b64encode(payload).rstrip(b'=').decode()}.{signature}"
