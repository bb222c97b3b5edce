"""The states of a lead and the only moves between them (DOMAIN 5.5)."""

from enum import StrEnum


class LeadState(StrEnum):
    """Where a lead (线索) stands; the value is what goes on the wire."""

    RECEIVED = "received"
    ASSIGNED = "assigned"
    VERIFYING = "verifying"
    DISPATCHED = "dispatched"
    ON_SCENE = "on_scene"
    NEED_INFO = "need_info"
    TRANSFERRED = "transferred"
    VALID = "valid"
    INVALID = "invalid"
    DUPLICATE = "duplicate"
    CASE_FILED = "case_filed"
    CLOSED = "closed"


_S = LeadState
_OUTCOMES = frozenset({_S.VALID, _S.INVALID, _S.DUPLICATE, _S.TRANSFERRED})

# A duty officer may dispatch or conclude at once: a robbery in progress does not wait for the paper path.
_MOVES: dict[LeadState, frozenset[LeadState]] = {
    _S.RECEIVED: frozenset({_S.ASSIGNED, _S.VERIFYING, _S.DISPATCHED, _S.NEED_INFO}) | _OUTCOMES,
    _S.ASSIGNED: frozenset({_S.ASSIGNED, _S.VERIFYING, _S.DISPATCHED, _S.NEED_INFO}) | _OUTCOMES,
    _S.VERIFYING: frozenset({_S.ASSIGNED, _S.DISPATCHED, _S.NEED_INFO}) | _OUTCOMES,
    _S.NEED_INFO: frozenset({_S.VERIFYING, _S.DISPATCHED}) | _OUTCOMES,
    _S.DISPATCHED: frozenset({_S.ON_SCENE, _S.VERIFYING, _S.NEED_INFO}) | _OUTCOMES,
    _S.ON_SCENE: frozenset({_S.VERIFYING, _S.NEED_INFO}) | _OUTCOMES,
    _S.VALID: frozenset({_S.CASE_FILED, _S.CLOSED}),
    _S.CASE_FILED: frozenset({_S.CLOSED}),
    _S.INVALID: frozenset({_S.CLOSED}),
    _S.DUPLICATE: frozenset({_S.CLOSED}),
    _S.TRANSFERRED: frozenset({_S.CLOSED}),
    # Filing a case may come weeks after the lead was closed; a wrong conclusion may be taken up again.
    _S.CLOSED: frozenset({_S.VERIFYING}),
}
_REOPENED_FROM = frozenset({_S.VALID, _S.INVALID, _S.DUPLICATE, _S.TRANSFERRED, _S.CLOSED, _S.CASE_FILED})


class IllegalMove(Exception):
    """A move the state machine does not know; `allowed` names the states that can follow."""

    def __init__(self, state: str, allowed: list[str]) -> None:
        super().__init__(f"illegal move from {state}")
        self.state = state
        self.allowed = allowed


def next_states(state: LeadState, *, was_valid: bool = False) -> frozenset[LeadState]:
    """Return every state that may follow `state`, reopening included.

    `was_valid`: the lead was concluded valid before it was closed, so a case may still be filed on it.
    """
    allowed = _MOVES[state]
    if state in _REOPENED_FROM:
        allowed |= {LeadState.VERIFYING}
    if state is LeadState.CLOSED and was_valid:
        allowed |= {LeadState.CASE_FILED}
    return allowed


def move(state: LeadState, target: LeadState, *, was_valid: bool = False) -> LeadState:
    """Return `target` when the lead may go there; raises IllegalMove otherwise."""
    allowed = next_states(state, was_valid=was_valid)
    if target not in allowed:
        raise IllegalMove(state.value, sorted(item.value for item in allowed))
    return target


def is_open(state: LeadState) -> bool:
    """True while an officer still has to conclude the lead."""
    return state not in _REOPENED_FROM
