"""What the live line says at each moment is true: with the police, seen, late, refused, or read it out now."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.application.read_models import LiveLine, TimelineItem
from desktop.ui.viewmodels.live_line.situation import (
    ELSEWHERE,
    NOT_RECEIVED,
    NOT_TAKEN,
    OFFLINE,
    REVOKED,
    came_late,
    situation,
)
from redflags import Text
from tests.support import OPENING


def line(**changes: object) -> LiveLine:
    """An urgent alert just saved."""
    fresh = LiveLine(
        alert_id="0193",
        short_no="7K2M-9QAB",
        setting="gold_shop",
        level="urgent",
        track="victim",
        silent=False,
        delivery="queued",
        created_at=OPENING,
        delivered_at=None,
        acked_at=None,
        case_state=None,
        case_text="",
        refused_code=None,
        refused_detail="",
        instructions=(),
        timeline=(),
        readout={},
        call_110=False,
    )
    return replace(fresh, **changes)  # type: ignore[arg-type] # the caller names fields of LiveLine


def test_just_saved_and_online_is_being_sent_and_never_called_received() -> None:
    now = situation(line(), online=True, now=OPENING + timedelta(seconds=2))
    assert now.truth.zh == "已保存，马上送出；警方还没有收到"
    sending = situation(line(delivery="sending"), online=True, now=OPENING + timedelta(seconds=2))
    assert sending.truth.zh == "正在送出，警方还没有收到"
    assert not now.read_out
    assert [step.state for step in now.steps] == ["now", "open", "open", "open", "open"]


@pytest.mark.parametrize("level", ["urgent", "alert", "watch"])
def test_offline_says_so_at_once_with_the_read_out_text(level: str) -> None:
    now = situation(line(level=level), online=False, now=OPENING)
    assert now.truth is OFFLINE
    assert now.read_out


def test_stuck_in_sending_becomes_not_received() -> None:
    now = situation(line(delivery="sending"), online=True, now=OPENING + timedelta(seconds=9))
    assert now.truth is NOT_RECEIVED
    assert now.read_out


def test_urgent_waits_sixty_seconds_for_an_acknowledgement() -> None:
    sent = line(delivery="delivered", delivered_at=OPENING + timedelta(seconds=1), case_state="received")
    before = situation(sent, online=True, now=OPENING + timedelta(seconds=59))
    after = situation(sent, online=True, now=OPENING + timedelta(seconds=60))
    assert (before.read_out, before.remaining) == (False, timedelta(seconds=1))
    assert after.read_out
    assert "110" in after.truth.zh
    assert after.tone == "warn"


def test_an_ordinary_alert_waits_five_minutes_and_shows_no_read_out_when_delivered() -> None:
    sent = line(level="alert", delivery="delivered", case_state="received")
    now = situation(sent, online=True, now=OPENING + timedelta(minutes=6))
    assert not now.read_out
    assert "还没有人看到" in now.truth.zh
    assert situation(replace(sent, level="watch"), online=True, now=OPENING).remaining is None


def test_acknowledged_ends_the_wait() -> None:
    seen = line(delivery="delivered", acked_at=OPENING + timedelta(seconds=70), case_state="received", call_110=True)
    now = situation(seen, online=True, now=OPENING + timedelta(seconds=90))
    assert not now.read_out
    assert now.remaining is None
    assert [step.state for step in now.steps] == ["done", "done", "now", "open", "open"]


def test_officers_on_the_way_and_the_result() -> None:
    way = TimelineItem(OPENING + timedelta(seconds=100), "police", "dispatched", "", "城关派出所")
    coming = line(delivery="delivered", acked_at=OPENING, case_state="dispatched", timeline=(way,))
    now = situation(coming, online=True, now=OPENING + timedelta(seconds=120))
    assert now.truth.zh == "民警正在赶来"
    assert now.steps[3].at == way.at
    over = situation(replace(coming, case_state="valid"), online=True, now=OPENING + timedelta(hours=1))
    assert over.finished
    assert [step.state for step in over.steps] == ["done"] * 5


def test_a_result_without_officers_leaves_their_step_open() -> None:
    over = line(delivery="delivered", acked_at=OPENING, case_state="invalid")
    states = [step.state for step in situation(over, online=True, now=OPENING).steps]
    assert states == ["done", "done", "done", "open", "done"]


def test_refused_says_so_and_shows_the_read_out_text() -> None:
    now = situation(line(delivery="refused", refused_code="invalid-alert"), online=True, now=OPENING)
    assert "没有被接收" in now.truth.zh
    assert now.read_out
    assert now.steps[1].state == "stopped"


def test_an_unknown_case_state_is_neither_seen_nor_over() -> None:
    now = situation(line(delivery="delivered", case_state="brand_new"), online=True, now=OPENING)
    assert not now.finished


def test_a_clock_set_back_never_counts_below_zero() -> None:
    assert situation(line(), online=True, now=OPENING - timedelta(minutes=3)).elapsed == timedelta(0)


@pytest.mark.parametrize(
    ("held", "words"),
    [
        ("terminal-revoked", REVOKED),
        ("unknown-key", NOT_TAKEN),
        ("bad-signature", NOT_TAKEN),
        ("another-station", ELSEWHERE),
        ("foreign-station", ELSEWHERE),
    ],
)
@pytest.mark.parametrize("online", [True, False, None])
def test_a_held_pc_says_why_and_asks_for_the_phone_at_once(held: str, words: Text, online: bool | None) -> None:
    now = situation(line(), online=online, held=held, now=OPENING)
    assert now.truth is words
    assert now.read_out


def test_every_state_of_delivery_has_words_of_its_own_in_both_languages() -> None:
    at, late = OPENING + timedelta(seconds=2), OPENING + timedelta(seconds=130)
    said = [
        situation(line(), online=True, now=at),
        situation(line(delivery="sending"), online=True, now=at),
        situation(line(), online=True, now=late),
        situation(line(), online=False, now=at),
        situation(line(), online=True, held="terminal-revoked", now=at),
        situation(line(), online=True, held="unknown-key", now=at),
        situation(line(), online=True, held="foreign-station", now=at),
        situation(line(delivery="refused", refused_code="invalid-alert"), online=True, now=at),
        situation(line(delivery="refused", refused_code="settled", revised_to="0194"), online=True, now=at),
        situation(line(delivery="delivered", delivered_at=at), online=True, now=at),
        situation(line(delivery="delivered", delivered_at=late, level="watch"), online=True, now=late),
    ]
    for texts in ([one.truth.zh for one in said], [one.truth.en for one in said]):
        assert len(set(texts)) == len(texts)
        assert all(texts)


def test_late_is_what_the_desk_calls_late() -> None:
    assert not came_late(line(delivered_at=OPENING + timedelta(seconds=120)))
    assert came_late(line(delivered_at=OPENING + timedelta(seconds=121)))
