"""Password hashing with Argon2id."""

import secrets

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

MADE_UP = (1024, 1)
"""Memory in KiB and passes for passwords that stand in the program: practice mode's and the tests'."""


class Argon2Passwords:
    """Argon2id with 19 MiB, two passes, one lane (OWASP password storage, second choice)."""

    def __init__(self, memory_kib: int = 19 * 1024, passes: int = 2) -> None:
        self._memory = memory_kib
        self._passes = passes

    def hash(self, password: str) -> str:
        """Return the PHC string."""
        kdf = Argon2id(
            salt=secrets.token_bytes(16), length=32, iterations=self._passes, lanes=1, memory_cost=self._memory
        )
        return kdf.derive_phc_encoded(password.encode())

    def matches(self, password: str, phc: str) -> bool:
        """True when the password is the right one."""
        try:
            Argon2id.verify_phc_encoded(password.encode(), phc)
        except (InvalidKey, ValueError):
            return False
        return True
