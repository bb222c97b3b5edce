"""A step of a reward: its own clerk is told once, in neutral words; the other clerk of the same PC sees nothing of it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from desktop.application.changes import Kind, changed
from desktop.ui.runtime.language import language
from tests.test_house_rules import FORBIDDEN
from tests.ui.live_line.counter import Counter
from tests.ui.pages.window import WindowScreen


@dataclass
class Desk:
    """A window in which the first clerk is signed in and the news were looked at."""

    screen: WindowScreen
    alert: str

    def reward(self, state: str, *, member: str = "mem_1", name: str = "r1") -> None:
        """A reward moves, and the feed says so."""
        counter = self.screen.counter
        counter.reward(self.alert, state, member=member, name=name, amount=50_000)
        tasks = self.screen.window.keeper.tasks
        assert tasks is not None
        tasks.changed.emit(changed(Kind.REWARDS))
        self.rest()

    def rest(self) -> None:
        """Wait until the news were looked at."""
        news = self.screen.window.news
        self.screen.counter.qtbot.waitUntil(lambda: not news._busy and not news._again)

    @property
    def said(self) -> str:
        """Return the sentence at the lower edge, empty when there is none."""
        notice = self.screen.window.notice
        return "" if notice.isHidden() else notice.text.text()

    @property
    def badge(self) -> str:
        """Return the words of the rail's section."""
        return self.screen.shell.rail.buttons["rewards"].text().strip()


@pytest.fixture
def desk(screen: WindowScreen, counter: Counter) -> Desk:
    alert = counter.submitted()
    screen.sign_in()
    found = Desk(screen, alert)
    screen.counter.qtbot.waitUntil(lambda: screen.window.news._known is not None)
    found.rest()
    return found


def test_a_step_is_said_once_and_marked_until_one_has_looked(desk: Desk) -> None:
    desk.reward("proposed")
    assert "奖励与表彰" in desk.said
    assert desk.badge.endswith("1")
    assert "有新进展" in desk.screen.shell.rail.buttons["rewards"].accessibleName()
    # Where the rail has room for icons alone the number is drawn at the icon's corner.
    rail = desk.screen.shell.rail
    rail.set_compact(True)
    button = rail.buttons["rewards"]
    marked = button.grab().toImage()
    rail.show_count("rewards", 0, "")
    plain = button.grab().toImage()
    rail.show_count("rewards", 1, "1 项有新进展")
    assert desk.badge == ""
    assert marked != plain
    rail.set_compact(False)
    desk.screen.window.notice.dismiss()
    desk.reward("proposed")
    assert desk.said == ""
    desk.screen.shell.go("rewards")
    assert desk.badge == "奖励与表彰"
    # On the page itself the step is seen as it comes.
    desk.reward("approved")
    assert desk.said == ""
    assert desk.badge == "奖励与表彰"


def test_another_members_reward_is_said_to_nobody_else(desk: Desk) -> None:
    desk.reward("notified", member="mem_2", name="r2")
    assert desk.said == ""
    assert desk.badge == "奖励与表彰"


def test_behind_the_calculator_and_the_lock_it_waits_for_its_own_clerk(desk: Desk) -> None:
    window = desk.screen.window
    window.hide_away()
    desk.reward("proposed")
    assert desk.said == ""
    assert not any("奖励" in word for word in (window.windowTitle(), window.notice.accessibleName()))
    window.hide_away()
    desk.screen.counter.qtbot.waitUntil(lambda: window.hidden_away)
    window.lock()
    desk.reward("approved")
    assert desk.said == ""


def test_what_moved_while_one_was_away_is_told_when_one_is_back(desk: Desk) -> None:
    desk.screen.window.lock()
    desk.reward("approved")
    assert desk.said == ""
    desk.screen.type_pin()
    desk.screen.counter.qtbot.waitUntil(lambda: desk.badge.endswith("1"))
    assert "奖励与表彰" in desk.said


def test_the_words_are_neutral_in_both_languages(desk: Desk) -> None:
    for code, state in (("zh", "proposed"), ("en", "approved")):
        language().apply(code)
        desk.reward(state)
        seen = (desk.said, desk.screen.shell.rail.buttons["rewards"].accessibleName())
        assert all(seen)
        assert not [text for text in seen if any(word in text.lower() for word in FORBIDDEN)]
        assert "500" not in "".join(seen)
