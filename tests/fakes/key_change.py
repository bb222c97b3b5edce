"""A terminal that changes its own key."""

from tests.fakes.terminal import Answer, FakeTerminal, Key, encode


def key_change(terminal: FakeTerminal, new: Key, at: str = "", **claims: object) -> Answer:
    """Ask for `new` in place of the terminal's key, signed with the present one; `claims` replace parts of the proof."""
    own = at or str(terminal.enrolment["terminal_id"])
    facts = {"terminal_id": own, "key_thumbprint": new.thumbprint, "iat": int(terminal.now().timestamp()), **claims}
    body = {"new_jwk": new.jwk, "proof": new.jws(encode(facts))}
    return terminal.call("POST", f"/api/v1/terminals/{own}/key", body)
