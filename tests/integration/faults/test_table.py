"""The campaigns' table: one line a campaign, for people and for programs."""

from __future__ import annotations

import json

from tests.faults.table import Findings, table


def test_a_row_with_figures_of_its_own_is_read_back_from_json() -> None:
    row = Findings("power", 7, runs=3)
    row.facts["synced only"] += 2
    row.note("lost", "letter 1 after call 4")
    said = json.loads(row.as_json())
    assert (said["facts"], said["lost"], said["notes"]) == ({"synced only": 2}, 1, ["lost: letter 1 after call 4"])
    assert "synced only 2" in table([row])
    assert not row.clean
