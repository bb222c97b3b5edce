"""Letters signed by members: only the plain EdDSA form is read, and nothing a stranger sends stays in memory."""

from typing import Any

import pytest

from station.adapters import jose
from tests.fakes.terminal import Key, encode

KEY = Key()
PAYLOAD = b'{"a":1}'


def made(header: dict[str, Any]) -> str:
    """Return a compact JWS with a right signature under any header."""
    signed = f"{jose._encode(encode(header))}.{jose._encode(PAYLOAD)}"
    return f"{signed}.{jose._encode(KEY.private.sign(signed.encode()))}"


@pytest.mark.parametrize("header", [{"alg": "EdDSA"}, {"alg": "EdDSA", "kid": "k", "typ": "JWT"}])
def test_the_plain_form_opens(header: dict[str, Any]) -> None:
    assert jose.JoseSignatures().open_compact(made(header), KEY.jwk) == PAYLOAD


@pytest.mark.parametrize(
    "header",
    [
        {"alg": "none"},
        {"alg": "HS256"},
        {"typ": "JWT"},
        {"alg": "EdDSA", "unheard": 1},
        {"alg": "EdDSA", "b64": False},
        {"alg": "EdDSA", "b64": False, "crit": ["b64"]},
        {"alg": "EdDSA", "crit": ["unheard"], "unheard": 1},
        {"alg": "EdDSA", "crit": []},
        {"alg": "EdDSA", "kid": "k" * 400},
    ],
)
def test_any_other_header_is_refused_whoever_signed(header: dict[str, Any]) -> None:
    assert jose.JoseSignatures().open_compact(made(header), KEY.jwk) is None
    head, _payload, signature = made(header).split(".")
    assert not jose.JoseSignatures().verify_detached(f"{head}..{signature}", KEY.jwk, PAYLOAD)


def test_a_long_header_is_not_remembered() -> None:
    before = jose._head_fits.cache_info().currsize
    assert jose.JoseSignatures().open_compact("A" * 60_000 + made({"alg": "EdDSA"}), KEY.jwk) is None
    assert jose._head_fits.cache_info().currsize == before
