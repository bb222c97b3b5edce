"""`assess FILE` with a list: answered in order, bad cases in place, and what is no list is left to the single case."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time

import pytest
from click.testing import CliRunner, Result

from desktop.cli.assess import assess, elements_of

GOOD = '{"id": 7, "setting": "gold_shop", "facts": {"g-purpose-official": "yes"}}'


def run(tmp_path: Path, text: str) -> Result:
    """Judge a file with this text."""
    file = tmp_path / "cases.json"
    file.write_text(text, encoding="utf-8")
    return CliRunner().invoke(assess, [str(file)])


def test_a_list_is_answered_as_a_list_in_its_order(tmp_path: Path) -> None:
    other = '{"id": "b", "setting": "courier_inquiry", "facts": {}}'
    result = run(tmp_path, f"[{GOOD},\n {other}]")
    assert result.exit_code == 0
    assert [(answer["id"], answer["level"]) for answer in json.loads(result.output)] == [(7, "watch"), ("b", "none")]
    assert json.loads(run(tmp_path, "[]").output) == []


def test_a_bad_case_is_answered_in_its_place_and_the_rest_counts(tmp_path: Path) -> None:
    twice = '{"id": 8, "setting": "gold_shop", "facts": {"g-mail-out": "yes", "g-mail-out": "no"}}'
    result = run(tmp_path, f"[{twice}, 5, {GOOD}]")
    assert result.exit_code == 1
    first, second, third = json.loads(result.output)
    assert (first["item"], first["error"]["code"]) == (1, "duplicate-key")
    assert (second["item"], second["error"]["code"]) == (2, "wrong-type")
    assert third["level"] == "watch"


def test_one_case_is_answered_as_before(tmp_path: Path) -> None:
    assert json.loads(run(tmp_path, GOOD).output)["level"] == "watch"


@pytest.mark.parametrize(
    ("text", "elements"),
    [
        ("[]", []),
        (' [1, [2, 3], "a,b"]\n', ["1", "[2, 3]", '"a,b"']),
        ("[1,]", None),
        ("[1 2]", None),
        ("[1", None),
        ("[1] x", None),
        ("{}", None),
        ("", None),
        ("[" * 100_000, None),
    ],
)
def test_only_a_whole_list_is_taken_apart(text: str, elements: list[str] | None) -> None:
    assert elements_of(text) == elements


def test_a_long_list_takes_time_in_proportion() -> None:
    case = json.dumps({"id": "x" * 1000})
    begun = process_time()
    assert elements_of(f"[{','.join([case] * 8000)}]") == [case] * 8000
    # Copying the rest for each element took 18 s.
    assert process_time() - begun < 3
