"""Canonical JSON and digests: what signatures and receipts are made over."""

import hashlib
import json
from collections.abc import Mapping

_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def canonical(value: object) -> bytes:
    """Return UTF-8 JSON with sorted keys and no spaces; without floats this equals RFC 8785."""
    return _CANONICAL.encode(value).encode()


def signed_part(body: Mapping[str, object]) -> bytes:
    """Return the bytes a member signs: the canonical body without `member_signature`."""
    return canonical({name: item for name, item in body.items() if name != "member_signature"})


def sha256_hex(data: bytes) -> str:
    """Return the lower-case hex SHA-256."""
    return hashlib.sha256(data).hexdigest()
