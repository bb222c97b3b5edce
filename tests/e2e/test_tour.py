"""The tour as a user runs it: one command, real windows, a real station, two cases to their rewards."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_CLERK_KEYS = 25 + 2
"""Key presses a trained clerk may need for the quick screen and for sending."""


@pytest.mark.slow
def test_two_cases_from_the_question_to_the_reward(tmp_path: Path) -> None:
    out = tmp_path / "pictures"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}
    ended = subprocess.run(
        [sys.executable, "-m", "desktop", "tour", "--out", str(out), "--json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=110,
        env=environment,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    facts = json.loads(ended.stdout.splitlines()[-1])
    assert facts["gold_level"] == "urgent"
    assert facts["gold_alert"] != facts["courier_alert"]
    assert facts["gold_keys"] <= _CLERK_KEYS
    for reward in (facts["gold_reward_fen"], facts["courier_reward_fen"]):
        assert 500_00 <= reward <= 5_000_00
    assert sorted(path.name for path in out.iterdir()) == sorted(facts["pictures"])
    for name in facts["pictures"]:
        assert (out / name).read_bytes().startswith(b"\x89PNG"), name
    for look in ("dark", "large", "english"):
        assert any(f"-{look}-" in name for name in facts["pictures"])
