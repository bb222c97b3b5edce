"""RFC 9421 request signatures with Ed25519 (the port `RequestSignatures`)."""

from collections.abc import Mapping
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from http_message_signatures import HTTPMessageVerifier, HTTPSignatureKeyResolver, algorithms
from http_message_signatures.exceptions import HTTPMessageSignaturesException

from station.adapters.jose import public_key
from station.application.ports import SignatureClaims, SignedRequest

_LABEL = "sig1"
_COVERED = ("@method", "@target-uri", "content-digest")


class _Message:
    def __init__(self, request: SignedRequest) -> None:
        self.method = request.method
        self.url = request.url
        self.headers = request


class _OneKey(HTTPSignatureKeyResolver):
    def __init__(self, key: Ed25519PublicKey | None) -> None:
        self._key = key

    def resolve_public_key(self, key_id: str) -> Any:
        """Return the one key; whose it is was looked up by its thumbprint before."""
        return self._key


class _Verifier(HTTPMessageVerifier):
    def validate_created_and_expires(self, sig_input: Any, max_age: Any = None) -> None:
        """Leave time to the station's own clock (application.access)."""

    def only(self, message: _Message) -> Any:
        """Return the parsed input of the one signature, which must be labelled sig1."""
        parse: Any = self._get_sig_inputs_and_signatures
        found = list(parse(message))
        return found[0][1] if len(found) == 1 and found[0][0] == _LABEL else None


class Rfc9421Signatures:
    """Reads and checks the one signature `sig1` of a request."""

    def claims(self, request: SignedRequest) -> SignatureClaims | None:
        """Return the claims of `sig1`, or None when it is missing or covers too little."""
        try:
            node = _verifier(None).only(_Message(request))
        except HTTPMessageSignaturesException:
            return None
        if node is None:
            return None
        params = node.params
        covered = {str(item.value) for item in node if not item.params}
        required = {*_COVERED, "content-type"} if request.body else set(_COVERED)
        keyid, created, nonce = params.get("keyid"), params.get("created"), params.get("nonce")
        if not required <= covered or params.get("alg", "ed25519") != "ed25519":
            return None
        if not (isinstance(keyid, str) and isinstance(created, int) and isinstance(nonce, str)):
            return None
        if len(keyid) > 64 or not 16 <= len(nonce) <= 64:
            return None
        return SignatureClaims(keyid, created, nonce, frozenset(covered))

    def valid(self, request: SignedRequest, jwk: Mapping[str, Any]) -> bool:
        """True when `sig1` is by that key over the required parts."""
        try:
            raw = public_key(jwk).raw_value
            if not isinstance(raw, Ed25519PublicKey):
                return False
            _verifier(raw).verify(_Message(request), max_age=None)
        except (HTTPMessageSignaturesException, ValueError):
            return False
        return True


def _verifier(key: Ed25519PublicKey | None) -> _Verifier:
    return _Verifier(signature_algorithm=algorithms.ED25519, key_resolver=_OneKey(key))
