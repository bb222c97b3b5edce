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


def cut_part(raw: bytes, signature: str) -> bytes | None:
    """Return `raw` without its `member_signature`, cut out as it stands; None when it does not stand there exactly once.

    For a canonical `raw` these are the bytes of `signed_part`. A signature over them is the member's over this very content; one that
    does not fit them says nothing yet.
    """
    member = f',"member_signature":"{signature}"'.encode()
    return raw.replace(member, b"") if raw.count(b'"member_signature"') == raw.count(member) == 1 else None


def sha256_hex(data: bytes) -> str:
    """Return the lower-case hex SHA-256."""
    return hashlib.sha256(data).hexdigest()
