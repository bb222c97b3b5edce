"""Walks of fifty steps in memory: the kinds of fault of the campaign with real processes, at a seventieth of its cost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from hypothesis import seed as with_seed
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from tests.faults.model_county import ModelCounty
from tests.faults.table import Findings
from tests.faults.walking import walks

TALK = ("deliver", "feed", "reconcile", "rotate", "finish")
PAUSES_S = (1.0, 65.0, 400.0, 90_000.0)
JUMPS_S = (-90_000.0, -400.0, 400.0, 90_000.0)
"""Longer than a lease or a back-off, and than a day."""


class ModelWalk(RuleBasedStateMachine):
    """Rule Z after each step; at the end the station has each letter, with the content that was saved."""

    findings: ClassVar[Findings] = Findings("model", 0)

    def __init__(self) -> None:
        super().__init__()
        self.county = ModelCounty()

    @rule(pick=st.integers(0, 3), send=st.booleans())
    def write(self, pick: int, send: bool) -> None:
        """A clerk reports or adds something, which is sent or waits."""
        self.county.do("report" if pick < 2 else "add", pick)
        if send:
            self.county.do("deliver")

    @rule(step=st.sampled_from(TALK), process=st.integers(0, 1))
    def talk(self, step: str, process: int) -> None:
        """One of the two processes speaks with the station."""
        self.county.do(step, process=process)

    @rule(first=st.sampled_from(TALK), second=st.sampled_from((*TALK, "backup", "restore", "report")))
    def talk_meanwhile(self, first: str, second: str) -> None:
        """Something happens while an answer is on the wire."""
        self.county.station.on_the_wire = lambda: self.county.do(second, process=1)
        self.county.do(first)
        self.county.station.on_the_wire = None

    @rule(seconds=st.sampled_from(PAUSES_S))
    def pause(self, seconds: float) -> None:
        """Let time pass."""
        self.county.clock.advance(seconds)

    @rule(seconds=st.sampled_from(JUMPS_S))
    def jump(self, seconds: float) -> None:
        """Somebody sets the clock."""
        self.county.clock.jump(seconds)

    @rule(
        nth=st.integers(1, 24),
        death=st.booleans(),
        steps=st.lists(st.sampled_from((*TALK, "report", "add")), min_size=1, max_size=3),
    )
    def break_off(self, nth: int, death: bool, steps: list[str]) -> None:
        """A process dies before or after a commit or a word, or the line breaks there: among others, an answer is lost."""
        self.county.break_at(nth, death=death)
        for step in steps:
            self.county.do(step)
        self.county.mend()

    @rule()
    def backup(self) -> None:
        """The station is backed up."""
        self.county.do("backup")

    @precondition(lambda self: self.county.station.backups)
    @rule(which=st.integers(0, 3))
    def restore(self, which: int) -> None:
        """The station is restored."""
        self.county.do("restore", which)

    @rule(count=st.integers(1, 2), meanwhile=st.booleans())
    def clones(self, count: int, meanwhile: bool) -> None:
        """Copied profiles send too."""
        self.county.clones_send(count, meanwhile=meanwhile)

    @invariant()
    def rule_z(self) -> None:
        """Each alert is in one state, delivered only with a receipt for its content, and what was saved is there."""
        _nothing("wrong", self.county.wrong())

    def teardown(self) -> None:
        """Bring everything home and compare."""
        self.findings.runs += 1
        self.county.settle()
        _nothing("wrong", self.county.wrong())
        _nothing("missing at the station", self.county.missing())
        _nothing("of other content", self.county.unlike())


def _nothing(name: str, found: Sequence[object]) -> None:
    if found:
        raise AssertionError(f"{name}: {found[:5]}")


def run(runs: int, seed: int) -> Findings:
    """Walk `runs` times up to 50 steps; the first walk that goes wrong ends the run, with its steps."""
    findings = Findings("model", seed)
    machine = type("ModelWalkOfThisRun", (ModelWalk,), {"findings": findings})
    try:
        run_state_machine_as_test(with_seed(seed)(machine), settings=walks(runs))
    except AssertionError as error:
        told = "\n".join([str(error), *getattr(error, "__notes__", [])])
        findings.note("torn", f"seed {seed}, walk {findings.runs}: {told}")
    return findings
