"""Stray characters never cost an alert: what the station would refuse is gone before anything is saved."""

from __future__ import annotations

import pytest

from desktop.domain.alert.draft import Draft
from desktop.domain.alert.readable import DEEPEST, all_readable, readable
from desktop.domain.alert.report_file import read_report
from desktop.domain.alert.supplement import text_problem
from tests.support import FixedClock


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("张\x00三", "张三"),
        ("\ud800李", "李"),
        ("\u202eevil\u2066", "evil"),
        ("两行\n一\t格", "两行\n一\t格"),
        ("𠮷家 مرحبا 🙂", "𠮷家 مرحبا 🙂"),
        ("\x1b[31m红", "[31m红"),
    ],
)
def test_only_what_nobody_can_read_goes(typed: str, left: str) -> None:
    assert readable(typed) == left
    assert readable(typed).encode("utf-8")


def test_names_and_values_at_every_depth() -> None:
    assert all_readable({"a\x00": [{"b": "c\x00", "n": 1.5}], "t": True}) == {"a": [{"b": "c", "n": 1.5}], "t": True}


def test_a_draft_holds_what_can_be_sent(clock: FixedClock) -> None:
    draft = Draft(
        "d", "a", "gold_shop", 2, None, clock.now(), clock.now(),
        details={"subject_name": "张\x00三"},
        tx={"declared": "茶\ud800叶"},
    )  # fmt: skip
    assert draft.details == {"subject_name": "张三"}
    assert draft.tx == {"declared": "茶叶"}


def test_a_line_of_nothing_readable_is_empty() -> None:
    problem = text_problem("\x00\u202e ", may_be_empty=False)
    assert problem is not None
    assert problem.code == "required"


def test_a_file_nested_too_deeply_is_named() -> None:
    deep: object = "x"
    for _ in range(DEEPEST + 1):
        deep = [deep]
    assert [problem.code for problem in read_report({"facts": deep}).problems] == ["too-deep"]
