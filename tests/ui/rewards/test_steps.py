"""The road of a reward, dot by dot."""

from __future__ import annotations

import pytest

from desktop.ui.viewmodels.rewards.steps import is_claimable, is_finished, steps_of
from tests.ui.rewards.build import ROAD, reward


@pytest.mark.parametrize("state", ROAD[:-1])
def test_a_reward_under_way_shows_where_it_is(state: str) -> None:
    steps = steps_of(reward(state))
    here = ROAD.index(state)
    assert [step.state for step in steps] == ["done"] * here + ["now"] + ["open"] * (5 - here)
    assert steps[here].at is not None
    assert all(step.at is None for step in steps[here + 1 :])


def test_a_paid_reward_is_done_to_the_end() -> None:
    assert {step.state for step in steps_of(reward("paid"))} == {"done"}
    assert is_finished(reward("paid"))


def test_a_letter_ends_in_its_award() -> None:
    steps = steps_of(reward("notified", kind="letter", state="awarded"))
    assert steps[-1].title.zh == "颁发"
    assert {step.state for step in steps} == {"done"}


@pytest.mark.parametrize("state", ["expired", "revoked", "not_eligible"])
def test_a_stopped_reward_shows_where_it_stopped(state: str) -> None:
    steps = steps_of(reward("notified", state=state))
    assert [step.state for step in steps] == ["done"] * 4 + ["stopped", "open"]
    assert is_finished(reward(state))


def test_an_unknown_state_keeps_what_its_history_says() -> None:
    steps = steps_of(reward("reviewing", state="state_of_2030"))
    assert [step.state for step in steps] == ["done", "now", "open", "open", "open", "open"]


def test_only_a_notified_reward_can_be_claimed() -> None:
    assert [state for state in ROAD if is_claimable(reward(state))] == ["notified"]
