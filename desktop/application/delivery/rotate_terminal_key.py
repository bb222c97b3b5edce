"""This PC gets a new key of its own: kept before the station is asked, so that a lost answer loses nothing."""

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


class RotateTerminalKey:
    """Ask with the old key, prove the new one; a station that switched already is asked with the new one."""

    def __init__(self, *, begin: Begin, connect: StationConnector, clock: Clock, keys: Keys) -> None:
        self._begin = begin
        self._connect = connect
        self._clock = clock
        self._keys = keys

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
            work.members.put_next_key(None)
            if work.outbox.held() == "unknown-key":
                work.outbox.release()
            work.commit()
        return Outcome(None, changed(Kind.SHOP, Kind.OUTBOX))

    def finish(self) -> None:
        """Go on with a change whose answer was lost; nothing when none is under way, silent when it fails again."""
        with self._begin() as work:
            waiting = work.members.next_key() is not None and work.members.shop() is not None
        if waiting:
            with contextlib.suppress(StationUnreachable, StationRefused, ForeignStation):
                self()

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
