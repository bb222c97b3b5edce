"""The station's keys in a form two people can compare on the telephone."""

import hashlib
from collections.abc import Iterable, Mapping

_GROUP, _GROUPS = 4, 6


def key_fingerprint(jwks: Iterable[Mapping[str, str]]) -> str:
    """Return 24 hexadecimal digits in groups of four, the beginning of SHA-256 over the keys' `x`, sorted, one a line.

    The counter shows the same when it is enrolled; both are made from the published keys, so neither has to trust the other.
    """
    lines = "\n".join(sorted({jwk["x"] for jwk in jwks}))
    digits = hashlib.sha256(lines.encode()).hexdigest().upper()
    return " ".join(digits[at : at + _GROUP] for at in range(0, _GROUP * _GROUPS, _GROUP))
