"""The key of a profile: in a real keyring or under a passphrase, never in plain text, never quietly a new one."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from keyring.errors import KeyringLocked

from desktop.adapters.credentials import change_passphrase, open_key, settle
from desktop.adapters.credentials.header import HEADER
from desktop.adapters.credentials.keyrings import real_keyring
from desktop.adapters.credentials.profile_key import key_kept
from desktop.application.errors import ProfileLocked
from desktop.bootstrap import open_profile
from desktop.settings import Settings
from tests.memory_keyring import MemoryKeyring


class LockedKeyring(MemoryKeyring):
    """A keyring whose owner has not unlocked it."""

    def get_password(self, service: str, username: str) -> str | None:
        """Refuse."""
        raise KeyringLocked


class ForgetfulKeyring(MemoryKeyring):
    """A keyring that says yes and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Forget at once."""


def reason(home: Path, **how: object) -> str:
    """Why the profile does not open."""
    with pytest.raises(ProfileLocked) as caught:
        open_key(home, **how)  # type: ignore[arg-type]  # the keyword arguments of open_key, named in each test
    return caught.value.reason


def test_a_passphrase_wraps_the_key(tmp_path: Path) -> None:
    key = open_key(tmp_path, passphrase="开门见山")
    assert len(key) == 32
    assert open_key(tmp_path, passphrase="开门见山") == key
    assert reason(tmp_path, passphrase="别的") == "wrong-passphrase"
    assert reason(tmp_path) == "passphrase-needed"
    text = (tmp_path / HEADER).read_text(encoding="utf-8")
    assert key.hex() not in text
    assert "开门见山" not in text
    if os.name != "nt":
        assert stat.S_IMODE((tmp_path / HEADER).stat().st_mode) == 0o600
    change_passphrase(tmp_path, key, "新的")
    assert open_key(tmp_path, passphrase="新的") == key
    assert reason(tmp_path, passphrase="开门见山") == "wrong-passphrase"


def test_a_keyring_keeps_the_key(tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    key = open_key(tmp_path, find_keyring=lambda: keyring)
    assert open_key(tmp_path, find_keyring=lambda: keyring) == key
    assert list(keyring.secrets.values()) == [key.hex()]
    assert key.hex() not in (tmp_path / HEADER).read_text(encoding="utf-8")


def test_a_lost_or_changed_key_is_said_and_nothing_is_made_anew(tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    open_key(tmp_path, find_keyring=lambda: keyring)
    (tmp_path / "profile.db").write_bytes(b"something")
    before = (tmp_path / HEADER).read_bytes()
    kept = dict(keyring.secrets)
    keyring.secrets.clear()
    assert reason(tmp_path, find_keyring=lambda: keyring) == "no-key"
    keyring.secrets.update(dict.fromkeys(kept, "00" * 32))
    assert reason(tmp_path, find_keyring=lambda: keyring) == "no-key"
    keyring.secrets.update(dict.fromkeys(kept, "not hex"))
    assert reason(tmp_path, find_keyring=lambda: keyring) == "no-key"
    assert reason(tmp_path, find_keyring=lambda: None) == "no-key"
    assert reason(tmp_path, find_keyring=LockedKeyring) == "keyring-locked"
    assert (tmp_path / HEADER).read_bytes() == before
    (tmp_path / HEADER).unlink()
    assert reason(tmp_path, passphrase="x") == "no-key"
    assert not (tmp_path / HEADER).exists()


def test_an_open_profile_knows_whether_the_next_start_will_find_its_key(tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    key = open_key(tmp_path, find_keyring=lambda: keyring)
    assert key_kept(tmp_path, key, find_keyring=lambda: keyring)
    for lost in ({}, dict.fromkeys(keyring.secrets, "00" * 32)):
        keyring.secrets.clear()
        keyring.secrets.update(lost)
        assert key_kept(tmp_path, key, find_keyring=lambda: keyring), "it is put back"
        assert open_key(tmp_path, find_keyring=lambda: keyring) == key
    assert not key_kept(tmp_path, key, find_keyring=lambda: None)
    assert not key_kept(tmp_path, key, find_keyring=LockedKeyring)
    forgetful = ForgetfulKeyring()
    assert not key_kept(tmp_path, key, find_keyring=lambda: forgetful)
    (tmp_path / HEADER).write_text("{", encoding="utf-8")
    assert not key_kept(tmp_path, key, find_keyring=lambda: keyring)


def test_under_a_passphrase_no_keyring_is_asked(tmp_path: Path) -> None:
    key = open_key(tmp_path, passphrase="开门见山")
    assert key_kept(tmp_path, key, find_keyring=LockedKeyring)


def test_a_keyring_that_keeps_nothing_counts_as_none(tmp_path: Path) -> None:
    assert reason(tmp_path, find_keyring=ForgetfulKeyring) == "passphrase-new"
    assert not (tmp_path / HEADER).exists()


def test_only_real_backends_are_trusted(memory_keyring: MemoryKeyring) -> None:
    # Any backend outside the allow-list, plain-text plug-ins and this test's own among them.
    assert memory_keyring.priority == 0.1
    assert real_keyring() is None


def test_a_damaged_or_newer_header_opens_nothing(tmp_path: Path) -> None:
    open_key(tmp_path, passphrase="x")
    good = json.loads((tmp_path / HEADER).read_text(encoding="utf-8"))
    for text, why in (("{", "no-key"), ("[]", "no-key"), (json.dumps({**good, "form": 2}), "newer-version")):
        (tmp_path / HEADER).write_text(text, encoding="utf-8")
        assert reason(tmp_path, passphrase="x") == why
    (tmp_path / HEADER).write_text(json.dumps({**good, "wrapped": "00" * 40}), encoding="utf-8")
    assert reason(tmp_path, passphrase="x") == "wrong-passphrase"


def test_a_key_whose_database_is_gone_opens_nothing(tmp_path: Path) -> None:
    settings = Settings(tmp_path, passphrase="开门见山")
    open_profile(settings, None).close()
    open_profile(settings, None).close()
    database = tmp_path / "profile.db"
    kept = database.read_bytes()
    database.unlink()
    assert reason(tmp_path, passphrase="开门见山") == "database-missing"
    database.write_bytes(b"")
    assert reason(tmp_path, passphrase="开门见山") == "database-missing"
    database.write_bytes(kept)
    open_profile(settings, None).close()


def test_a_first_start_that_was_cut_short_may_begin_again(tmp_path: Path) -> None:
    key = open_key(tmp_path, passphrase="开门见山")
    assert open_key(tmp_path, passphrase="开门见山") == key
    (tmp_path / "profile.db").write_bytes(b"")
    assert open_key(tmp_path, passphrase="开门见山") == key
    settle(tmp_path)
    assert reason(tmp_path, passphrase="开门见山") == "database-missing"
