"""Passwords of other parts (the network's proxy) in the system's keyring."""

from __future__ import annotations

from collections.abc import Callable

from desktop.adapters.credentials.keyrings import Keyring, read_secret, real_keyring, store_secret
from desktop.application.errors import ProfileLocked

SERVICE = "counterwatch"


class KeyringSecrets:
    """Secrets of one profile, told apart by `owner`."""

    def __init__(self, owner: str, *, find_keyring: Callable[[], Keyring | None] = real_keyring) -> None:
        self._owner = owner
        self._find = find_keyring

    def read(self, name: str) -> str | None:
        """Return a secret, None when there is none or the keyring does not answer."""
        keyring = self._find()
        if keyring is None:
            return None
        try:
            return read_secret(keyring, SERVICE, f"{name}:{self._owner}")
        except ProfileLocked:
            return None

    def keep(self, name: str, secret: str) -> bool:
        """Store a secret; False when no keyring holds it."""
        keyring = self._find()
        return keyring is not None and store_secret(keyring, SERVICE, f"{name}:{self._owner}", secret)
