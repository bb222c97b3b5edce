"""Reading request bodies: the limit while streaming, then strict JSON."""

import json
import re
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
        text = raw.decode("utf-8")
        value = _STRICT.decode(text)
        if _HALF.search(text):
            _PLAIN.encode(value).encode("utf-8")
    except (ValueError, RecursionError):
        raise Refused("bad-json") from None
    if not isinstance(value, dict):
        raise Refused("bad-json")
    if _too_deep(value, _DEEPEST) or (_NUL in text and _has_nul(value)):
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


_STRICT = json.JSONDecoder(parse_float=_no_decimals, parse_constant=_no_decimals, object_pairs_hook=_no_repeats)
_PLAIN = json.JSONEncoder(ensure_ascii=False)
# Strict JSON in UTF-8 can bring a lone surrogate or a NUL only by its escape.
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_NUL = "\\u0000"


def _too_deep(value: dict[str, Any] | list[Any], most: int) -> bool:
    level: list[Any] = [value]
    for _depth in range(most):
        level = [
            item
            for holder in level
            for item in (holder.values() if type(holder) is dict else holder)
            if type(item) is dict or type(item) is list
        ]
        if not level:
            return False
    return True


def _has_nul(value: object) -> bool:
    if isinstance(value, dict):
        return any(_has_nul(name) or _has_nul(item) for name, item in value.items())
    if isinstance(value, list):
        return any(map(_has_nul, value))
    return isinstance(value, str) and "\0" in value
