"""Finding or making the key of a profile; a lost key never leads to an empty database over a full one."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from desktop.adapters.credentials.header import (
    PASSPHRASE_COST,
    Header,
    fits,
    new_header,
    read_header,
    unwrap,
    write_header,
)
from desktop.adapters.credentials.keyrings import Keyring, read_secret, real_keyring, store_secret
from desktop.application.errors import ProfileLocked, StorageFailed
from desktop.application.hardening import Cost

KEY_BYTES = 32
SERVICE = "counterwatch"
PRACTICE_PASSPHRASE = "practice-profile-made-up-data-only"
UNFINISHED = "profile.new"
"""Stands beside a new key until its database was made once: a start that was cut short may begin again."""


def open_key(
    home: Path,
    *,
    database: str = "profile.db",
    passphrase: str | None = None,
    allow_keyring: bool = True,
    find_keyring: Callable[[], Keyring | None] = real_keyring,
    cost: Cost = PASSPHRASE_COST,
) -> bytes:
    """Return the 32-byte key of the profile in `home`, made on its first start.

    A given passphrase decides where a new profile's key goes: under it, at `cost`, not into the keyring. Raises ProfileLocked
    (passphrase-new, passphrase-needed, wrong-passphrase, keyring-locked, no-key, database-missing) and StorageFailed;
    neither changes anything.
    """
    header = read_header(home)
    if header is None:
        if (home / database).exists():
            raise ProfileLocked("no-key")
        return _make(home, passphrase, cost, find_keyring() if allow_keyring and passphrase is None else None)
    if not _has_content(home / database) and not (home / UNFINISHED).exists():
        # A key whose database is gone: an empty one in its place would look as if nothing had ever been reported.
        raise ProfileLocked("database-missing")
    if header.wrapped:
        if passphrase is None:
            raise ProfileLocked("passphrase-needed")
        return unwrap(header, passphrase)
    return _from_keyring(header, find_keyring() if allow_keyring else None)


def known_key(home: Path, *, passphrase: str | None = None) -> bytes | None:
    """Return the key of a profile that is there, None for one still to be made; raises as `open_key` does and makes nothing."""
    if read_header(home) is None or (home / UNFINISHED).exists():
        return None
    return open_key(home, passphrase=passphrase)


def settle(home: Path) -> None:
    """Note that the profile's database was made: from now on its absence is a loss, not a first start."""
    with contextlib.suppress(OSError):
        (home / UNFINISHED).unlink(missing_ok=True)


def adopt_key(
    home: Path,
    key: bytes,
    passphrase: str,
    *,
    allow_keyring: bool = True,
    find_keyring: Callable[[], Keyring | None] = real_keyring,
    cost: Cost = PASSPHRASE_COST,
) -> Literal["keyring", "passphrase"]:
    """Keep a key that came with its database (a restored backup): in the keyring, under `passphrase` where there is none."""
    keyring = find_keyring() if allow_keyring else None
    header = new_header(key, None)
    if keyring is not None and store_secret(keyring, SERVICE, header.key_id, key.hex()):
        write_header(home, header)
        return "keyring"
    write_header(home, new_header(key, passphrase, cost))
    return "passphrase"


def key_kept(home: Path, key: bytes, *, find_keyring: Callable[[], Keyring | None] = real_keyring) -> bool:
    """Tell whether the next start will find the key of the open profile; one the keyring has forgotten is put back into it.

    A locked keyring may ask its owner for a password meanwhile. StorageFailed.
    """
    try:
        header = read_header(home)
        if header is None or header.wrapped:
            return True
        keyring = find_keyring()
        known = None if keyring is None else read_secret(keyring, SERVICE, header.key_id)
    except ProfileLocked:
        return False
    if keyring is None:
        return False
    return known == key.hex() or store_secret(keyring, SERVICE, header.key_id, key.hex())


def change_passphrase(home: Path, key: bytes, passphrase: str) -> None:
    """Keep the same database key under a new passphrase; StorageFailed leaves the old one valid."""
    write_header(home, new_header(key, passphrase))


def _make(home: Path, passphrase: str | None, cost: Cost, keyring: Keyring | None) -> bytes:
    key = secrets.token_bytes(KEY_BYTES)
    if passphrase is not None:
        _mark_unfinished(home)
        write_header(home, new_header(key, passphrase, cost))
        return key
    if keyring is None:
        raise ProfileLocked("passphrase-new")
    header = new_header(key, None)
    if not store_secret(keyring, SERVICE, header.key_id, key.hex()):
        raise ProfileLocked("passphrase-new")
    _mark_unfinished(home)
    write_header(home, header)
    return key


def _mark_unfinished(home: Path) -> None:
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        (home / UNFINISHED).touch()
    except OSError:
        raise StorageFailed("io") from None


def _has_content(database: Path) -> bool:
    try:
        return database.stat().st_size > 0
    except FileNotFoundError:
        return False
    except OSError:
        raise StorageFailed("io") from None


def _from_keyring(header: Header, keyring: Keyring | None) -> bytes:
    if keyring is None:
        raise ProfileLocked("no-key")
    secret = read_secret(keyring, SERVICE, header.key_id)
    try:
        key = bytes.fromhex(secret or "")
    except ValueError:
        raise ProfileLocked("no-key") from None
    if len(key) != KEY_BYTES or not fits(header, key):
        raise ProfileLocked("no-key")
    return key
