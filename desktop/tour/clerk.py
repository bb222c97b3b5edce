"""What the clerk does on the tour: answers, facts, the report, replies; by keyboard wherever a clerk would use it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.tour.stage import Stage, TourStuck
from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.pages.live_line.page import LiveLinePage
from desktop.ui.pages.review.page import AlertReviewPage
from desktop.ui.pages.rewards.page import RewardsScreen
from desktop.ui.widgets.checklist.card import QuestionCard

_KEY = {"yes": Qt.Key.Key_1, "no": Qt.Key.Key_2, "unknown": Qt.Key.Key_3}


class Clerk:
    """One clerk in front of one stage; counts the keys pressed while answering and sending."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.keys = 0

    def begin(self, setting: str) -> ChecklistPage:
        """Open a checklist and wait until its first question has the keyboard."""
        page = self.stage.go(ChecklistPage, "checklist", setting=setting)
        self.stage.wait("the first question", lambda: isinstance(self.stage.focused(), QuestionCard))
        return page

    def answer(self, page: ChecklistPage, answers: Mapping[str, str], otherwise: str = "no") -> None:
        """Answer by 1, 2 and 3 down the page until every named item has its answer; others get `otherwise`."""
        open_items = set(answers)
        while open_items:
            card = self.stage.focused()
            if not isinstance(card, QuestionCard):
                raise TourStuck(f"no question has the keyboard; still open: {sorted(open_items)}")
            item = card.item
            open_items.discard(item)
            self._press(card, _KEY[answers.get(item, otherwise)])
            if page.model.answers.get(item) is None or (open_items and self.stage.focused() is card):
                raise TourStuck(f"the answer to {item} did not arrive")

    def state_facts(self, page: ChecklistPage, typed: Mapping[str, str], chosen: Mapping[str, str]) -> None:
        """Type amounts and weights, choose the rest: transaction facts and the situation."""
        if page.situation is None:
            raise TourStuck("the checklist has no situation form")
        chips = dict(page.situation.chips)
        if page.transaction is not None:
            chips |= page.transaction.chips
            for key, text in typed.items():
                edit = page.transaction.lines[key].edit
                edit.setFocus()
                self.stage.type(edit, text)
        for key, value in chosen.items():
            self.stage.press(chips[key].button(value), Qt.Key.Key_Space)
        self.stage.wait("the draft to be saved", lambda: page.model.saved == "saved")

    def review(self, page: QWidget, fields: Mapping[str, str]) -> AlertReviewPage:
        """Ctrl+Enter to the review page, then fill in what the duty officer needs."""
        self._press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        review = self.stage.page(AlertReviewPage)
        self.stage.wait("the fields", lambda: set(fields) <= set(review.rows) and review.view_model.draft is not None)
        for key, value in fields.items():
            row = review.rows[key]
            if row.chips is not None:
                self.stage.press(row.chips.button(value), Qt.Key.Key_Space)
                continue
            row.take_focus()
            self.stage.type(self.stage.focused(), value)
        self.stage.wait("the review to be saved", lambda: review.view_model.saving == "saved")
        return review

    def send(self, review: AlertReviewPage) -> LiveLinePage:
        """Ctrl+Enter sends; the live line follows once it is durable."""
        blocking = [f"{problem.field}: {problem.zh}" for problem in review.view_model.blocking()]
        if blocking:
            raise TourStuck("the alert cannot be sent: " + " ".join(blocking))
        self._press(review, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        live = self.stage.page(LiveLinePage)
        self.stage.wait("the live line", lambda: live.view_model.line is not None)
        return live

    def reply(self, live: LiveLinePage, code: str) -> None:
        """Answer the newest instruction with one of its buttons."""
        card = next(iter(live.instructions.cards.values()))
        self.stage.press(card.buttons[code], Qt.Key.Key_Space)
        self.stage.wait(
            "the reply on the screen",
            lambda: any(one.instruction.replied == code for one in live.instructions.cards.values()),
        )

    def claim(self, screen: RewardsScreen, reward_id: str) -> None:
        """Claim a reward that was notified."""
        button = screen.cards[reward_id].claim
        if button is None:
            raise TourStuck("the reward cannot be claimed yet")
        self.stage.press(button, Qt.Key.Key_Space)
        self.stage.wait("the claim to be taken", lambda: self.reward_state(screen, reward_id) == "claimed")

    @staticmethod
    def reward_state(screen: RewardsScreen, reward_id: str) -> str:
        """Return the state of a reward as the screen shows it."""
        card = screen.cards.get(reward_id)
        return card.reward.state if card is not None else ""

    def _press(
        self, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.keys += 1
        self.stage.press(widget, key, modifiers)
