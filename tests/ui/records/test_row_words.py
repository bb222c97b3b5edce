"""A row says where the alert stands, truthfully and in words a screen reader can say."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desktop.ui.viewmodels.records.format import (
    day,
    day_time,
    month_day,
    month_label,
    running,
    stamp,
    table_time,
    yuan,
    yuan_short,
)
from desktop.ui.viewmodels.records.row import DOTS, phase_of, row_words
from desktop.ui.viewmodels.records.words import unit_word
from tests.support import OPENING
from tests.ui.records.build import record


@pytest.mark.parametrize(
    ("changes", "phase", "reached"),
    [
        ({"delivery": "queued", "case_state": None}, "waiting", 0),
        ({"delivery": "sending", "case_state": None}, "sending", 0),
        ({"delivery": "refused", "case_state": None, "refused_code": "invalid-alert"}, "refused", 0),
        ({"delivery": "refused", "case_state": None, "refused_code": "settled"}, "settled", 0),
        ({"delivery": "local", "case_state": "released"}, "released", 0),
        ({"delivery": "local", "case_state": "noted"}, "noted", 0),
        ({"case_state": None}, "received", 1),
        ({"case_state": "received"}, "received", 1),
        ({"case_state": "verifying"}, "working", 3),
        ({"case_state": "need_info"}, "need_info", 3),
        ({"case_state": "valid"}, "valid", 4),
        ({"case_state": "valid", "reward_state": "notified"}, "claim", 4),
        ({"case_state": "closed", "reward_state": "paid"}, "paid", DOTS),
        ({"case_state": "closed", "reward_state": "proposed"}, "closed", DOTS),
        ({"case_state": "invalid"}, "closed", DOTS),
        ({"case_state": "state_of_2030"}, "working", 3),
    ],
)
def test_phase_and_dots(changes: dict[str, Any], phase: str, reached: int) -> None:
    row = record(**changes)
    assert phase_of(row) == phase
    assert row_words(row, OPENING).reached == reached


def test_what_waits_is_said_to_be_not_with_the_police() -> None:
    words = row_words(record(delivery="queued"), OPENING)
    assert words.status == "警方还没有收到"
    assert words.pill == "未送达"


def test_a_refused_row_says_why() -> None:
    words = row_words(record(delivery="refused", refused_code="terminal-revoked"), OPENING, "en")
    assert "withdrawn" in words.status


def test_an_empty_summary_gets_words_and_newlines_go() -> None:
    assert row_words(record(summary="", silent=True), OPENING).title == "一键求助"
    assert row_words(record(summary=""), OPENING).title == "没有写说明"
    assert row_words(record(summary="两\n行 字"), OPENING).title == "两 行 字"


def test_the_spoken_sentence_holds_everything_painted() -> None:
    words = row_words(record(3, case_state="dispatched", case_text="民警正在赶来"), OPENING)
    for part in (words.title, words.pill, words.status, words.amount, "7K2M-0003"):
        assert part in words.spoken
    assert "—" not in row_words(record(amount_fen=None), OPENING).spoken


def test_amounts() -> None:
    assert yuan(23_850_000) == "¥ 238,500"
    assert yuan(5) == "¥ 0.05"
    assert yuan(None) == "—"
    assert yuan_short(48_600_000) == "¥ 48.6 万"
    assert yuan_short(100_000_000) == "¥ 100 万"
    assert yuan_short(80_000) == "¥ 800"
    assert yuan_short(48_600_000, "en") == "¥ 486,000"


def test_times() -> None:
    noon = datetime(2026, 11, 17, 4, 0, tzinfo=UTC)
    assert day_time(noon, noon) == "今天 12:00"
    assert day_time(noon - timedelta(days=1), noon, "en") == "Yesterday 12:00"
    assert day_time(noon - timedelta(days=9), noon).startswith("11月8日")
    assert day_time(noon - timedelta(days=400), noon).startswith("2025-10-13")
    assert month_label("2026-03") == "3月"
    assert month_label("2026-03", "en") == "Mar"
    assert running(timedelta(seconds=42)) == "00:42"
    assert running(timedelta(hours=1, minutes=2, seconds=9)) == "1:02:09"
    assert running(timedelta(seconds=-5)) == "00:00"


def test_the_duty_desk_is_named_in_the_language_and_a_station_as_it_calls_itself() -> None:
    assert (unit_word("值班台", "en"), unit_word("值班台", "zh")) == ("Duty desk", "值班台")
    assert unit_word("县反诈中心", "en") == "Duty desk"
    assert unit_word("莲峰派出所", "en") == "莲峰派出所"


def test_times_are_the_countys_whatever_zone_the_pc_is_set_to(monkeypatch: pytest.MonkeyPatch) -> None:
    evening = datetime(2026, 11, 20, 16, 30, 5, 7, tzinfo=UTC)
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    time.tzset()
    try:
        assert day_time(evening, evening + timedelta(hours=1)) == "今天 00:30"
        assert day_time(evening, evening - timedelta(days=400)) == "2026-11-21 00:30"
        assert (day(evening), day(evening, "en")) == ("2026年11月21日", "21 Nov 2026")
        assert (month_day(evening.date()), month_day(evening.date(), "en")) == ("11月20日", "20 Nov")
        assert stamp(evening) == "2026-11-21 00:30"
        assert table_time(evening) == datetime.fromisoformat("2026-11-21T00:30:05")
    finally:
        monkeypatch.undo()
        time.tzset()
