"""The rewards page on real storage: the member's own, step by step, and a claim with a clear result."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from desktop.application.errors import StationUnreachable
from desktop.ui.pages.rewards.card import RewardCard
from tests.support import OPENING
from tests.ui.live_line.counter import Counter, words_on
from tests.ui.pages.rewards import OwnRewards
from tests.ui.rewards.build import reward


def test_nobody_signed_in_sees_nothing(counter: Counter) -> None:
    counter.reward(counter.submitted(), "notified", amount=80_000)
    counter.context.session = None
    assert OwnRewards(counter).said_when_empty() == "登录后能看到自己的奖励"


def test_another_members_reward_is_not_shown(counter: Counter) -> None:
    counter.reward(counter.submitted(), "notified", member="mem_2", amount=80_000)
    assert OwnRewards(counter).said_when_empty() == "还没有奖励"


def test_before_the_notice_no_amount_is_shown(counter: Counter) -> None:
    counter.reward(counter.submitted(), "reviewing")
    screen = OwnRewards(counter)
    assert screen.card().claim is None
    assert screen.step() == "审核"
    assert not [text for text in words_on(screen.card()) if "¥" in text]


def test_the_last_day_is_said_and_that_it_has_gone_by(counter: Counter) -> None:
    row = reward("notified", claim_by=OPENING)
    for now, words in (
        (OPENING, "请在 2026年11月17日 前领取"),
        (OPENING + timedelta(1), "领取期限 2026年11月17日 已过，请问值班台"),
    ):
        card = RewardCard(row, "zh", now)
        counter.qtbot.addWidget(card)
        assert card.note.text() == words
        assert card.claim is not None


def test_claiming_once_with_a_clear_result(counter: Counter) -> None:
    given = counter.reward(counter.submitted(), "notified", amount=80_000)
    screen = OwnRewards(counter)
    assert screen.figure("to_claim") == "¥ 800"
    counter.profile.station.reward = replace(given, state="claimed", revision=99)
    screen.claim(times=2)
    assert [claimed for claimed, _ in counter.profile.station.claims] == ["r1"]
    assert counter.navigator.said == ["已登记领取 ¥ 800"]
    counter.qtbot.waitUntil(lambda: screen.card().claim is None)
    counter.settle()


def test_a_claim_that_fails_says_why_and_can_be_tried_again(counter: Counter) -> None:
    counter.reward(counter.submitted(), "notified", amount=80_000)
    counter.profile.station.failures.append(StationUnreachable("network"))
    screen = OwnRewards(counter)
    screen.claim()
    assert screen.card().error.isVisible()
    assert "网络不通" in screen.card().error.accessibleName()
    assert screen.claim_button().isEnabled()
    assert screen.claim_button().text() == "领取"


def test_a_step_that_arrives_moves_the_dots(counter: Counter) -> None:
    alert_id = counter.submitted()
    counter.reward(alert_id, "proposed")
    screen = OwnRewards(counter)
    counter.reward(alert_id, "notified", amount=50_000)
    counter.qtbot.waitUntil(lambda: screen.card().claim is not None)
    counter.settle()
    assert screen.step() == "通知"


def test_months_are_said_in_words(counter: Counter) -> None:
    counter.reward(counter.submitted(), "paid", amount=200_000)
    screen = OwnRewards(counter)
    assert screen.figure("paid") == "¥ 2,000"
    assert "¥ 2,000" in screen.page.chart.accessibleDescription()
