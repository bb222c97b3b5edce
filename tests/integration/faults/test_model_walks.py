"""Three hundred walks of fifty steps in memory: the same kinds of fault as the campaign of real processes, thirty times as fast."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from desktop.application.changes import Outcome
from desktop.domain.delivery.outbox import OutboxEntry, State
from tests.faults.model_county import ModelCounty

TALK = ("deliver", "feed", "reconcile", "rotate", "finish")
PAUSES_S = (1.0, 65.0, 400.0, 90_000.0)
JUMPS_S = (-90_000.0, -400.0, 400.0, 90_000.0)
"""Longer than a lease or a back-off, and than a day."""


class ModelWalk(RuleBasedStateMachine):
    """Rule Z after each step; at the end each letter is at the station once, with one receipt on both sides."""

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
        assert self.county.wrong() == []

    def teardown(self) -> None:
        """Bring everything home and compare."""
        self.county.settle()
        assert self.county.wrong() == []
        assert self.county.missing() == []
        assert self.county.unlike() == []


TestModelWalks = pytest.mark.timeout(300)(ModelWalk.TestCase)
ModelWalk.TestCase.settings = settings(
    max_examples=300, stateful_step_count=50, deadline=None, suppress_health_check=list(HealthCheck)
)


@pytest.mark.parametrize("bug", ["compares nothing", "keeps no former key", "books whatever comes"])
def test_the_walks_find_what_is_planted(bug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if bug == "compares nothing":
        monkeypatch.setattr("desktop.application.delivery.reconcile.Reconcile.__call__", lambda _self: Outcome(0))
    elif bug == "keeps no former key":
        monkeypatch.setattr("desktop.application.delivery.rotate_terminal_key.FORMER", 0)
    else:
        monkeypatch.setattr("desktop.application.delivery.deliver_due.delivered", _closed_by_any_answer)
        monkeypatch.setattr("desktop.application.delivery.deliver_due.put_back", _closed_by_any_answer)
    walks = settings(ModelWalk.TestCase.settings, max_examples=100, phases=[Phase.generate], database=None)
    with pytest.raises(AssertionError):
        run_state_machine_as_test(ModelWalk, settings=walks)


def _closed_by_any_answer(entry: OutboxEntry, *_more: object, **_named: object) -> OutboxEntry:
    return replace(entry, state=State.DELIVERED, lease_owner=None, lease_until=None)
