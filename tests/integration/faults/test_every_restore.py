"""Whatever the order of letters, backups and restores, and whatever is on the wire meanwhile: the station has it all again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.faults.restored_county import RestoredCounty

TALK = ("deliver", "feed", "reconcile")
STEPS = ("report", "add", "backup", "restore", "pause", *TALK)
Step = tuple[str, int, int]

_step = st.tuples(st.sampled_from(STEPS), st.integers(0, 3), st.integers(0, 1))
_talk = st.tuples(st.sampled_from(TALK), st.integers(0, 3), st.integers(0, 1))
_meanwhile = st.tuples(_talk, st.lists(_step, max_size=8))
"""A call, and what happens between the station's answer and its arrival."""


@settings(max_examples=400)
@given(st.lists(st.one_of(_step.map(lambda step: (step, [])), _meanwhile), max_size=25))
def test_any_order_of_restores_brings_every_letter_back(story: list[tuple[Step, list[Step]]]) -> None:
    county = RestoredCounty()
    play(county, story)
    county.settle()
    assert county.missing() == []


def play(county: RestoredCounty, story: list[tuple[Step, list[Step]]]) -> None:
    """Do the steps, each with what happens while its answer is under way."""
    for step, meanwhile in story:

        def now(steps: list[Step] = meanwhile) -> None:
            for one in steps:
                county.do(*one)

        county.station.on_the_wire = now if meanwhile else None
        county.do(*step)


@pytest.mark.parametrize(
    "steps",
    [
        ["backup", "report", "deliver", "restore"],
        ["feed", "backup", "report", "deliver", "restore", "feed", "reconcile", "deliver", "restore", "feed"],
        ["backup", "feed", "report", "deliver", "restore", "feed", "reconcile", "restore", "deliver"],
    ],
    ids=["the feed was never read", "restored twice, read once between", "restored again after the comparison"],
)
def test_letters_of_a_vanished_epoch_come_back(steps: list[str]) -> None:
    county = RestoredCounty()
    for step in steps:
        county.do(step)
    county.settle()
    assert county.missing() == []


def test_a_letter_booked_after_the_comparison_had_passed_it_is_compared_again() -> None:
    """The old station's receipt arrives when the restored one has been asked already, without that letter."""
    county = RestoredCounty()
    for step in ("report", "deliver", "feed", "backup", "report"):
        county.do(step)

    def meanwhile() -> None:
        county.do("restore")
        for step in ("feed", "reconcile", "feed"):
            county.do(step, process=1)

    county.station.on_the_wire = meanwhile
    county.do("deliver")
    county.settle()
    assert county.missing() == []


def test_a_station_restored_between_two_pages_of_a_comparison_is_asked_from_the_beginning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("desktop.application.delivery.reconcile.PAGE", 2)
    county = RestoredCounty()
    for step in ("feed", "backup", *["report"] * 4, "deliver", "backup", "restore", "feed"):
        county.do(step, which=1)
    county.station.on_the_wire = lambda: county.do("restore")
    county.do("reconcile")
    county.settle()
    assert county.missing() == []
