"""Headless use: one case, and a stream of cases in which a bad line is answered in place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from redflags import CaseError, FactsError, assess_case, assess_lines
from tests.unit.redflags.support import definitions

GOOD = {"id": "a", "setting": "sighting", "facts": {"s-stranger-collect": "yes"}}


def answers(*lines: str) -> list[dict[str, Any]]:
    """The answers to some lines, parsed again."""
    found = list(assess_lines(lines, definitions()))
    assert all("\n" not in line for line in found)
    return [json.loads(line) for line in found]


@pytest.mark.parametrize(
    ("case", "path", "code"),
    [
        ({**GOOD, "setting": "bakery"}, "setting", "unknown-setting"),
        ({**GOOD, "setting": ["sighting"]}, "setting", "unknown-setting"),
        ({"id": "a", "facts": {}}, "setting", "unknown-setting"),
        ({"id": "a", "setting": "sighting"}, "facts", "wrong-type"),
        ({**GOOD, "facts": []}, "facts", "wrong-type"),
        ({**GOOD, "id": 1.5}, "id", "wrong-type"),
        ({**GOOD, "id": True}, "id", "wrong-type"),
    ],
)
def test_a_wrong_case_is_refused(case: dict[str, Any], path: str, code: str) -> None:
    with pytest.raises(CaseError) as caught:
        assess_case(case, definitions())
    assert (caught.value.path, caught.value.code) == (path, code)


def test_wrong_facts_are_refused_with_every_problem() -> None:
    with pytest.raises(FactsError) as caught:
        assess_case({**GOOD, "facts": {"s-x": "yes", "tx": {"amount_cny": -1}}}, definitions())
    assert [problem.path for problem in caught.value.problems] == ["facts.s-x", "facts.tx.amount_cny"]


def test_other_keys_and_a_missing_id_are_fine() -> None:
    result = assess_case(
        {"setting": "sighting", "facts": {}, "case": "free words", "expected_level": "none"}, definitions()
    )
    assert (result["id"], result["level"]) == (None, "none")
    assert assess_case({**GOOD, "id": 7}, definitions())["id"] == 7


def test_bad_lines_never_stop_the_stream() -> None:
    wrong = {"id": "b", "setting": "sighting", "facts": {"s-x": "yes", "s-screen": 1}}
    found = answers(json.dumps(GOOD), "{oops", "", json.dumps(wrong), "[1]", json.dumps({**GOOD, "id": "z"}))
    assert [entry.get("level") or entry["error"]["code"] for entry in found] == [
        "urgent",
        "bad-json",
        "unknown-id",
        "wrong-type",
        "urgent",
    ]
    assert [entry.get("line") for entry in found] == [None, 2, 4, 5, None]
    assert [entry["id"] for entry in found] == ["a", None, "b", None, "z"]
    error = found[2]["error"]
    assert error["path"] == "facts.s-x"
    assert [problem["path"] for problem in error["problems"]] == ["facts.s-x", "facts.s-screen"]
    assert error["zh"]
    assert error["en"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("nul", "bad-json"),
        ("[" * 100_000, "bad-json"),
        ('{"id": "a", "id": "b"}', "duplicate-key"),
        ('{"id":"a","setting":"sighting","facts":{"s-secret":"no","s-secret":"yes"}}', "duplicate-key"),
        ('"' + "x" * 1_000_001 + '"', "too-long"),
        ('{"id":"a","setting":"gold_shop","facts":{"tx":{"amount_cny":NaN}}}', "not-finite"),
        ('{"id":"a","setting":"gold_shop","facts":{"tx":{"amount_cny":' + "9" * 5000 + "}}}", "bad-json"),
    ],
    ids=["word", "deep", "two ids", "two answers", "long", "nan", "huge number"],
)
def test_hostile_lines(line: str, code: str) -> None:
    found = answers(line, json.dumps(GOOD))
    assert found[0]["error"]["code"] == code
    assert found[1]["level"] == "urgent"


def test_a_byte_order_mark_of_another_system_is_no_fault() -> None:
    assert answers("\ufeff" + json.dumps(GOOD) + "\r\n")[0]["level"] == "urgent"


def test_every_answer_can_be_written_to_a_pipe() -> None:
    lines = list(assess_lines(['{"id": "\\ud800", "setting": "sighting", "facts": {}}'], definitions()))
    assert lines[0].encode("utf-8")
    assert json.loads(lines[0])["id"] == "\ud800"
