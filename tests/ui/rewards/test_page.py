"""The rewards page on real storage: the member's own, step by step, and a claim with a clear result."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.application.errors import StationUnreachable
from desktop.ui.pages.rewards.card import RewardCard
from desktop.ui.pages.rewards.page import RewardsScreen
from tests.support import OPENING
from tests.ui.live_line.counter import Counter, words_on
from tests.ui.rewards.build import reward


def shown(counter: Counter) -> RewardsScreen:
    page = RewardsScreen(counter.context)
    counter.show(page)
    return page


def test_nobody_signed_in_sees_nothing(counter: Counter) -> None:
    counter.reward(counter.submitted(), "notified", amount=80_000)
    counter.context.session = None
    page = shown(counter)
    assert page.cards == {}
    assert page.empty.title.text() == "登录后能看到自己的奖励"


def test_another_members_reward_is_not_shown(counter: Counter) -> None:
    counter.reward(counter.submitted(), "notified", member="mem_2", amount=80_000)
    page = shown(counter)
    assert page.cards == {}
    assert page.empty.title.text() == "还没有奖励"


def test_before_the_notice_no_amount_is_shown(counter: Counter) -> None:
    counter.reward(counter.submitted(), "reviewing")
    page = shown(counter)
    card = page.cards["r1"]
    assert card.claim is None
    assert card.steps.accessibleName() == "审核"
    assert not [text for text in words_on(card) if "¥" in text]


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
    page = shown(counter)
    assert page.figures["to_claim"].figure.text() == "¥ 800"
    counter.profile.station.reward = replace(given, state="claimed", revision=99)
    button = page.cards["r1"].claim
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    counter.settle()
    assert [claimed for claimed, _ in counter.profile.station.claims] == ["r1"]
    assert counter.navigator.said == ["已登记领取 ¥ 800"]
    counter.qtbot.waitUntil(lambda: page.cards["r1"].claim is None)
    counter.settle()


def test_a_claim_that_fails_says_why_and_can_be_tried_again(counter: Counter) -> None:
    counter.reward(counter.submitted(), "notified", amount=80_000)
    counter.profile.station.failures.append(StationUnreachable("network"))
    page = shown(counter)
    card = page.cards["r1"]
    assert card.claim is not None
    QTest.mouseClick(card.claim, Qt.MouseButton.LeftButton)
    counter.settle()
    assert card.error.isVisible()
    assert "网络不通" in card.error.accessibleName()
    assert card.claim.isEnabled()
    assert card.claim.text() == "领取"


def test_a_step_that_arrives_moves_the_dots(counter: Counter) -> None:
    alert_id = counter.submitted()
    counter.reward(alert_id, "proposed")
    page = shown(counter)
    counter.reward(alert_id, "notified", amount=50_000)
    counter.qtbot.waitUntil(lambda: page.cards["r1"].claim is not None)
    counter.settle()
    assert page.cards["r1"].steps.accessibleName() == "通知"


def test_months_are_said_in_words(counter: Counter) -> None:
    counter.reward(counter.submitted(), "paid", amount=200_000)
    page = shown(counter)
    assert page.figures["paid"].figure.text() == "¥ 2,000"
    assert "¥ 2,000" in page.chart.accessibleDescription()
