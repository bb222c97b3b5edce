"""A long run in parts: stopped, gone on with, and what is said of it."""

from __future__ import annotations

from pathlib import Path

from tests.faults.parts import Diary, go_on
from tests.faults.table import Findings


def bad_at_seed_eight(runs: int, seed: int) -> Findings:
    findings = Findings("made-up", seed, runs=runs)
    findings.facts["parts"] += 1
    if seed == 8:
        findings.note("lost", "a letter")
    return findings


def test_parts_are_added_up_and_a_finding_names_its_own_part(tmp_path: Path) -> None:
    found = go_on(Diary(7), "made-up", bad_at_seed_eight, wanted=25, part=10, minutes=None)
    assert (found.runs, found.lost, found.facts["parts"]) == (25, 1, 3)
    assert found.notes == ["again: python3 dev.py faults --only made-up --seed 8 --runs 10", "lost: a letter"]


def test_a_run_that_was_stopped_goes_on_where_it_was(tmp_path: Path) -> None:
    file = tmp_path / "diary.json"
    go_on(Diary.opened(file, 7), "made-up", bad_at_seed_eight, wanted=25, part=10, minutes=0)
    again = Diary.opened(file, 999)
    assert (again.seed, again.of("made-up").asked) == (7, 10)
    found = go_on(again, "made-up", bad_at_seed_eight, wanted=25, part=10, minutes=None)
    assert (found.runs, found.lost, found.facts["parts"]) == (25, 1, 3)
    assert go_on(again, "made-up", bad_at_seed_eight, wanted=25, part=10, minutes=None).runs == 25


def test_a_part_that_tried_nothing_is_an_error() -> None:
    assert go_on(Diary(7), "made-up", lambda _runs, seed: Findings("m", seed), wanted=1, part=1, minutes=None).errors
