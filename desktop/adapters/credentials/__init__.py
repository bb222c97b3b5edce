"""The key of a profile's database: in the system's keyring, or wrapped by a passphrase; never in plain text."""

from desktop.adapters.credentials.header import PASSPHRASE_COST
from desktop.adapters.credentials.profile_key import (
    KEY_BYTES,
    PRACTICE_PASSPHRASE,
    adopt_key,
    change_passphrase,
    known_key,
    open_key,
    settle,
)

__all__ = [
    "KEY_BYTES",
    "PASSPHRASE_COST",
    "PRACTICE_PASSPHRASE",
    "adopt_key",
    "change_passphrase",
    "known_key",
    "open_key",
    "settle",
]
