"""Keys of the tester: a terminal and a member of its own."""

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from http_message_signatures import HTTPMessageSigner, HTTPSignatureKeyResolver, algorithms


def b64(raw: bytes) -> str:
    """Return base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def unb64(text: str) -> bytes:
    """Decode base64url without padding; raises ValueError."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def canonical(value: object) -> bytes:
    """Return canonical JSON: sorted keys, no spaces, UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def sha256(content: bytes) -> str:
    """Return the lower-case hex SHA-256."""
    return hashlib.sha256(content).hexdigest()


def content_digest(raw: bytes) -> str:
    """Return a Content-Digest (RFC 9530)."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(raw).digest()).decode()}:"


@dataclass(frozen=True, slots=True)
class Key:
    """An Ed25519 key pair."""

    private: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    @property
    def jwk(self) -> dict[str, str]:
        """Return the public JWK."""
        return {"kty": "OKP", "crv": "Ed25519", "x": b64(self.private.public_key().public_bytes_raw())}

    @property
    def thumbprint(self) -> str:
        """Return the RFC 7638 thumbprint."""
        return b64(hashlib.sha256(canonical(self.jwk)).digest())

    def jws(self, payload: bytes, *, detached: bool = False) -> str:
        """Return a compact JWS (EdDSA), detached if wished."""
        head, middle = b64(canonical({"alg": "EdDSA", "kid": self.thumbprint})), b64(payload)
        signature = b64(self.private.sign(f"{head}.{middle}".encode()))
        return f"{head}..{signature}" if detached else f"{head}.{middle}.{signature}"


def opened(jws: str, keys: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the payload of a compact JWS by one of the keys, named by its kid; None when it is not."""
    try:
        head, middle, signature = jws.split(".")
        header = json.loads(unb64(head))
        key = next(key for key in keys if key.get("kid") == header["kid"] and header["alg"] == "EdDSA")
        public = Ed25519PublicKey.from_public_bytes(unb64(str(key["x"])))
        public.verify(unb64(signature), f"{head}.{middle}".encode())
        payload = json.loads(unb64(middle))
    except (ValueError, KeyError, TypeError, StopIteration, InvalidSignature):
        return None
    return payload if isinstance(payload, dict) else None


@dataclass
class Message:
    """A request as the signing library sees it."""

    method: str
    url: str
    headers: dict[str, str]


class _OneKey(HTTPSignatureKeyResolver):
    def __init__(self, key: Key) -> None:
        self._key = key

    def resolve_private_key(self, key_id: str) -> Any:
        """Return the one key."""
        return self._key.private


def sign(key: Key, message: Message, *, created: datetime | None = None, nonce: str = "", without: str = "") -> None:
    """Sign every header the message has so far, method and target; `without` leaves one component out."""
    covered = ["@method", "@target-uri", *(name.lower() for name in message.headers)]
    signer = HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=_OneKey(key))
    signer.sign(
        message,
        key_id=key.thumbprint,
        created=created or datetime.now(UTC),
        nonce=nonce or b64(secrets.token_bytes(16)),
        label="sig1",
        covered_component_ids=[name for name in covered if name != without],
        use_existing_digest=True,
    )
