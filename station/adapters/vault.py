"""What the keys outside the database do: sealing, blind marks, signatures."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from joserfc.jwk import OKPKey

from station.adapters.jose import sign_compact
from station.adapters.key_file import Keys, create_key_file, read_key_file
from station.application.errors import StationNotReady
from station.domain.canonical import canonical

__all__ = ["FileVault", "create_key_file"]

_NONCE_BYTES = 12


class FileVault:
    """Sealing (AES-256-GCM), blind marks (HMAC-SHA-256) and signatures (EdDSA) with the keys of one file.

    The file is looked at before each use of the signing key: a rotation takes effect in a serving station at once.
    """

    def __init__(self, path: Path, station_id: str) -> None:
        self._path = path
        self._mark = _mark_of(path)
        self._keys = read_key_file(path)
        if self._keys.station_id != station_id:
            raise StationNotReady("wrong-key-file")
        self._signer = _signer(self._keys.signing)
        self._seal = AESGCM(self._keys.seal_key)

    def seal(self, clear: bytes, context: str) -> bytes:
        """Encrypt bytes that belong to `context`; nonce, then ciphertext with its tag."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._seal.encrypt(nonce, clear, context.encode())

    def unseal(self, sealed: bytes, context: str) -> bytes:
        """Decrypt; raises ValueError when the bytes or the context were changed."""
        try:
            return self._seal.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], context.encode())
        except InvalidTag:
            raise ValueError("sealed bytes do not open") from None

    def blind(self, kind: str, value: str) -> str:
        """Return the keyed hash of a normalised value; the kind keeps a phone from matching a waybill."""
        return hmac.new(self._keys.blind_key, f"{kind}\0{value}".encode(), hashlib.sha256).hexdigest()

    def sign_receipt(self, payload: Mapping[str, Any]) -> str:
        """Return a compact JWS by the station's key over the payload."""
        return self._sign("receipt+jwt", canonical(payload))

    def sign_bundle(self, payload: Mapping[str, Any]) -> str:
        """Return a compact JWS by the station's key over a bundle."""
        return self._sign("bundle+jwt", canonical(payload))

    def sign_detached(self, payload: bytes) -> str:
        """Return a detached JWS (RFC 7515 appendix F) by the station's key."""
        head, _payload, signature = self._sign("keys+jwt", payload).split(".")
        return f"{head}..{signature}"

    def jwks(self) -> dict[str, Any]:
        """Return the public keys: the one in force, then those whose receipts are still kept."""
        keys = self._fresh()
        return {"keys": [_public(key) for key in (keys.signing, *keys.retired)]}

    def coming_jwks(self) -> dict[str, Any]:
        """Return the public keys with the one that comes next, if any, in front."""
        keys = self._fresh()
        coming = [keys.coming] if keys.coming else []
        return {"keys": [_public(key) for key in (*coming, keys.signing, *keys.retired)]}

    def _sign(self, kind: str, payload: bytes) -> str:
        self._fresh()
        kid, key = self._signer
        return sign_compact(kid, kind, payload, key)

    def _fresh(self) -> Keys:
        mark = _mark_of(self._path)
        # A file that is gone or being replaced does not stop a serving station: the keys it holds stay good.
        if mark != self._mark and mark is not None:
            self._keys, self._mark = read_key_file(self._path), mark
            self._signer = _signer(self._keys.signing)
        return self._keys


def _signer(key: OKPKey) -> tuple[str, Ed25519PrivateKey]:
    private = key.private_key
    if not isinstance(private, Ed25519PrivateKey):
        raise StationNotReady("wrong-key-file")
    return str(key.thumbprint()), private


def _mark_of(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino


def _public(key: OKPKey) -> dict[str, Any]:
    return {**key.as_dict(private=False), "kid": key.thumbprint(), "use": "sig", "alg": "EdDSA"}
