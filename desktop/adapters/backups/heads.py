"""The first lines of a backup file, in plain text: what it is, when it was made, how its passphrase opens it. Nothing personal."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import BinaryIO

from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from desktop.application.care_port import BackupKey
from desktop.application.errors import BackupUnreadable
from desktop.application.hardening import Cost

MAGIC = b"COUNTERWATCH BACKUP\n"
FORM = 1
_LONGEST_HEAD = 4096
_KEY = 32
# The profile's own passphrase cost: three passes over 128 MiB (RFC 9106 asks for at least 64 MiB with three passes).
COST = Cost(128 * 1024, 3)
_MOST = Cost(1024 * 1024, 12, 4)


@dataclass(frozen=True, slots=True)
class Head:
    """`sealed` is the backup key under the passphrase (Argon2id, AES key wrap), `salt` this file's own; hex."""

    form: int
    made_at: str
    profile: str
    salt: str
    sealed: Mapping[str, object]

    def line(self) -> bytes:
        """Return it as it stands in the file."""
        return json.dumps(asdict(self), sort_keys=True).encode() + b"\n"


def new_key(passphrase: str, cost: Cost) -> BackupKey:
    """Return a new key with itself under the passphrase."""
    key, salt = secrets.token_bytes(_KEY), secrets.token_bytes(16)
    sealed = {
        "salt": salt.hex(),
        "wrapped": aes_key_wrap(_derive(passphrase, salt, cost), key).hex(),
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
    }
    return BackupKey(key.hex(), sealed, secrets.token_hex(8))


def open_key(head: Head, passphrase: str) -> bytes:
    """Return the backup key; BackupUnreadable (wrong-passphrase | damaged)."""
    said = head.sealed
    try:
        cost = Cost(*(_whole(said[name]) for name in ("memory_kib", "passes", "lanes")))
        salt, wrapped = bytes.fromhex(str(said["salt"])), bytes.fromhex(str(said["wrapped"]))
    except (KeyError, ValueError):
        raise BackupUnreadable("damaged") from None
    if cost.memory_kib > _MOST.memory_kib or cost.passes > _MOST.passes or cost.lanes > _MOST.lanes:
        # A file must not make this PC work for hours.
        raise BackupUnreadable("damaged")
    try:
        return aes_key_unwrap(_derive(passphrase, salt, cost), wrapped)
    except InvalidUnwrap:
        raise BackupUnreadable("wrong-passphrase") from None
    except ValueError:
        raise BackupUnreadable("damaged") from None


def read_head(source: BinaryIO) -> tuple[Head, bytes]:
    """Return the head and its exact bytes; BackupUnreadable (not-a-backup | newer-version | damaged)."""
    if source.read(len(MAGIC)) != MAGIC:
        raise BackupUnreadable("not-a-backup")
    line = source.readline(_LONGEST_HEAD)
    try:
        said = json.loads(line)
        form = said["form"]
        if isinstance(form, int) and form > FORM:
            raise BackupUnreadable("newer-version")
        head = Head(form, str(said["made_at"]), str(said["profile"]), str(said["salt"]), dict(said["sealed"]))
        bytes.fromhex(head.salt)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise BackupUnreadable("damaged") from None
    return head, line


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError("no whole number")
    return value


def _derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
    return kdf.derive(passphrase.encode("utf-8", "surrogateescape"))
