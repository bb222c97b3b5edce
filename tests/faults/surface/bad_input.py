"""Every call of the API with one thing wrong: a problem of a known kind with a sentence, and nothing stored in part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from typing import Any

from station.adapters.contract import WireContract
from tests.fakes.desk import DeskClient
from tests.fakes.terminal import Answer, FakeTerminal, Key
from tests.faults.surface.calls import Call, by_officer, by_terminal, said
from tests.faults.surface.county import County, new_county
from tests.faults.surface.desk_calls import DESK_CALLS
from tests.faults.surface.expected import DESK
from tests.faults.surface.particular import particular
from tests.faults.surface.snapshot import differences
from tests.faults.surface.spoiled_bodies import NOT_JSON, request_schemas, spoiled
from tests.faults.surface.spoiled_letters import TOO_MUCH, Wrong, spoiled_content, spoiled_letters
from tests.faults.surface.stock import Stock
from tests.faults.surface.terminal_calls import TERMINAL_CALLS, enrol
from tests.faults.surface.written import refusals
from tests.faults.table import Findings

BY_ROLE = {"duty": "wang", "approver": "zhao", "finance": "qian", "admin": "sun", "auditor": "zhou"}
NO_NOISE = frozenset({"method-not-allowed", "not-found"})
"""Kinds the server gives for addresses and methods it does not have; the contract names no answers for those."""
_HAN = re.compile(r"[\u4e00-\u9fff]")


def run(runs: int, seed: int) -> Findings:
    """Make every wrong call (`runs` of them when that is fewer, but not 0)."""
    findings = Findings("bad-input", seed)
    with new_county() as county:
        stock = Stock(county)
        for operation, wrong in every_wrong(stock):
            if runs and findings.runs >= runs:
                break
            _ask(county, stock, operation, wrong, findings)
    return findings


def every_wrong(stock: Stock) -> Iterator[tuple[str, Wrong]]:
    """Return each operation's wrong calls."""
    for operation in TERMINAL_CALLS:
        if operation == "getMeta":
            continue
        terminal, call = _right_call(stock, operation)
        for wrong in (*spoiled_letters(terminal, call), *spoiled_content(terminal, call)):
            yield operation, wrong
        yield from ((operation, wrong) for wrong in _members(operation, partial(by_terminal, terminal), call))
        if call.method == "POST":
            yield operation, _replayed(stock, operation)
    for operation, build in DESK_CALLS.items():
        desk = stock.county.desk(BY_ROLE[DESK[operation].roles.split()[0]] if operation in DESK else "wang")
        call = build(stock, "own")
        yield from ((operation, wrong) for wrong in _at_desk(operation, desk, call))
    yield from particular(stock)


def _right_call(stock: Stock, operation: str) -> tuple[FakeTerminal, Call]:
    ours = stock.county.ours.terminal
    if operation == "enrol":
        key = Key()
        return FakeTerminal(ours.send, ours.base, key, ours.now, ours.enrolment), enrol(stock, "own", key)
    sender = stock.spare() if operation == "rotateTerminalKey" else ours
    return sender, TERMINAL_CALLS[operation](stock, "own")


def _members(operation: str, send: Any, call: Call) -> Iterator[Wrong]:
    """Each member of the body spoiled in turn."""
    if operation.split(maxsplit=1)[0] not in request_schemas():
        return
    deep = operation in TERMINAL_CALLS
    for what, path, body in spoiled(operation.split(maxsplit=1)[0], call.body, deep=deep):
        pointer = "/" + "/".join(map(str, path))
        changed = Call(call.method, call.path, body, call.headers, call.covered, call.revision)
        slugs = {"putAlert": "invalid-alert", "putSupplement": "invalid-supplement"}
        wanted = {f"422 {slugs.get(operation, 'invalid-request')}"}
        if operation == "enrol" and path[0] == "terminal_jwk":
            # The call is signed by the key in its body: without a key there is no signature.
            wanted = {"401 bad-signature"}
        if operation == "proposeReward" and path == ("amount_fen",):
            wanted.add("422 reward-out-of-bounds")
        yield Wrong(f"{pointer} {what}", partial(send, changed), frozenset(wanted), pointer)


