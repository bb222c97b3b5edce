"""JWS and JWK with Ed25519 (RFC 7515, 8037, 7638)."""

import base64
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey
from joserfc.jws import JWSRegistry

_REGISTRY = JWSRegistry(algorithms=["EdDSA"])
_SIGNATURE = re.compile(r"[A-Za-z0-9_-]{86}", re.ASCII)
_MOST_HEAD = 512
_MOST_PAYLOAD = 4 * 128_000 // 3


def public_key(jwk: Mapping[str, Any]) -> OKPKey:
    """Return the key of a public Ed25519 JWK; raises ValueError for anything else."""
    if jwk.get("kty") != "OKP" or jwk.get("crv") != "Ed25519" or "d" in jwk or not isinstance(jwk.get("x"), str):
        raise ValueError("not a public Ed25519 JWK")
    try:
        return OKPKey.import_key({"kty": "OKP", "crv": "Ed25519", "x": jwk["x"]})
    except (JoseError, ValueError, TypeError) as error:
        raise ValueError("not a public Ed25519 JWK") from error


@lru_cache(maxsize=4096)
def _key_of(x: str) -> Ed25519PublicKey:
    raw = public_key({"kty": "OKP", "crv": "Ed25519", "x": x}).raw_value
    if not isinstance(raw, Ed25519PublicKey):
        raise ValueError("not a public Ed25519 JWK")
    return raw


def verifying_key(jwk: Mapping[str, Any]) -> Ed25519PublicKey:
    """Return the key of a public Ed25519 JWK, read once; raises ValueError for anything else."""
    if jwk.get("kty") != "OKP" or jwk.get("crv") != "Ed25519" or "d" in jwk or not isinstance(jwk.get("x"), str):
        raise ValueError("not a public Ed25519 JWK")
    return _key_of(jwk["x"])


@lru_cache(maxsize=64)
def _head(kid: str, kind: str) -> str:
    return _encode(json.dumps({"alg": "EdDSA", "kid": kid, "typ": kind}, separators=(",", ":")).encode())


@lru_cache(maxsize=4096)
def _head_fits(head: str) -> bool:
    """True for a protected header this wire knows; all letters of one signer carry the same, so each is read once."""
    try:
        header = json.loads(_decode(head))
        _REGISTRY.check_header(header)
    except (JoseError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return False
    # No extension of JWS is spoken on this wire, so none may be critical (RFC 7515, 4.1.11): `b64` would name other bytes than these.
    return isinstance(header, dict) and header.get("alg") == "EdDSA" and not {"crit", "b64"} & header.keys()


def sign_compact(kid: str, kind: str, payload: bytes, key: Ed25519PrivateKey) -> str:
    """Return a compact JWS with alg EdDSA and the header's kid and typ."""
    signed = f"{_head(kid, kind)}.{_encode(payload)}"
    return f"{signed}.{_encode(key.sign(signed.encode()))}"


class JoseSignatures:
    """Checks of keys and signatures made by terminals and members (the port `Signatures`)."""

    def thumbprint(self, jwk: Mapping[str, Any]) -> str:
        """Return the RFC 7638 thumbprint; raises ValueError unless it is a public Ed25519 JWK."""
        return public_key(jwk).thumbprint()

    def verify_detached(self, jws_text: str, jwk: Mapping[str, Any], payload: bytes) -> bool:
        """True when the detached JWS (RFC 7515 appendix F) is by that key over the payload."""
        head, dots, signature = jws_text.partition("..")
        return bool(dots) and _signed(head, _encode(payload), signature, jwk)

    def open_compact(self, jws_text: str, jwk: Mapping[str, Any]) -> bytes | None:
        """Return the payload of a compact JWS by that key, or None."""
        parts = jws_text.split(".")
        if len(parts) != 3 or not _signed(parts[0], parts[1], parts[2], jwk):
            return None
        try:
            return _decode(parts[1])
        except ValueError:
            return None


def _signed(head: str, payload: str, signature: str, jwk: Mapping[str, Any]) -> bool:
    # Lengths first: what `_head_fits` is asked about stays in memory, right or wrong.
    if len(head) > _MOST_HEAD or len(payload) > _MOST_PAYLOAD:
        return False
    if not _SIGNATURE.fullmatch(signature) or not _head_fits(head):
        return False
    try:
        verifying_key(jwk).verify(_decode(signature), f"{head}.{payload}".encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _decode(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
