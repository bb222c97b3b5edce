"""What guessing a passphrase or a PIN costs; most other tests make it cheap."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.adapters.credentials import open_key
from desktop.adapters.credentials.header import read_header
from desktop.adapters.member_keys import Ed25519Keys
from desktop.application.hardening import MADE_UP


def test_a_real_profile_has_the_full_cost(tmp_path: Path) -> None:
    open_key(tmp_path, passphrase="开门见山")
    header = read_header(tmp_path)
    assert header is not None
    assert (header.memory_kib, header.passes, header.lanes) == (128 * 1024, 3, 1)


def test_a_member_key_has_the_full_cost_and_says_so() -> None:
    keys = Ed25519Keys()
    private = keys.generate()
    wrapped = keys.wrap(private, "2468")
    assert wrapped[:7] == bytes([1, *(64 * 1024).to_bytes(4, "big"), 3, 1])
    assert Ed25519Keys(MADE_UP).unwrap(wrapped, "2468") == private


def test_every_cost_keeps_a_wrong_pin_out() -> None:
    keys = Ed25519Keys(MADE_UP)
    private = keys.generate()
    wrapped = keys.wrap(private, "2468")
    assert private not in wrapped
    assert Ed25519Keys().unwrap(wrapped, "2468") == private
    assert keys.unwrap(wrapped, "2469") is None


def test_an_unknown_form_is_no_wrong_pin() -> None:
    keys = Ed25519Keys(MADE_UP)
    with pytest.raises(ValueError, match="form"):
        keys.unwrap(b"\x09" + keys.wrap(keys.generate(), "2468")[1:], "2468")
