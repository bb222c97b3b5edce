"""RFC 9421 request signatures with Ed25519 (the port `RequestSignatures`).

Nearly every signature has the same plain form, which is read here by one pattern; anything else (parameters of components, other
derived components, repeated header lines) is read by the general library, which is loaded
when it is first needed. Both give the same answers; a test holds them together.
"""

import base64
import binascii
import re
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature

from station.adapters.jose import verifying_key
from station.application.ports import SignatureClaims, SignedRequest

_LABEL = "sig1"
# The contract's lengths. Longer ones are not read at all: the general library takes seconds over a megabyte, and anybody may send one.
_LONGEST: Mapping[str, int] = {"signature-input": 1000, "signature": 400}
_COVERED = frozenset({"@method", "@target-uri", "content-digest"})
_COVERED_WITH_BODY = _COVERED | {"content-type"}
_PLAIN = re.compile(
    r'sig1=(?P<all>\((?P<names>"[a-z0-9@-]+"(?: "[a-z0-9@-]+")*)\)'
    r'(?P<params>(?:;[a-z]+=(?:0|[1-9]\d{0,14}|"[A-Za-z0-9_-]*"))*))',
    re.ASCII,
)
_URL = re.compile(r"https?://[a-z0-9.-]+(?::[1-9]\d{0,4})?/[A-Za-z0-9/._~?&=+:@!$'()*,;-]*", re.ASCII)
_VALUE = re.compile(r"[ -~]+", re.ASCII)
_PARAM = re.compile(r';([a-z]+)=(?:(\d+)|"([^"]*)")', re.ASCII)
_SIGNATURE = re.compile(r"sig1=:([A-Za-z0-9+/]{86}==):", re.ASCII)
_KINDS: Mapping[str, type] = {"created": int, "keyid": str, "alg": str, "nonce": str}


class _Plain:
    """A signature in the plain form: what it covers in order, its parameters, and both as they stood."""

    __slots__ = ("covered", "params", "signature", "text")

    def __init__(self, covered: list[str], params: dict[str, int | str], signature: bytes, text: str) -> None:
        self.covered = covered
        self.params = params
        self.signature = signature
        self.text = text


class Rfc9421Signatures:
    """Reads and checks the one signature `sig1` of a request."""

    def claims(self, request: SignedRequest) -> SignatureClaims | None:
        """Return the claims of `sig1`, or None when it is missing, too long or covers too little."""
        if not _short_enough(request):
            return None
        plain = _plain(request)
        if plain is not None:
            return _claims(request, frozenset(plain.covered), plain.params)
        from station.adapters.general_signatures import claimed

        found = claimed(request, _LABEL)
        return None if found is None else _claims(request, *found)

    def valid(self, request: SignedRequest, jwk: Mapping[str, Any]) -> bool:
        """True when `sig1` is by that key over the required parts."""
        try:
            key = verifying_key(jwk)
            plain = _plain(request)
            base = _base(request, plain) if plain is not None else None
            if plain is not None and base is not None:
                key.verify(plain.signature, base)
                return True
        except (InvalidSignature, ValueError):
            return False
        from station.adapters.general_signatures import verified

        return verified(request, key)


def _short_enough(request: SignedRequest) -> bool:
    left = dict(_LONGEST)
    for key, value in request.headers:
        name = key.lower()
        if name in left:
            left[name] -= len(value)
    return min(left.values()) >= 0


def _claims(request: SignedRequest, covered: frozenset[str], params: Mapping[str, Any]) -> SignatureClaims | None:
    required = _COVERED_WITH_BODY if request.body else _COVERED
    keyid, created, nonce = params.get("keyid"), params.get("created"), params.get("nonce")
    if not required <= covered or params.get("alg", "ed25519") != "ed25519":
        return None
    if not (isinstance(keyid, str) and isinstance(created, int) and isinstance(nonce, str)):
        return None
    if len(keyid) > 64 or not 16 <= len(nonce) <= 64:
        return None
    return SignatureClaims(keyid, created, nonce, covered)


def _plain(request: SignedRequest) -> _Plain | None:
    found = _PLAIN.fullmatch(_only(request, "signature-input"))
    signature = _SIGNATURE.fullmatch(_only(request, "signature"))
    if found is None or signature is None:
        return None
    covered = found["names"][1:-1].split('" "')
    params: dict[str, int | str] = {
        name: int(number) if number else text for name, number, text in _PARAM.findall(found["params"])
    }
    once = len(params) == found["params"].count(";") and len(set(covered)) == len(covered)
    if not once or "keyid" not in params or any(type(value) is not _KINDS.get(name) for name, value in params.items()):
        return None
    try:
        return _Plain(covered, params, base64.b64decode(signature[1], validate=True), found["all"])
    except binascii.Error:
        return None


def _base(request: SignedRequest, plain: _Plain) -> bytes | None:
    """Return what was signed (RFC 9421, 2.5); None for what the plain form does not know."""
    if not request.method.isupper() or not _URL.fullmatch(request.url):
        return None
    lines = []
    for name in plain.covered:
        if name == "@method":
            value = request.method
        elif name == "@target-uri":
            value = request.url
        elif name.startswith("@"):
            return None
        else:
            value = _only(request, name)
            if not _VALUE.fullmatch(value):
                return None
        lines.append(f'"{name}": {value}')
    lines.append(f'"@signature-params": {plain.text}')
    return "\n".join(lines).encode("ascii")


def _only(request: SignedRequest, name: str) -> str:
    """Return the one line of a header without the spaces around it; empty when there is none, or more than one."""
    found = [value for key, value in request.headers if key.lower() == name]
    return found[0].strip() if len(found) == 1 else ""
