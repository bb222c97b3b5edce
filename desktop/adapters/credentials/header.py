"""profile.key.json: which key a profile's database has, and the key itself only under a passphrase."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.adapters.system.disk import disk_failures, sync_folder
from desktop.application.errors import ProfileLocked
from desktop.application.hardening import Cost

HEADER = "profile.key.json"
# Three passes over 128 MiB: about 0.25 s on a shop PC, asked for once at the start.
PASSPHRASE_COST = Cost(128 * 1024, 3)


@dataclass(frozen=True, slots=True)
class Header:
    """`check` recognises the key without showing it; `salt` and `wrapped` (hex) are empty when a keyring holds the key."""

    form: int
    key_id: str
    check: str
    salt: str = ""
    wrapped: str = ""
    memory_kib: int = PASSPHRASE_COST.memory_kib
    passes: int = PASSPHRASE_COST.passes
    lanes: int = PASSPHRASE_COST.lanes


def new_header(key: bytes, passphrase: str | None, cost: Cost = PASSPHRASE_COST) -> Header:
    """Return the header of a new key, wrapped when there is a passphrase."""
    key_id = secrets.token_hex(16)
    if passphrase is None:
        return Header(1, key_id, check_of(key, key_id))
    from cryptography.hazmat.primitives.keywrap import aes_key_wrap

    salt = secrets.token_bytes(16)
    wrapped = aes_key_wrap(_derive(passphrase, salt, cost), key).hex()
    return Header(1, key_id, check_of(key, key_id), salt.hex(), wrapped, cost.memory_kib, cost.passes, cost.lanes)


def unwrap(header: Header, passphrase: str) -> bytes:
    """Return the key; ProfileLocked("wrong-passphrase")."""
    # Loaded here: a key in the system's keyring needs none of it, and the early alarm waits for every import.
    from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

    try:
        cost = Cost(header.memory_kib, header.passes, header.lanes)
        wrapping = _derive(passphrase, bytes.fromhex(header.salt), cost)
        key = aes_key_unwrap(wrapping, bytes.fromhex(header.wrapped))
    except InvalidUnwrap:
        raise ProfileLocked("wrong-passphrase") from None
    if not fits(header, key):
        raise ProfileLocked("wrong-passphrase")
    return key


def check_of(key: bytes, key_id: str) -> str:
    """Return a value that recognises this key and says nothing about it."""
    return hmac.new(key, f"counterwatch profile {key_id}".encode(), hashlib.sha256).hexdigest()


def fits(header: Header, key: bytes) -> bool:
    """Whether this is the key the header was written for."""
    return hmac.compare_digest(check_of(key, header.key_id), header.check)


def read_header(home: Path) -> Header | None:
    """Return the header, None when there is none; ProfileLocked("no-key") when it cannot be read."""
    path = home / HEADER
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        header = Header(**said)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError):
        raise ProfileLocked("no-key") from None
    if header.form != 1:
        raise ProfileLocked("newer-version")
    return header


def write_header(home: Path, header: Header) -> None:
    """Write the header so that it is on the disk before anything is encrypted with its key; StorageFailed."""
    path = home / HEADER
    growing = home / (HEADER + ".part")
    with disk_failures():
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(growing, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(header), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        growing.replace(path)
        sync_folder(home)


def _derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
    # An environment of another code page arrives as lone surrogates: its bytes are the passphrase all the same.
    return kdf.derive(passphrase.encode("utf-8", "surrogateescape"))
