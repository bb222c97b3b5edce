"""What only a station can do: sign receipts, and check a terminal's request signature (written from RFC 9421 and 7515)."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from desktop.application.station_port import StationAddress
from tests.unit.desktop_sending.scripted import Asked

ALERT_ID = "01940000-0000-7000-8000-000000000001"
BODY = json.dumps({"alert_id": ALERT_ID, "narrative": "买金条,不问价"}, ensure_ascii=False).encode()
TERMINAL_KEY = bytes(range(32))


def b64(raw: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def jwk_of(key: Ed25519PublicKey) -> dict[str, str]:
    """The public JWK."""
    return {"kty": "OKP", "crv": "Ed25519", "x": b64(key.public_bytes_raw())}


def thumbprint_of(jwk: dict[str, str]) -> str:
    """RFC 7638, spelled out."""
    text = json.dumps({name: jwk[name] for name in ("crv", "kty", "x")}, sort_keys=True, separators=(",", ":"))
    return b64(hashlib.sha256(text.encode()).digest())


@dataclass
class StationHand:
    """A station's signing key and its name."""

    station_id: str = "st_test"
    terminal_id: str = "trm_test"
    key: Ed25519PrivateKey = field(default_factory=lambda: Ed25519PrivateKey.from_private_bytes(b"s" * 32))

    def address(self, url: str) -> StationAddress:
        """The address a terminal enrolled here would keep."""
        jwk = jwk_of(self.key.public_key())
        kept = jwk | {"kid": thumbprint_of(jwk)}
        return StationAddress(url, TERMINAL_KEY, self.station_id, (kept,), self.terminal_id)

    def receipt(self, body: bytes = BODY, **other: object) -> dict[str, str]:
        """The answer body for `body`; `other` replaces claims, `alg` and `kid` header members."""
        kid = str(other.pop("kid", thumbprint_of(jwk_of(self.key.public_key()))))
        header = {"alg": other.pop("alg", "EdDSA"), "kid": kid, "typ": "receipt+jwt"}
        claims: dict[str, object] = {
            "alert_id": ALERT_ID,
            "sha256": hashlib.sha256(body).hexdigest(),
            "terminal_id": self.terminal_id,
            "member_id": None,
            "station": self.station_id,
            "epoch": "e1",
            "seq": 7,
            "received_at": "2026-11-17T02:00:00+00:00",
            "prev": None,
        } | other
        signed = f"{b64(json.dumps(header).encode())}.{b64(json.dumps(claims).encode())}"
        return {"receipt": f"{signed}.{b64(self.key.sign(signed.encode()))}"}


def signature_holds(asked: Asked) -> datetime:
    """Check a request as the contract demands, by hand, and return its `created`; raises when anything is off."""
    digest = base64.b64encode(hashlib.sha256(asked.body).digest()).decode()
    assert asked.headers["content-digest"] == f"sha-256=:{digest}:"
    params = asked.headers["signature-input"].removeprefix("sig1=")
    covered = re.findall(r'"([^"]+)"', params.split(")")[0])
    expected = ["@method", "@target-uri", "content-digest"] + (["content-type"] if asked.body else [])
    assert covered == expected
    named = dict(re.findall(r';(\w+)="?([^";]+)"?', params))
    assert set(named) == {"created", "keyid", "alg", "nonce"}
    assert named["alg"] == "ed25519"
    public = Ed25519PrivateKey.from_private_bytes(TERMINAL_KEY).public_key()
    assert named["keyid"] == thumbprint_of(jwk_of(public))
    values = {"@method": asked.method, "@target-uri": asked.url} | asked.headers
    lines = [f'"{name}": {values[name]}' for name in covered] + [f'"@signature-params": {params}']
    signature = re.fullmatch(r"sig1=:([^:]+):", asked.headers["signature"])
    assert signature is not None
    public.verify(base64.b64decode(signature[1]), "\n".join(lines).encode())
    return datetime.fromtimestamp(int(named["created"]), UTC)
