"""How many keys a trained clerk presses from the customer's first word to the alert: counted by the window, not by the test."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.pages.live_line.page import LiveLinePage
from desktop.ui.pages.review.page import AlertReviewPage
from desktop.ui.widgets.checklist.card import QuestionCard
from tests.ui.jobs.hand import Hand
from tests.ui.pages.window import WindowScreen

QUICK_SCREEN, SENDING, SILENT = 25, 2, 1
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_full_gold_alert_takes_25_keys_and_2_to_send(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    hand = Hand(screen)
    start = hand.count.presses
    hand.press("1")
    hand.wait(lambda: isinstance(shell.page, ChecklistPage) and isinstance(QApplication.focusWidget(), QuestionCard))
    page = shell.page
    assert isinstance(page, ChecklistPage)
    definition = page.model.definition
    assert definition is not None
    yes = {"g-price-indifferent", "g-weight-only", "g-guided-live", "g-helper-who", "g-mail-out", "g-recipient-unknown"}
    while not set(definition.quick_screen) <= set(page.model.answers):
        card = hand.focus
        assert isinstance(card, QuestionCard)
        hand.press("1" if card.item in yes else "2")
    hand.press(Qt.Key.Key_Tab)
    hand.press("1")  # still here
    hand.press("2")  # not paid yet
    hand.type("26w")  # as chats write 26万
    hand.press(Qt.Key.Key_Tab)
    hand.type("250")
    facts_done = hand.count.presses
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.wait(
        lambda: isinstance(shell.page, AlertReviewPage) and shell.page.complete and hand.named() == "用一两句话说明"
    )
    hand.press(Qt.Key.Key_Down)  # takes the line offered from the answers
    one_line = hand.count.presses - facts_done - 1
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.wait(lambda: isinstance(shell.page, LiveLinePage))
    pressed = hand.count.presses - start
    assert pressed <= QUICK_SCREEN + SENDING, f"{pressed} keys"
    assert pressed - SENDING == facts_done - start + one_line
    assert hand.count.mouse == 0
    _check_letter(screen)


def _check_letter(screen: WindowScreen) -> None:
    (row,) = screen.counter.services.counter_overview(None).open_alerts
    with screen.counter.profile.storage.begin() as work:
        alert = work.alerts.get(row.alert_id)
    body = json.loads(alert.body)
    assert alert.level == "urgent"
    assert body["person_present"] == "yes"
    assert body["value_status"] == "not_paid"
    assert body["tx"]["amount_fen"] == 26_000_000
    assert body["tx"]["weight_mg"] == 250_000
    assert "还在，还没有付款" in body["narrative"]


@pytest.mark.parametrize("place", ["lock", "counter", "checklist", "review", "calculator", "records", "settings"])
def test_the_silent_alarm_is_one_key_from_everywhere(screen: WindowScreen, place: str) -> None:
    if place == "lock":
        assert screen.gate.tiles
    else:
        shell = screen.sign_in()
        args: dict[str, dict[str, object]] = {"review": {"draft_id": screen.counter.draft()}}
        if place != "calculator":
            shell.go(place, **args.get(place, {}))
    hand = Hand(screen)
    if place == "calculator":
        hand.press(Qt.Key.Key_F8)
        hand.wait(lambda: screen.window.hidden_away)
    before = hand.count.presses
    hand.press(Qt.Key.Key_F9)
    assert hand.count.presses - before == SILENT
    hand.wait(lambda: screen.counter.services.counter_overview(None).open_alerts)
    assert [row.silent for row in screen.counter.services.counter_overview(None).open_alerts] == [True]
    if place == "calculator":
        assert screen.window.hidden_away
