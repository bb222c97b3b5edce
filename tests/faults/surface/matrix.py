"""Every role at every call with every owner's object: each answer is the table's, and a refusal changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from tests.fakes.desk import DeskClient
from tests.fakes.terminal import Answer, FakeTerminal, Key
from tests.faults.surface import expected
from tests.faults.surface.calls import Call, by_officer, by_terminal, said, unsigned
from tests.faults.surface.county import EVERY, OFFICERS, County, Whose, new_county
from tests.faults.surface.desk_calls import DESK_CALLS
from tests.faults.surface.snapshot import differences
from tests.faults.surface.stock import Stock
from tests.faults.surface.terminal_calls import (
    TERMINAL_CALLS,
    claim_for_another,
    colleagues_rewards,
    enrol,
    put_alert_again,
)
from tests.faults.surface.written import operations
from tests.faults.table import Findings


@dataclass(frozen=True)
class Cell:
    """Somebody at a call: what must be said, the call, and how it is sent."""

    who: str
    operation: str
    whose: str
    wanted: str
    build: Callable[[], Call]
    send: Callable[[Call], Answer]


def run(runs: int, seed: int) -> Findings:
    """Go through the whole table (`runs` cells of it when that is fewer, but not 0)."""
    findings = Findings("matrix", seed)
    for missing in set(operations()) ^ {name.split()[0] for name in {**TERMINAL_CALLS, **DESK_CALLS}}:
        findings.note("errors", f"{missing}: not in both the contract and the table")
    with new_county() as county:
        stock = Stock(county)
        for cell in cells(stock):
            if runs and findings.runs >= runs:
                break
            _ask(county, stock, cell, findings)
    return findings


def cells(stock: Stock) -> Iterator[Cell]:
    """Return every cell; sessions are ended last."""
    yield from _at_terminals(stock)
    yield from _enrolling(stock)
    yield from _members(stock)
    yield from _outside_the_desk(stock)
    for operation in sorted(expected.DESK, key=lambda name: name == "signOut"):
        yield from _at_the_desk(stock, operation)


def _ask(county: County, stock: Stock, cell: Cell, findings: Findings) -> None:
    call = cell.build()
    before = county.keeper.look()
    answer = cell.send(call)
    heard = said(answer)
    findings.runs += 1
    findings.facts[heard if answer.status >= 400 else "let in"] += 1
    where = f"{cell.who} at {cell.operation} with {cell.whose} object: {heard}, wanted {cell.wanted}"
    if heard != cell.wanted:
        findings.note("torn" if answer.status < 400 else "errors", where)
    if answer.status < 400:
        stock.used()
    elif changed := differences(before, county.keeper.look()):
        findings.note("torn", f"{where}; refused and yet changed: {', '.join(changed)}")


def _at_terminals(stock: Stock) -> Iterator[Cell]:
    county = stock.county
    ours, theirs = county.ours, county.theirs
    stranger = _alike(ours.terminal, Key())
    for name, answers in expected.TERMINAL.items():
        if name == "enrol":
            continue
        for whose in EVERY:
            wanted = getattr(answers, whose)
            if not wanted:
                continue
            build = partial(TERMINAL_CALLS[name], stock, whose)
            rotating = name == "rotateTerminalKey"
            yield Cell("the shop's computer", name, whose, wanted, build, partial(_owner_sends, stock, name))
            second = expected.NOT_YOURS if rotating else wanted
            yield Cell("the shop's second computer", name, whose, second, build, partial(by_terminal, ours.second))
            # What is own to us is foreign to them, and the other way round.
            turned = {"own": answers.foreign or wanted, "foreign": answers.own, "unknown": wanted}[whose]
            if not rotating or whose != "foreign":
                yield Cell(
                    "the other shop's computer", name, whose, turned, build, partial(by_terminal, theirs.terminal)
                )
            free = name == "getMeta"
            outsiders: list[tuple[str, str, Callable[[Call], Answer]]] = [
                ("nobody", expected.UNSIGNED, partial(unsigned, ours.terminal)),
                ("an officer's browser", expected.UNSIGNED, partial(_with_cookie, county)),
                ("a stranger's computer", expected.STRANGER, partial(by_terminal, stranger)),
                ("a key that borrows ours", expected.UNSIGNED, partial(by_terminal, _borrowing(ours.terminal))),
                ("a revoked computer", expected.REVOKED, partial(by_terminal, county.revoked)),
            ]
            for who, refused, send in outsiders:
                heard = refused.split()[0] if name == "attachmentProgress" else refused
                yield Cell(who, name, whose, wanted if free else heard, build, send)


def _owner_sends(stock: Stock, name: str, call: Call) -> Answer:
    sender = stock.spare() if name == "rotateTerminalKey" else stock.county.ours.terminal
    return by_terminal(sender, call)


def _with_cookie(county: County, call: Call) -> Answer:
    desk = county.desk("sun")
    return unsigned(county.ours.terminal, call, Cookie=desk.cookie, **{"X-CSRF": desk.csrf})


def _alike(terminal: FakeTerminal, key: Key) -> FakeTerminal:
    return FakeTerminal(terminal.send, terminal.base, key, terminal.now, terminal.enrolment)


class _Borrowed(Key):
    """A key of its own that gives itself another's name."""

    name = ""

    @property
    def thumbprint(self) -> str:
        """The other's."""
        return self.name


