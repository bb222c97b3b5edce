"""The lead's state machine: every pair of states, legal or refused (DOMAIN 5.5)."""

import itertools

import pytest

from station.domain.lead import IllegalMove, LeadState, is_open, move, next_states

# Written out by hand from the domain facts, not derived from the code under test.
LEGAL = {
    "received": "assigned verifying dispatched need_info valid invalid duplicate transferred",
    "assigned": "assigned verifying dispatched need_info valid invalid duplicate transferred",
    "verifying": "assigned dispatched need_info valid invalid duplicate transferred",
    "need_info": "verifying dispatched valid invalid duplicate transferred",
    "dispatched": "on_scene verifying need_info valid invalid duplicate transferred",
    "on_scene": "verifying need_info valid invalid duplicate transferred",
    "valid": "case_filed closed verifying",
    "case_filed": "closed verifying",
    "invalid": "closed verifying",
    "duplicate": "closed verifying",
    "transferred": "closed verifying",
    "closed": "verifying",
}
PAIRS = list(itertools.product([state.value for state in LeadState], repeat=2))


@pytest.mark.parametrize(("start", "target"), PAIRS)
def test_every_move_is_legal_or_refused(start: str, target: str) -> None:
    if target in LEGAL[start].split():
        assert move(LeadState(start), LeadState(target)) == target
        return
    with pytest.raises(IllegalMove) as caught:
        move(LeadState(start), LeadState(target))
    assert caught.value.state == start
    assert caught.value.allowed == sorted(LEGAL[start].split())


def test_a_case_may_be_filed_weeks_after_a_valid_lead_was_closed() -> None:
    assert LeadState.CASE_FILED not in next_states(LeadState.CLOSED)
    assert move(LeadState.CLOSED, LeadState.CASE_FILED, was_valid=True) is LeadState.CASE_FILED


def test_open_means_not_concluded() -> None:
    opened = {state.value for state in LeadState if is_open(state)}
    assert opened == {"received", "assigned", "verifying", "need_info", "dispatched", "on_scene"}
