"""JWS and JWK with Ed25519 (RFC 7515, 8037, 7638)."""

import base64
from collections.abc import Mapping
from typing import Any

from joserfc import jws
from joserfc._rfc8037.jws_eddsa import EdDSAAlgorithm
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey
from joserfc.jws import JWSRegistry


class _QuietEdDSA(EdDSAAlgorithm):
    # RFC 9864 renames the algorithm; the wire contract stays with RFC 8037's name until every party can follow.
    security_warning = ""


class _EdDSAOnly(JWSRegistry):
    _algorithm = _QuietEdDSA()

    def get_alg(self, name: str) -> Any:
        """Return EdDSA and nothing else, `none` least of all."""
        return self._algorithm if name == "EdDSA" else super().get_alg(name)


_REGISTRY = _EdDSAOnly(algorithms=["EdDSA"])


def public_key(jwk: Mapping[str, Any]) -> OKPKey:
    """Return the key of a public Ed25519 JWK; raises ValueError for anything else."""
    if jwk.get("kty") != "OKP" or jwk.get("crv") != "Ed25519" or "d" in jwk or not isinstance(jwk.get("x"), str):
        raise ValueError("not a public Ed25519 JWK")
    try:
        return OKPKey.import_key({"kty": "OKP", "crv": "Ed25519", "x": jwk["x"]})
    except (JoseError, ValueError, TypeError) as error:
        raise ValueError("not a public Ed25519 JWK") from error


def sign_compact(header: Mapping[str, Any], payload: bytes, key: OKPKey) -> str:
    """Return a compact JWS; alg EdDSA is added to the header."""
    return jws.serialize_compact({"alg": "EdDSA", **header}, payload, key, registry=_REGISTRY)


class JoseSignatures:
    """Checks of keys and signatures made by terminals and members (the port `Signatures`)."""

    def thumbprint(self, jwk: Mapping[str, Any]) -> str:
        """Return the RFC 7638 thumbprint; raises ValueError unless it is a public Ed25519 JWK."""
        return public_key(jwk).thumbprint()

    def verify_detached(self, jws_text: str, jwk: Mapping[str, Any], payload: bytes) -> bool:
        """True when the detached JWS (RFC 7515 appendix F) is by that key over the payload."""
        head, dots, signature = jws_text.partition("..")
        if not dots or not signature:
            return False
        middle = base64.urlsafe_b64encode(payload).rstrip(b"=").decode()
        return self.open_compact(f"{head}.{middle}.{signature}", jwk) is not None

    def open_compact(self, jws_text: str, jwk: Mapping[str, Any]) -> bytes | None:
        """Return the payload of a compact JWS by that key, or None."""
        try:
            return jws.deserialize_compact(jws_text, public_key(jwk), registry=_REGISTRY).payload
        except (JoseError, ValueError, TypeError, KeyError):
            return None
