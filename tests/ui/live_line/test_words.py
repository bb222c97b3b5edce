"""The timeline and the text to read out, word for word."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.application.read_models import TimelineItem
from desktop.ui.viewmodels.live_line.rows import timeline_rows
from desktop.ui.viewmodels.live_line.words import readout_lines
from tests.support import OPENING
from tests.ui.live_line.test_situation import line


def test_newest_first_with_what_has_not_arrived_marked() -> None:
    items = (
        TimelineItem(OPENING, "clerk", "submitted", "老人买金", delivery="delivered"),
        TimelineItem(OPENING + timedelta(seconds=1), "system", "received", ""),
        TimelineItem(OPENING + timedelta(seconds=9), "police", "dispatched", "两名民警已出发", unit="城关所"),
        TimelineItem(OPENING + timedelta(seconds=20), "clerk", "reply", "stalled", delivery="queued"),
    )
    rows = timeline_rows(line(timeline=items), OPENING + timedelta(minutes=1), "zh")
    assert [row.title for row in rows] == ["回复", "民警在路上", "已送达值班台", "已提交"]
    assert [row.pill for row in rows] == ["未送达", "", "", ""]
    assert rows[0].text == "已拖住"
    assert rows[1].meta.endswith("城关所")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_kind_of_tomorrow_is_shown_as_being_in_hand(lang: str) -> None:
    rows = timeline_rows(line(timeline=(TimelineItem(OPENING, "police", "kind_of_2030", "x"),)), OPENING, lang)
    assert rows[0].title in ("警方处理中", "With the police")


def test_read_out_lines_come_in_the_operators_order_and_leave_out_what_is_not_known() -> None:
    given = {
        "shop": "鑫福珠宝",
        "address": "人民路 88 号",
        "place_detail": "2号柜台",
        "what": "有人要买 300 克金条",
        "person_present": "yes",
        "value_status": "not_paid",
        "contact": "",
    }
    lines = readout_lines(line(readout=given), "zh")
    assert [name for name, _ in lines] == ["地点", "事情", "人", "财物"]
    assert lines[0][1].startswith("人民路 88 号 2号柜台")
    assert (lines[2][1], lines[3][1]) == ("还在", "还没有付款")
    in_english = readout_lines(line(readout=given), "en")
    assert [name for name, _ in in_english] == ["Where", "What", "Person", "Value"]
    assert [sentence for _, sentence in in_english] == [sentence for _, sentence in lines], (
        "spoken to a Chinese operator"
    )
