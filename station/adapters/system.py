"""Clock, ids and secrets of the running machine."""

import base64
import secrets
from datetime import UTC, datetime

from station.domain.codes import ALPHABET, LENGTH


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """Return the present moment, aware, UTC."""
        return datetime.now(UTC)


class RandomIds:
    """Names and secrets from the system's random source."""

    def new(self, prefix: str) -> str:
        """Return `prefix_` and 16 characters of the code alphabet (80 bits)."""
        return f"{prefix}_{_letters(16).lower()}"

    def code(self) -> str:
        """Return a fresh one-time code."""
        return _letters(LENGTH)

    def secret(self) -> str:
        """Return 32 random bytes, base64url without padding."""
        return base64.urlsafe_b64encode(secrets.token_bytes(32)).rstrip(b"=").decode()


def _letters(count: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(count))
