"""Keyed marks: the same value gives the same mark on this PC, and nobody without the profile's key can try values out."""

from __future__ import annotations

import hashlib
import hmac

_PURPOSE = b"counterwatch blind index 1"


class Marks:
    """HMAC-SHA256 under a key drawn from the profile's; the key itself is in no table and no backup."""

    def __init__(self, profile_key: bytes) -> None:
        self._key = hmac.digest(profile_key, _PURPOSE, hashlib.sha256)

    def of(self, kind: str, value: str) -> str:
        """Return the mark of a value of a kind (32 hexadecimal digits), empty for an empty value."""
        if not value:
            return ""
        return hmac.digest(self._key, f"{kind}\n{value}".encode(), hashlib.sha256).hex()[:32]
