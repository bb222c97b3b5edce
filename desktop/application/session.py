"""The signed-in clerk: who reports, and the key that proves it, in memory only."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class Session:
    """One sign-in; the key is inside `_signer`, never shown, and gone when the session object is."""

    member_id: str
    name: str
    role: str
    _signer: Callable[[bytes], str] = field(repr=False)

    def sign(self, payload: bytes) -> str:
        """Return the detached JWS (header..signature) of the member over `payload`."""
        return self._signer(payload)

    def sign_compact(self, payload: bytes) -> str:
        """Return the compact JWS with `payload` inside, for reward claims and member assertions."""
        header, _, signature = self._signer(payload).split(".")
        middle = base64.urlsafe_b64encode(payload).rstrip(b"=").decode()
        return f"{header}.{middle}.{signature}"