def _borrowing(terminal: FakeTerminal) -> FakeTerminal:
    key = _Borrowed()
    key.name = terminal.key.thumbprint
    return _alike(terminal, key)


def _enrolling(stock: Stock) -> Iterator[Cell]:
    county = stock.county
    for whose in EVERY:
        key = Key()
        send = partial(by_terminal, _alike(county.ours.terminal, key))
        wanted = getattr(expected.TERMINAL["enrol"], whose)
        yield Cell("a new computer", "enrol", whose, wanted, partial(enrol, stock, whose, key), send)
    keys = [Key(), county.ours.terminal.key, county.revoked.key]
    senders = [county.ours.terminal, county.ours.terminal, county.revoked]
    for (who, wanted), key, sender in zip(expected.ENROL_BY_OTHERS.items(), keys, senders, strict=True):
        yield Cell(who, "enrol", "own", wanted, partial(enrol, stock, "own", key), partial(by_terminal, sender))
    build = partial(enrol, stock, "own", Key())
    yield Cell("nobody", "enrol", "own", expected.UNSIGNED, build, partial(unsigned, county.ours.terminal))


def _members(stock: Stock) -> Iterator[Cell]:
    send = partial(by_terminal, stock.county.ours.terminal)
    refused = "403 member-assertion"
    yield Cell("a colleague", "readRewards", "own", refused, partial(colleagues_rewards, stock, "own"), send)
    yield Cell("a colleague", "claimReward", "own", refused, partial(claim_for_another, stock, "own"), send)
    # The bytes of a letter that another shop sent are answered to that shop alone.
    again = partial(put_alert_again, stock)
    yield Cell("the shop's computer", "putAlert again", "own", "200", partial(again, "own"), send)
    yield Cell("the shop's computer", "putAlert again", "foreign", expected.NOT_YOURS, partial(again, "foreign"), send)


def _outside_the_desk(stock: Stock) -> Iterator[Cell]:
    county = stock.county
    outsiders: list[tuple[str, Callable[[Call], Answer]]] = [
        ("nobody", partial(unsigned, county.ours.terminal)),
        ("a made-up cookie", partial(unsigned, county.ours.terminal, Cookie="cw_desk=" + "A" * 43)),
        ("a shop's computer", partial(by_terminal, county.ours.terminal)),
        ("a revoked computer", partial(by_terminal, county.revoked)),
    ]
    for name, cookie in county.stale_cookies.items():
        outsiders.append((f"a session {name}", partial(unsigned, county.ours.terminal, Cookie=cookie)))
    for operation in expected.DESK:
        build = partial(DESK_CALLS[operation], stock, "own")
        for who, send in outsiders:
            yield Cell(who, operation, "known", expected.SIGNED_OUT, build, send)
    names: tuple[Whose, ...] = ("own", "unknown")
    for wanted, whose in zip(expected.SIGN_IN.values(), names, strict=True):
        build = partial(DESK_CALLS["signIn"], stock, whose)
        yield Cell("anybody", "signIn", whose, wanted, build, partial(unsigned, county.ours.terminal))


def _at_the_desk(stock: Stock, operation: str) -> Iterator[Cell]:
    row = expected.DESK[operation]
    allowed = set(row.roles.split())
    for username in [name for name in OFFICERS if name != "gone"]:
        desk = stock.county.desk(username)
        who = f"{username} ({', '.join(OFFICERS[username]) or 'no role'})"
        may = bool(allowed & set(OFFICERS[username])) or operation in expected.ROLE_FREE
        own = partial(DESK_CALLS[operation], stock, "own")
        if own().method != "GET":
            for token in ("", "A" * 43, stock.county.desk("zhou" if username != "zhou" else "wang").csrf):
                send = partial(_with_token, desk, token)
                yield Cell(f"{who}, wrong token", operation, "known", expected.NO_TOKEN, own, send)
        for whose, right in (("unknown", row.unknown), ("own", row.known)):
            if right:
                wanted = expected.PROPOSERS_OWN.get((operation, username), right) if whose == "own" else right
                build = partial(DESK_CALLS[operation], stock, "own" if whose == "own" else "unknown")
                yield Cell(
                    who, operation, whose, wanted if may else expected.FORBIDDEN, build, partial(by_officer, desk)
                )


def _with_token(desk: DeskClient, token: str, call: Call) -> Answer:
    headers = {"X-CSRF": token} if token else {}
    changed = Call(call.method, call.path, call.body, {**call.headers, **headers}, call.covered, call.revision)
    return by_officer(desk, changed, token=False)
