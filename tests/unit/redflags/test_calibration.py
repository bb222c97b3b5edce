"""The thirteen calibration cases give their level, their reference score and the expected pattern."""

from __future__ import annotations

import json
from typing import Any

import pytest

from redflags import assess_case
from tests.unit.redflags.support import DATA, definitions

CASES: list[dict[str, Any]] = json.loads((DATA / "calibration.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_calibration(case: dict[str, Any]) -> None:
    result: dict[str, Any] = assess_case(case, definitions())
    assert result["level"] == case["expected_level"]
    assert max(result["scores"].values()) == case["score"]
    assert case["leads"] is None or case["leads"] in result["scam_types"][:2]
    assert (case["expected_level"] == "none") == (result["scam_types"] == [])


def test_the_output_form() -> None:
    result = assess_case(CASES[5], definitions())
    assert list(result) == ["id", "level", "track", "scores", "reasons", "scam_types", "compliance", "insufficient"]
    assert result["id"] == "K06"
    assert result["track"] == "mule"
    assert result["scores"] == {"victim": 3, "mule": 15, "structuring": 0}
    assert json.loads(json.dumps(result)) == result
    first: Any = result["reasons"]
    assert set(first[0]) == {"id", "points", "zh", "en"}
    assert [item["points"] for item in first] == sorted((item["points"] for item in first), reverse=True)
