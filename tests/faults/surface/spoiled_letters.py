"""One thing wrong around a terminal's body: its signature, its digest, its time, its nonce, its kind, its size, its version."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from tests.fakes.terminal import Answer, FakeTerminal
from tests.faults.surface.calls import PREFIX, Call, by_terminal
from tests.faults.surface.spoiled_bodies import NOT_JSON

TOO_MUCH = b"0" * (2 * 1024 * 1024)


@dataclass(frozen=True)
class Wrong:
    """A call with one thing wrong: what, how it is sent, and the answers it may get (any of the contract's when none)."""

    what: str
    send: Callable[[], Answer]
    wanted: frozenset[str] = frozenset()
    pointer: str = ""


def spoiled_letters(terminal: FakeTerminal, call: Call) -> Iterator[Wrong]:
    """Return what can go wrong with any signed call."""
    send = partial(_with_headers, terminal, call)
    yield Wrong("no signature", partial(send, _without("Signature", "Signature-Input")), _is("401 bad-signature"))
    yield Wrong("no digest", partial(send, _without("Content-Digest")), _is("401 bad-signature"))
    yield Wrong("a wrong signature", partial(send, _bent), _is("401 bad-signature"))
    yield Wrong("the signature of another call", partial(_of_another, terminal, call), _is("401 bad-signature"))
    yield Wrong("the digest of another body", partial(_other_digest, terminal, call), _is("400 bad-digest"))
    for minutes in (-6, 6):
        created = terminal.now() + timedelta(minutes=minutes)
        late = partial(by_terminal, terminal, call, created=created)
        yield Wrong(f"{minutes} minutes off", late, _is("401 stale-signature"))
    yield Wrong("a short nonce", partial(by_terminal, terminal, call, nonce="short"), _is("401 bad-signature"))
    elsewhere = Call(call.method, call.path, call.body, call.headers, call.covered)
    yield Wrong("an unknown version", partial(_at_version, terminal, elsewhere, "/api/v9"), _is("404 not-found"))
    yield Wrong("an unknown method", partial(_with_method, terminal, call), _is("405 method-not-allowed"))
    if not call.covered:
        return
    bare = Call(call.method, call.path, call.body, {**call.headers, **call.covered})
    yield Wrong("the alert left out of the signature", partial(by_terminal, terminal, bare), _is("401 bad-signature"))


def spoiled_content(terminal: FakeTerminal, call: Call) -> Iterator[Wrong]:
    """Return what can be wrong with a body before anybody reads its members; the signature is right."""
    if not call.raw:
        return
    plain = partial(by_terminal, terminal, media_type="text/plain")
    yield Wrong("a wrong kind of body", partial(plain, call), _is("415 unsupported-media-type"))
    big = Call(call.method, call.path, TOO_MUCH, call.headers, call.covered)
    yield Wrong("too much", partial(by_terminal, terminal, big), _is("413 too-large"))
    if isinstance(call.body, bytes):
        return
    for what, raw in NOT_JSON.items():
        broken = Call(call.method, call.path, raw, call.headers, call.covered)
        yield Wrong(f"no JSON: {what}", partial(by_terminal, terminal, broken), _is("400 bad-json"))


def _is(*said: str) -> frozenset[str]:
    return frozenset(said)


Change = Callable[[dict[str, str]], dict[str, str]]


def _with_headers(terminal: FakeTerminal, call: Call, change: Change) -> Answer:
    path = PREFIX + call.path
    headers = terminal.signed_headers(call.method, path, call.raw, signed=call.covered, media_type=call.media_type)
    return terminal.send(call.method, terminal.base + path, {**change(headers), **call.headers}, call.raw)


def _without(*names: str) -> Change:
    return lambda headers: {name: value for name, value in headers.items() if name not in names}


def _bent(headers: dict[str, str]) -> dict[str, str]:
    raw = bytearray(base64.b64decode(headers["Signature"].removeprefix("sig1=:").removesuffix(":")))
    raw[7] ^= 4
    return {**headers, "Signature": f"sig1=:{base64.b64encode(raw).decode()}:"}


def _of_another(terminal: FakeTerminal, call: Call) -> Answer:
    other = terminal.signed_headers(
        call.method, f"{PREFIX}/elsewhere", call.raw, signed=call.covered, media_type=call.media_type
    )
    return terminal.send(call.method, terminal.base + PREFIX + call.path, {**other, **call.headers}, call.raw)


def _other_digest(terminal: FakeTerminal, call: Call) -> Answer:
    path = PREFIX + call.path
    other = call.raw + b" "
    headers = terminal.signed_headers(call.method, path, other, signed=call.covered, media_type=call.media_type)
    return terminal.send(call.method, terminal.base + path, {**headers, **call.headers}, call.raw)


def _at_version(terminal: FakeTerminal, call: Call, prefix: str) -> Answer:
    headers = terminal.signed_headers(
        call.method, prefix + call.path, call.raw, signed=call.covered, media_type=call.media_type
    )
    return terminal.send(call.method, terminal.base + prefix + call.path, {**headers, **call.headers}, call.raw)


def _with_method(terminal: FakeTerminal, call: Call) -> Answer:
    return by_terminal(terminal, Call("TRACE", call.path, call.body, call.headers, call.covered))
