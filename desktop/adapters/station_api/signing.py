"""RFC 9421 signatures of this terminal's requests."""

from __future__ import annotations

import base64
import hashlib
import secrets
from datetime import UTC, datetime

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from http_message_signatures import HTTPMessageSigner, HTTPSignatureKeyResolver
from http_message_signatures.algorithms import ED25519
from http_message_signatures.resolvers import SigningKey

_WITHOUT_BODY = ("@method", "@target-uri", "content-digest")
_NAMING = ("alert-id",)
"""Headers that say what a request is about, covered wherever they stand."""
_WITH_BODY = (*_WITHOUT_BODY, "content-type")


class TerminalSigner:
    """Signs requests with the terminal's Ed25519 key; `key_id` is its RFC 7638 thumbprint."""

    def __init__(self, private_key: bytes) -> None:
        key = Ed25519PrivateKey.from_private_bytes(private_key)
        self.public_jwk = {"kty": "OKP", "crv": "Ed25519", "x": _b64(key.public_key().public_bytes_raw())}
        self.key_id = thumbprint(self.public_jwk)
        self._signer = HTTPMessageSigner(signature_algorithm=ED25519, key_resolver=_OneKey(key))

    def sign(self, request: requests.PreparedRequest, at: float) -> None:
        """Put Content-Digest, Signature-Input and Signature on `request`; `at` is the station's time in epoch seconds."""
        body = request.body if isinstance(request.body, bytes) else b""
        self._signer.sign(
            request,
            key_id=self.key_id,
            created=datetime.fromtimestamp(int(at), UTC),
            nonce=secrets.token_urlsafe(16),
            label="sig1",
            covered_component_ids=_covered(request, with_body=bool(body)),
            body=body,
        )


def _covered(request: requests.PreparedRequest, *, with_body: bool) -> tuple[str, ...]:
    usual = _WITH_BODY if with_body else _WITHOUT_BODY
    return (*usual, *(name for name in _NAMING if name in request.headers))


def thumbprint(jwk: dict[str, str]) -> str:
    """Return the RFC 7638 thumbprint of an Ed25519 public JWK, base64url without padding."""
    canonical = f'{{"crv":"{jwk["crv"]}","kty":"{jwk["kty"]}","x":"{jwk["x"]}"}}'
    return _b64(hashlib.sha256(canonical.encode()).digest())


class _OneKey(HTTPSignatureKeyResolver):
    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key

    def resolve_private_key(self, key_id: str) -> SigningKey:
        return self._key


def _b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
