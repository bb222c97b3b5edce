"""Ed25519 keys of terminals and members, their signatures, and a member's key under a PIN."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import struct
from collections.abc import Mapping

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from desktop.application.hardening import Cost

_SALT_BYTES = 16
# A wrapped key: form, memory in KiB, passes, lanes, salt; then the key as AES wraps it.
_HEAD = struct.Struct(f">BIBB{_SALT_BYTES}s")
_FORM = 1
# OWASP's Argon2id floor is 19 MiB and two passes; a PIN is short, so three passes over 64 MiB (about 0.1 s here).
PIN_COST = Cost(64 * 1024, 3)


class Ed25519Keys:
    """Keys as 32 raw private bytes; JWS with alg EdDSA (RFC 8037), key id = RFC 7638 thumbprint."""

    def __init__(self, cost: Cost = PIN_COST) -> None:
        self._cost = cost

    def generate(self) -> bytes:
        """Return a new private key."""
        return Ed25519PrivateKey.generate().private_bytes_raw()

    def public_jwk(self, private: bytes) -> Mapping[str, str]:
        """Return the public key as a JWK with only its required members."""
        public = Ed25519PrivateKey.from_private_bytes(private).public_key()
        return {"kty": "OKP", "crv": "Ed25519", "x": _b64(public.public_bytes(Encoding.Raw, PublicFormat.Raw))}

    def thumbprint(self, private: bytes) -> str:
        """Return the RFC 7638 thumbprint of the public key, base64url without padding."""
        canonical = json.dumps(self.public_jwk(private), sort_keys=True, separators=(",", ":"))
        return _b64(hashlib.sha256(canonical.encode()).digest())

    def detached_jws(self, private: bytes, payload: bytes) -> str:
        """Return header..signature over the payload (RFC 7515 appendix F); Ed25519 is deterministic."""
        header = {"alg": "EdDSA", "kid": self.thumbprint(private)}
        first = _b64(json.dumps(header, separators=(",", ":")).encode())
        signature = Ed25519PrivateKey.from_private_bytes(private).sign(f"{first}.{_b64(payload)}".encode())
        return f"{first}..{_b64(signature)}"

    def wrap(self, private: bytes, pin: str) -> bytes:
        """Return the key under a PIN: Argon2id makes the wrapping key, AES key wrap (RFC 3394) checks it."""
        cost, salt = self._cost, secrets.token_bytes(_SALT_BYTES)
        head = _HEAD.pack(_FORM, cost.memory_kib, cost.passes, cost.lanes, salt)
        return head + aes_key_wrap(_wrapping_key(pin, salt, cost), private)

    def unwrap(self, wrapped: bytes, pin: str) -> bytes | None:
        """Return the key, or None when the PIN is another one."""
        if wrapped[:1] != bytes([_FORM]):
            raise ValueError("unknown form of a wrapped key")
        _form, memory_kib, passes, lanes, salt = _HEAD.unpack_from(wrapped)
        try:
            return aes_key_unwrap(_wrapping_key(pin, salt, Cost(memory_kib, passes, lanes)), wrapped[_HEAD.size :])
        except InvalidUnwrap:
            return None


def _wrapping_key(pin: str, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
    return kdf.derive(pin.encode())


def _b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
