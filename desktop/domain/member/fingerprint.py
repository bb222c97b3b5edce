"""The station's keys in a form two people can compare on the telephone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

_GROUPS, _LETTERS = 6, 4


def fingerprint_of(jwks: Iterable[Mapping[str, str]]) -> str:
    """Return 24 hexadecimal characters in groups of four: the beginning of SHA-256 over the keys' `x`, sorted, one a line.

    96 bits: nobody can make other keys that read the same; a person can read it out in fifteen seconds.
    """
    keys = sorted({jwk.get("x", "") for jwk in jwks})
    digits = hashlib.sha256("\n".join(keys).encode()).hexdigest().upper()[: _GROUPS * _LETTERS]
    return " ".join(digits[at : at + _LETTERS] for at in range(0, len(digits), _LETTERS))
