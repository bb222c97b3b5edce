"""Which buttons a lead has in each state: exactly what the state machine lets through."""

import pytest

from station.domain.lead import LeadState
from station.domain.lead_actions import ACTIONS, allowed_actions
from tests.support import OPENING

EVERYWHERE_OPEN = {"instruct", "outcome"}


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("received", {"acknowledge", "assign", "verify", "dispatch", "need_info"} | EVERYWHERE_OPEN),
        ("assigned", {"assign", "verify", "dispatch", "need_info"} | EVERYWHERE_OPEN),
        ("verifying", {"assign", "dispatch", "need_info"} | EVERYWHERE_OPEN),
        ("need_info", {"verify", "dispatch"} | EVERYWHERE_OPEN),
        ("dispatched", {"on_scene", "verify", "need_info"} | EVERYWHERE_OPEN),
        ("on_scene", {"verify", "need_info"} | EVERYWHERE_OPEN),
        ("valid", {"case_file", "close", "reopen"}),
        ("invalid", {"close", "reopen"}),
        ("duplicate", {"close", "reopen"}),
        ("transferred", {"close", "reopen"}),
        ("case_filed", {"close", "reopen"}),
        ("closed", {"reopen"}),
    ],
)
def test_actions_of_a_state(state: str, expected: set[str]) -> None:
    acked = None if state == "received" else OPENING
    assert set(allowed_actions(LeadState(state), acked_at=acked, was_valid=False)) == expected


def test_a_case_may_be_filed_after_a_valid_lead_was_closed() -> None:
    assert "case_file" in allowed_actions(LeadState.CLOSED, acked_at=OPENING, was_valid=True)


def test_every_action_is_possible_somewhere() -> None:
    seen = {action for state in LeadState for action in allowed_actions(state, acked_at=None, was_valid=True)}
    assert seen == set(ACTIONS)
