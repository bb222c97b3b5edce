"""Reading request bodies: the limit while streaming, then strict JSON."""

import json
from typing import Any, NoReturn

from fastapi import Request

from station.application.errors import Refused, invalid
from station.domain.findings import FieldError

SMALL_BODY = 16_384
_DEEPEST = 32


async def read_limited(request: Request, limit: int) -> bytes:
    """Return the body; raises Refused("too-large") before reading more than `limit` bytes."""
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > limit:
        raise Refused("too-large", {"limit": limit})
    chunks = bytearray()
    async for chunk in request.stream():
        chunks += chunk
        if len(chunks) > limit:
            raise Refused("too-large", {"limit": limit})
    return bytes(chunks)


async def read_json(request: Request, limit: int = SMALL_BODY) -> dict[str, Any]:
    """Return the body as an object; raises Refused too-large, unsupported-media-type, bad-json or invalid-request."""
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
        raise Refused("unsupported-media-type")
    return parse_object(await read_limited(request, limit))


def parse_object(raw: bytes) -> dict[str, Any]:
    """Return strict JSON: UTF-8, an object, no decimals, no repeated names, no lone surrogates or NUL, not too deep."""
    try:
        value = json.loads(
            raw.decode("utf-8"),
            parse_float=_no_decimals,
            parse_constant=_no_decimals,
            object_pairs_hook=_no_repeats,
        )
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        raise Refused("bad-json") from None
    if not isinstance(value, dict):
        raise Refused("bad-json")
    if _depth(value) > _DEEPEST or _has_nul(value):
        raise invalid(
            "invalid-request", FieldError("", "bad-text", "Too deep, or a NUL character.", "层级过深或含空字符。")
        )
    return value


def _no_decimals(_text: str) -> NoReturn:
    raise ValueError("decimals are not used on this wire")


def _no_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name is repeated")
    return found


def _depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(_depth, value), default=0)
    return 0


def _has_nul(value: object) -> bool:
    if isinstance(value, dict):
        return any(_has_nul(name) or _has_nul(item) for name, item in value.items())
    if isinstance(value, list):
        return any(map(_has_nul, value))
    return isinstance(value, str) and "\0" in value
