"""Checking that a receipt is ours: signed by the station of our enrolment, for exactly the bytes that were sent."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError, UnsupportedAlgorithmError
from joserfc.jwk import OKPKey

from desktop.adapters.station_api.answers import ReceiptClaims, load_json, read_shape
from desktop.adapters.station_api.transport import CallLimits
from desktop.application.errors import ForeignStation, StationUnreachable
from desktop.application.station_port import StationAddress
from desktop.domain.alert.canonical import canonical_json
from desktop.domain.delivery.receipt import Receipt


class _EdDSAOnly(jws.JWSRegistry):
    """Knows the one algorithm of the contract, under the name RFC 8037 gave it (joserfc warns that RFC 9864 renamed it)."""

    # All of a county's checklists in one bundle are twice what the library takes by itself; the answer as a whole has its own bound.
    max_payload_length = CallLimits().answer_bytes

    def get_alg(self, name: str) -> Any:
        if name != "EdDSA":
            raise UnsupportedAlgorithmError(name)
        return self.algorithms[name]


_REGISTRY = _EdDSAOnly()


class ReceiptChecker:
    """Checks receipts against the keys, station and terminal fixed at enrolment."""

    def __init__(self, address: StationAddress) -> None:
        self._station_id = address.station_id
        self._terminals = {address.terminal_id, *address.former_terminals}
        self._keys: dict[str, OKPKey] = {}
        for jwk in address.station_jwks:
            key = OKPKey.import_key({"kty": jwk["kty"], "crv": jwk["crv"], "x": jwk["x"]})
            self._keys[jwk.get("kid") or key.thumbprint()] = key

    def check(self, compact: str, *, alert_id: str, n: int, body: bytes) -> Receipt:
        """Return the receipt if it is the station's own for these bytes (`n` 0 is the alert itself).

        `ForeignStation` when another hand signed it, `StationUnreachable("not-a-station")` when it is for something else.
        """
        claims = read_shape(ReceiptClaims, load_json(self.signed_payload(compact)))
        if claims.station != self._station_id:
            raise ForeignStation("station")
        sha256 = hashlib.sha256(body).hexdigest()
        said = (claims.alert_id, claims.n or 0, claims.sha256)
        if said != (alert_id, n, sha256) or claims.terminal_id not in self._terminals:
            raise StationUnreachable("not-a-station")
        return Receipt(alert_id, n, sha256, claims.epoch, claims.seq, claims.received_at, compact, claims.prev)

    def vouched(self, said: Mapping[str, object], signature: str) -> bool:
        """Whether a detached JWS over the canonical form of `said` is by one of the trusted keys."""
        head, gap, tail = signature.partition("..")
        if not gap:
            return False
        try:
            payload = base64.urlsafe_b64encode(canonical_json(said)).rstrip(b"=").decode()
            self.signed_payload(f"{head}.{payload}.{tail}")
        except (ForeignStation, StationUnreachable, TypeError):
            return False
        return True

    def signed_payload(self, compact: str) -> bytes:
        """Return what a trusted key signed; ForeignStation, StationUnreachable("not-a-station")."""
        try:
            token = jws.extract_compact(compact.encode(), registry=_REGISTRY)
            if not jws.validate_compact(token, self._key_of(token.headers()), registry=_REGISTRY):
                raise ForeignStation("signature")
        except (JoseError, ValueError):
            raise StationUnreachable("not-a-station") from None
        return token.payload

    def _key_of(self, headers: Mapping[str, object]) -> OKPKey:
        key = self._keys.get(str(headers.get("kid")))
        if key is None:
            raise ForeignStation("key")
        return key
