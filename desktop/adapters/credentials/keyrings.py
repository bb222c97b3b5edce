"""Which of the system's keyrings may hold a profile key."""

from __future__ import annotations

from typing import Protocol

from desktop.application.errors import ProfileLocked

# Module of the backend: an allow-list, because an installed plug-in may be plain text and keyring would choose it quietly.
REAL_BACKENDS = (
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
)


class Keyring(Protocol):
    """What is used of a keyring."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...


def real_keyring() -> Keyring | None:
    """Return the system's keyring when it is one that protects what it holds, else None."""
    import keyring
    from keyring.backends.chainer import ChainerBackend

    chosen = keyring.get_keyring()
    candidates = list(chosen.backends) if isinstance(chosen, ChainerBackend) else [chosen]
    for backend in candidates:
        if type(backend).__module__ in REAL_BACKENDS:
            return backend
    return None


def read_secret(keyring: Keyring, service: str, name: str) -> str | None:
    """Return a stored secret; ProfileLocked("keyring-locked") when the keyring does not answer."""
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(service, name)
    except KeyringError:
        raise ProfileLocked("keyring-locked") from None


def store_secret(keyring: Keyring, service: str, name: str, secret: str) -> bool:
    """Store a secret and read it back; False when the keyring did not keep it."""
    from keyring.errors import KeyringError

    try:
        keyring.set_password(service, name, secret)
        return keyring.get_password(service, name) == secret
    except KeyringError:
        return False
