"""The key file kept outside the database, and what its keys do."""

import base64
import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from joserfc.jwk import OKPKey

from station.adapters.jose import sign_compact
from station.application.errors import StationNotReady
from station.domain.canonical import canonical

_NONCE_BYTES = 12


def create_key_file(path: Path, station_id: str) -> None:
    """Write fresh keys to `path` (mode 0600); raises FileExistsError rather than replace keys."""
    content = {
        "station_id": station_id,
        "signing_jwk": OKPKey.generate_key("Ed25519").as_dict(private=True),
        "seal_key": _encode(secrets.token_bytes(32)),
        "blind_key": _encode(secrets.token_bytes(32)),
    }
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(content, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    _sync_folder(path.parent)


class FileVault:
    """Sealing (AES-256-GCM), blind marks (HMAC-SHA-256) and receipts (EdDSA) with the keys of one file."""

    def __init__(self, path: Path, station_id: str) -> None:
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            self._signing = OKPKey.import_key(content["signing_jwk"])
            self._seal = AESGCM(_decode(content["seal_key"]))
            self._blind = _decode(content["blind_key"])
            owner = content["station_id"]
        except FileNotFoundError:
            raise StationNotReady("no-key-file") from None
        except (ValueError, KeyError, TypeError):
            # The file's text must not reach a log.
            raise StationNotReady("wrong-key-file") from None
        if owner != station_id:
            raise StationNotReady("wrong-key-file")
        self._kid = self._signing.thumbprint()

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
        return hmac.new(self._blind, f"{kind}\0{value}".encode(), hashlib.sha256).hexdigest()

    def sign_receipt(self, payload: Mapping[str, Any]) -> str:
        """Return a compact JWS by the station's key over the payload."""
        return sign_compact({"kid": self._kid, "typ": "receipt+jwt"}, canonical(payload), self._signing)

    def jwks(self) -> dict[str, Any]:
        """Return the station's public keys as a JWK set."""
        return {"keys": [{**self._signing.as_dict(private=False), "kid": self._kid, "use": "sig", "alg": "EdDSA"}]}


def _sync_folder(folder: Path) -> None:
    # A new file's name is only safe once its folder is: without this a power cut leaves a database nobody can open.
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode()


def _decode(text: str) -> bytes:
    return base64.urlsafe_b64decode(text)