def _replayed(stock: Stock, operation: str) -> Wrong:
    """The same nonce a second time, with another body that is right in itself."""

    def send() -> Answer:
        terminal, first = _right_call(stock, operation)
        nonce = operation.ljust(22, "0")
        assert by_terminal(terminal, first, nonce=nonce).status < 300
        before = stock.county.keeper.look()
        again = by_terminal(terminal, first, nonce=nonce)
        assert not differences(before, stock.county.keeper.look()), f"{operation}: a replay changed something"
        return again

    # A key that has just been replaced may repeat the call whose answer was lost, but not with an old nonce.
    return Wrong("a replay", send, frozenset({"409 replayed-nonce"}))


def _at_desk(operation: str, desk: DeskClient, call: Call) -> Iterator[Wrong]:
    send = partial(by_officer, desk)
    method = Call("PATCH", call.path, call.body, call.headers)
    yield Wrong("an unknown method", partial(send, method), frozenset({"405 method-not-allowed"}))
    if call.revision is not None:
        for text, wanted in (
            ("", "428 revision-required"),
            ('"x"', "428 revision-required"),
            ('"77"', "412 stale-revision"),
        ):
            other = Call(call.method, call.path, call.body, {"If-Match": text} if text else {})
            yield Wrong(f"revision {text or 'missing'}", partial(send, other), frozenset({wanted}))
    if call.body is None:
        return
    yield from _members(operation, send, call)
    for what, raw in NOT_JSON.items():
        yield Wrong(f"no JSON: {what}", partial(_raw_to_desk, desk, call, raw), frozenset({"400 bad-json"}))
    yield Wrong("too much", partial(_raw_to_desk, desk, call, TOO_MUCH * 2), frozenset({"413 too-large"}))
    plain = partial(_raw_to_desk, desk, call, b"{}", kind="text/plain")
    yield Wrong("a wrong kind of body", plain, frozenset({"415 unsupported-media-type"}))


def _raw_to_desk(desk: DeskClient, call: Call, raw: bytes, kind: str = "application/json") -> Answer:
    headers = {"X-CSRF": desk.csrf, "Content-Type": kind}
    if call.revision is not None:
        headers["If-Match"] = f'"{call.revision}"'
    return desk.raw(call.method, call.path.removeprefix("/desk"), raw, headers)


def _ask(county: County, stock: Stock, operation: str, wrong: Wrong, findings: Findings) -> None:
    before = county.keeper.look()
    answer = wrong.send()
    changed = differences(before, county.keeper.look()) if wrong.what != "a replay" else []
    findings.runs += 1
    findings.facts[said(answer)] += 1
    where = f"{operation}, {wrong.what}: {said(answer)}"
    if answer.status < 400:
        findings.note("torn", f"{where}: let in")
        stock.used()
        return
    if wrong.wanted and said(answer).split(" ")[: 2 if answer.content else 1] not in [
        one.split(" ")[: 2 if answer.content else 1] for one in wrong.wanted
    ]:
        findings.note("errors", f"{where}, wanted {' or '.join(sorted(wrong.wanted))}")
    for fault in faults_of(operation, answer, wrong.pointer):
        findings.note("errors", f"{where}: {fault}")
    if changed:
        findings.note("torn", f"{where}: refused and yet changed: {', '.join(changed)}")
    if wrong.what == "a replay":
        stock.used()


def faults_of(operation: str, answer: Answer, pointer: str) -> Iterator[str]:
    """Return what is wrong with a refusal: its kind, its form, its sentences, the field it names."""
    if not answer.content:
        return
    if answer.headers["Content-Type"] != "application/problem+json":
        yield f"is {answer.headers['Content-Type']}"
        return
    body = answer.json()
    yield from (f"{item.pointer} {item.code}" for item in _wire().errors("problem", body))
    if answer.slug not in NO_NOISE and answer.slug not in refusals(operation.split(maxsplit=1)[0], answer.status):
        yield "the contract does not name it"
    for told in (body, *body["errors"]):
        if not told["detail"].strip().endswith(".") or not _HAN.search(told["detail_zh"]):
            yield f"no sentence: {told}"
    if pointer and answer.status == 422 and not [one for one in body["errors"] if _same(one["pointer"], pointer)]:
        yield f"does not name {pointer}: {[one['pointer'] for one in body['errors']]}"


def _same(told: str, pointer: str) -> bool:
    return told == pointer or told.startswith(f"{pointer}/") or pointer.startswith(f"{told}/")


@cache
def _wire() -> WireContract:
    return WireContract()
