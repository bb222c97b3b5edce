"""Which actions an officer can take on a lead in its present state (DOMAIN 5.5)."""

from datetime import datetime

from station.domain.lead import LeadState, is_open, next_states

OUTCOMES = frozenset({LeadState.VALID, LeadState.INVALID, LeadState.DUPLICATE, LeadState.TRANSFERRED})
EFFECTS = (
    "dissuaded",
    "loss_prevented",
    "payment_stopped",
    "frozen",
    "returned",
    "parcel_intercepted",
    "suspects_caught",
    "items_seized",
)
MONEY_EFFECTS = frozenset({"loss_prevented", "payment_stopped", "frozen", "returned"})
REPLIES = ("stalled", "left", "handed_over", "photo", "ok", "cannot")
VERDICTS = ("right", "wrong", "unclear")

_TARGETS = {
    "assign": LeadState.ASSIGNED,
    "dispatch": LeadState.DISPATCHED,
    "on_scene": LeadState.ON_SCENE,
    "need_info": LeadState.NEED_INFO,
    "case_file": LeadState.CASE_FILED,
    "close": LeadState.CLOSED,
}
ACTIONS = ("acknowledge", "instruct", "verify", "outcome", "reopen", *_TARGETS)


def allowed_actions(state: LeadState, *, acked_at: datetime | None, was_valid: bool) -> list[str]:
    """Return the actions possible now, in the order an officer usually takes them."""
    targets = next_states(state, was_valid=was_valid)
    possible = {action for action, target in _TARGETS.items() if target in targets}
    if is_open(state):
        possible.add("instruct")
        if acked_at is None:
            possible.add("acknowledge")
        if LeadState.VERIFYING in targets:
            possible.add("verify")
        if targets & OUTCOMES:
            possible.add("outcome")
    elif LeadState.VERIFYING in targets:
        possible.add("reopen")
    return [action for action in _ORDER if action in possible]


_ORDER = (
    "acknowledge",
    "instruct",
    "assign",
    "verify",
    "dispatch",
    "on_scene",
    "need_info",
    "outcome",
    "case_file",
    "close",
    "reopen",
)
