"""One walk: fifty steps of a Hypothesis machine, rule Z after each, exactly once at its end."""

from __future__ import annotations

import contextlib
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from tests.faults.children import Gone
from tests.faults.kills import MODES
from tests.faults.ledger import check
from tests.faults.shim import Calls, Mode
from tests.faults.table import Findings
from tests.faults.walks.photos import check_photos
from tests.faults.walks.shop import PICTURES, Shop
from tests.faults.walks.town import Town

PAUSES_S = (1.0, 65.0, 400.0, 90_000.0)
SCHEMAS = ("0001", "0002", "0003", "0004")
LINES = ("correct", "withdraw")
DEADLY = ("report", "signed", "photo", "draft", "finish", "rotate", "correct", "feed", "deliver")
"""Orders a side may die in."""


class Walk(RuleBasedStateMachine):
    """What is wrong is noted with the steps that led to it."""

    findings: ClassVar[Findings]
    town: ClassVar[Town]

    def __init__(self) -> None:
        super().__init__()
        self._stack = contextlib.ExitStack()
        self._steps: list[str] = []
        self._count = 0
        self._aged = False

    @initialize()
    def open(self) -> None:
        """Begin with a fresh copy of the county."""
        world = self._stack.enter_context(self.town.fresh())
        self._shop = Shop(world, self.findings, member_id=self.town.member_id)
        self._stack.callback(self._shop.stop)

    @property
    def _how(self) -> str:
        return f"seed {self.findings.seed}, walk {self.findings.runs + 1}: {', '.join(self._steps)}"

    def _token(self) -> str:
        self._count += 1
        token = f"w{self._count}"
        self._shop.ledger.given.append(token)
        return token

    def _order(self, kind: str, pick: int) -> list[Any] | None:
        """Return the order for one step; None when there is nothing it could be about."""
        alerts = list(self._shop.ledger.saved.values())
        drafts = list(self._shop.drafts)
        if kind in ("deliver", "feed", "rotate"):
            return [kind]
        if kind == "report":
            return ["report", [self._token()]]
        if kind == "signed":
            return ["signed", self._shop.member_id, self._token()]
        if kind == "draft":
            return ["draft", self._token()]
        if kind == "finish" and drafts:
            token = drafts[pick % len(drafts)]
            return ["finish", self._shop.drafts[token][0], token]
        if kind == "photo" and alerts:
            return ["photo", alerts[pick % len(alerts)], PICTURES[pick % len(PICTURES)]]
        if kind in LINES and alerts:
            return [kind, alerts[pick % len(alerts)], self._token()]
        return None

    def _do(self, kind: str, pick: int) -> None:
        order = self._order(kind, pick)
        if order is None:
            return
        shop = self._shop
        draft = shop.drafts.get(order[-1]) if kind == "finish" else None
        heard = shop.order(order)
        if not isinstance(heard, dict):
            return
        if "draft" in heard:
            shop.drafts[order[1]] = heard["draft"]
        elif "photo" in heard:
            shop.photos.add(tuple(heard["photo"]))
        elif "ruleset" in heard and draft is not None:
            del shop.drafts[order[-1]]
            if heard["ruleset"] != draft[2]:
                self.findings.note("torn", f"draft of {draft[2]} became {heard['ruleset']} ({self._how})")
        elif "failed" in heard and not heard["failed"].startswith(EXPECTED):
            self.findings.note("errors", f"{order[0]}: {heard['failed']} ({self._how})")

    @rule(kind=st.sampled_from(("report", "signed", "draft", "finish", "photo", *LINES)), pick=st.integers(0, 9))
    def write(self, kind: str, pick: int) -> None:
        """A clerk does something, and what is due is sent."""
        self._steps.append(f"{kind} {pick}")
        self._do(kind, pick)
        self._do("deliver", 0)

    @rule(kind=st.sampled_from(("deliver", "feed", "rotate")))
    def talk(self, kind: str) -> None:
        """The counter speaks with the station."""
        self._steps.append(kind)
        self._do(kind, 0)

    @rule(seconds=st.sampled_from(PAUSES_S))
    def pause(self, seconds: float) -> None:
        """Let time pass."""
        self._steps.append(f"pause {seconds}")
        self._shop.world.clock.advance(seconds)

    @rule(
        side=st.sampled_from(("station", "counter")),
        mode=st.sampled_from(MODES),
        nth=st.integers(1, 90),
        kind=st.sampled_from(DEADLY),
        pick=st.integers(0, 9),
    )
    def die(self, side: str, mode: Mode, nth: int, kind: str, pick: int) -> None:
        """Kill one side at a system call of an exchange (a lost answer, among others), and start it again."""
        self._steps.append(f"die {side} {mode.name} {nth} in {kind} {pick}")
        self._arm(side, mode, nth)
        with contextlib.suppress(Gone):
            self._do(kind, pick)
            self._do("deliver", 0)
        self._after(side)
        self._shop.restart()

    def _arm(self, side: str, mode: Mode, nth: int) -> None:
        self._shop.slots[side].arm(mode, nth, calls=Calls.ALL)

    def _after(self, side: str) -> None:
        if self._shop.slots[side].fired:
            (self._shop.station if side == "station" else self._shop.counter).wait()
            self.findings.facts[f"{side} killed"] += 1

    @rule(kind=st.sampled_from(("backup", "backup", "backup", "publish", "clone", "two clones")))
    def around(self, kind: str) -> None:
        """The station is backed up, publishes a checklist while drafts are open, or copied profiles send too."""
        self._steps.append(kind)
        self.findings.facts[kind] += 1
        if kind == "backup":
            self._shop.backup()
        elif kind == "publish":
            self._shop.publish()
        else:
            self._shop.clones_deliver(1 if kind == "clone" else 2)

    @precondition(lambda self: self._shop.backups > 0)
    @rule(rotating=st.booleans())
    def restore(self, rotating: bool) -> None:
        """Restore the station, perhaps while this PC's change of key has lost its answer."""
        self._steps.append(f"restore{' in a change of key' if rotating else ''}")
        self.findings.facts["restores"] += 1
        if rotating:
            self._arm("station", Mode.KILL_BEFORE, 1)
            self._shop.slots["station"].arm(Mode.KILL_BEFORE, 1, calls=Calls.SEND)
            self._do("rotate", 0)
            self._after("station")
        self._shop.restore()

    @precondition(lambda self: not self._aged)
    @rule(schema=st.sampled_from(SCHEMAS), mode=st.sampled_from((Mode.OFF, *MODES)), nth=st.integers(1, 60))
    def age(self, schema: str, mode: Mode, nth: int) -> None:
        """The profile is of an older version, and is brought up to date, perhaps dying in it; once a walk, for it is slow."""
        self._steps.append(f"schema {schema} {mode.name} {nth}")
        self._aged = True
        self.findings.facts["schemas brought up to date"] += 1
        self._shop.reopen_from(schema, lambda: self._arm("counter", mode, nth))

    def teardown(self) -> None:
        """Bring everything home and compare."""
        with self._stack:
            how = self._how
            self._shop.restart()
            self._shop.drain(how)
            self._shop.look(how)
            check(self._shop.world, self._shop.ledger, self.findings, how, deep=True)
            check_photos(self._shop.world, self._shop.photos, self.findings, how)
            self.findings.runs += 1
            self.findings.facts["steps"] += len(self._steps)

    def check_invariants(self, settings: Any, output: Any, runtimes: Any) -> None:
        """Look at rule Z after each step."""
        super().check_invariants(settings, output, runtimes)
        if self._steps:
            self._shop.look(self._how)


EXPECTED = ("station-unreachable", "station-refused: 401 unknown-key", "invalid-input")
"""What a use case may answer in a walk: the station is away or restored, a withdrawn alert takes no more, too many photos."""
