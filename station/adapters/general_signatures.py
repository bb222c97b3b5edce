"""RFC 9421 in every form, by the general library (slower than station.adapters.http_signatures, which asks here)."""

from collections.abc import Mapping
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from http_message_signatures import HTTPMessageVerifier, HTTPSignatureKeyResolver, algorithms
from http_message_signatures.exceptions import HTTPMessageSignaturesException

from station.application.ports import SignedRequest


def claimed(request: SignedRequest, label: str) -> tuple[frozenset[str], Mapping[str, Any]] | None:
    """Return what the one signature labelled `label` covers and its parameters; None when there is no such one."""
    try:
        node = _verifier(None).only(_Message(request), label)
    except HTTPMessageSignaturesException:
        return None
    return None if node is None else (frozenset(str(item.value) for item in node if not item.params), node.params)


def verified(request: SignedRequest, key: Ed25519PublicKey) -> bool:
    """True when the one signature is by that key over what it covers; its time is checked elsewhere."""
    try:
        _verifier(key).verify(_Message(request), max_age=None)
    except (HTTPMessageSignaturesException, ValueError):
        return False
    return True


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

    def only(self, message: _Message, label: str) -> Any:
        """Return the parsed input of the one signature, which must be labelled `label`."""
        parse: Any = self._get_sig_inputs_and_signatures
        found = list(parse(message))
        return found[0][1] if len(found) == 1 and found[0][0] == label else None


def _verifier(key: Ed25519PublicKey | None) -> _Verifier:
    return _Verifier(signature_algorithm=algorithms.ED25519, key_resolver=_OneKey(key))
