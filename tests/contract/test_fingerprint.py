"""Desk and counter show the same digits for the same keys, though they share no code."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.member.fingerprint import fingerprint_of
from station.domain.fingerprint import key_fingerprint

KEYS = st.lists(st.text("abcXYZ019-_", min_size=43, max_size=43), min_size=1, max_size=4)


@given(keys=KEYS)
def test_both_programs_read_out_the_same(keys: list[str]) -> None:
    jwks = [{"kty": "OKP", "crv": "Ed25519", "x": x} for x in keys]
    said = key_fingerprint(jwks)
    assert said == fingerprint_of(list(reversed(jwks)))
    assert re.fullmatch(r"[0-9A-F]{4}( [0-9A-F]{4}){5}", said)


def test_other_keys_read_otherwise() -> None:
    assert key_fingerprint([{"x": "a"}]) == "CA97 8112 CA1B BDCA FAC2 31B3"
    assert key_fingerprint([{"x": "a"}]) != key_fingerprint([{"x": "b"}])
