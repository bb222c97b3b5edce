"""A keyring that forgets; apart from the other support because importing `keyring` costs a tenth of a second."""

from __future__ import annotations

from dataclasses import dataclass, field

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


@dataclass
class MemoryKeyring(KeyringBackend):
    """A working keyring that lives as long as one test."""

    secrets: dict[tuple[str, str], str] = field(default_factory=dict)
    # keyring ranks backends by this; below every real one, so that only a test that asks gets it.
    priority = 0.1

    def get_password(self, service: str, username: str) -> str | None:
        """The secret stored under this name, if any."""
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Store a secret."""
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget a secret; PasswordDeleteError when there is none."""
        if self.secrets.pop((service, username), None) is None:
            raise PasswordDeleteError(username)
