"""What `counterwatch status` says to a person: numbers people read to each other, and words instead of codes."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.cli.sync import _line

ROW: dict[str, Any] = {
    "alert_id": "01940000-0000-7000-8000-00000000ffff",
    "created_at": "2026-11-17T02:00:00+00:00",
    "case_state": None,
}


@pytest.mark.parametrize(
    ("delivery", "case", "said"),
    [
        ("queued", None, "等待发送 waiting to be sent"),
        ("sending", None, "正在发送 being sent"),
        ("delivered", None, "已送达 delivered"),
        ("delivered", "received", "已送达 delivered  received"),
        ("refused", None, "等人看一看 for a person to look at"),
        ("local", "released", "只在本机 on this PC only"),
    ],
)
def test_a_line_has_a_short_number_a_time_and_words(delivery: str, case: str | None, said: str) -> None:
    line = _line(ROW | {"delivery": delivery, "case_state": case})
    number, day, clock, rest = line.split(maxsplit=3)
    assert (len(number), day, clock, rest) == (9, "11-17", "10:00", said)
    assert "01940000" not in line
