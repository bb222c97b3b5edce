"""Who gets which answer at which call, in plain words: the table the matrix is held against.

A terminal's call has up to three answers: for an object of the caller's own shop, of another shop, and for one that is not there.
A desk call has the roles that may, the answer for what is there and for what is not. Everybody without one of the roles hears
`403 forbidden` either way: the door does not tell what is behind it.
"""

from __future__ import annotations

from typing import NamedTuple

ALL = "duty approver finance admin auditor"
NOT_YOURS = "403 not-your-merchant"
FORBIDDEN = "403 forbidden"


class AtShop(NamedTuple):
    """Answers to an enrolled computer; an empty text: the call names no such object."""

    own: str
    foreign: str = ""
    unknown: str = ""


TERMINAL: dict[str, AtShop] = {
    "getMeta": AtShop("200"),
    "enrol": AtShop("201", "201", "404 unknown-code"),
    "activateMember": AtShop("201", "404 unknown-member", "404 unknown-member"),
    "putAlert": AtShop("201", NOT_YOURS, NOT_YOURS),
    "putSupplement": AtShop("201", NOT_YOURS, "404 unknown-alert"),
    # The answer to HEAD has no body to name the kind of refusal.
    "attachmentProgress": AtShop("204", "403", "404"),
    "sendChunk": AtShop("204", NOT_YOURS, "404 unknown-alert"),
    "readFeed": AtShop("200"),
    "noteShown": AtShop("204", "404 not-found", "404 not-found"),
    "reconcile": AtShop("200", "200", "200"),
    "readRewards": AtShop("200", "404 unknown-member", "404 unknown-member"),
    "claimReward": AtShop("201", "404 unknown-reward", "404 unknown-reward"),
    "latestBundle": AtShop("200"),
    "oneBundle": AtShop("200", "", "404 not-found"),
    "rotateTerminalKey": AtShop("200", NOT_YOURS, NOT_YOURS),
}

UNSIGNED = "401 bad-signature"
"""No signature, one by another key than it names, or an officer's cookie instead of one."""
STRANGER = "401 unknown-key"
"""A good signature by a key that nobody enrolled."""
REVOKED = "403 terminal-revoked"
"""A good signature by a computer that was taken out of service."""

ENROL_BY_OTHERS = {
    "signed by another key than the one that joins": "401 bad-signature",
    "a computer that is enrolled already": "409 already-enrolled",
    "a revoked computer with its old key": "409 already-enrolled",
}


class AtDesk(NamedTuple):
    """Who may, and what they hear; an empty text: the call names nothing that could be missing."""

    roles: str
    known: str
    unknown: str = ""


DESK: dict[str, AtDesk] = {
    "readSession": AtDesk(ALL, "200"),
    "signOut": AtDesk(ALL, "204"),
    "readQueue": AtDesk(ALL, "200"),
    "deskEvents": AtDesk(ALL, "200"),
    "readAlert": AtDesk("duty approver", "200", "404 unknown-alert"),
    "unmask": AtDesk("duty approver", "200", "404 unknown-alert"),
    "act": AtDesk("duty", "200", "404 unknown-alert"),
    "showAttachment": AtDesk("duty approver", "200", "404 unknown-attachment"),
    "deskRewards": AtDesk(ALL, "200"),
    "proposeReward": AtDesk("duty", "201", "404 unknown-alert"),
    "stepReward review": AtDesk("duty approver", "200", "404 unknown-reward"),
    "stepReward approve": AtDesk("approver", "200", "404 unknown-reward"),
    "stepReward notify": AtDesk("duty approver", "200", "404 unknown-reward"),
    "stepReward pay": AtDesk("finance", "200", "404 unknown-reward"),
    # A notice is open for its days: nobody can end it early.
    "stepReward expire": AtDesk("approver finance", "409 claim-still-open", "404 unknown-reward"),
    "stepReward revoke": AtDesk("approver", "200", "404 unknown-reward"),
    "suggestReward": AtDesk("duty approver", "200", "404 unknown-alert"),
    "listMerchants": AtDesk("duty approver admin auditor", "200"),
    "createMerchant": AtDesk("admin", "201"),
    "listMembers": AtDesk("duty approver admin auditor", "200"),
    "createMember": AtDesk("admin", "201", "404 unknown-merchant"),
    "reissueActivation": AtDesk("admin", "201", "404 unknown-member"),
    "listBulletins": AtDesk(ALL, "200"),
    "createBulletin": AtDesk("duty admin", "201"),
    "listBundles": AtDesk(ALL, "200"),
    "publishBundle": AtDesk("admin", "201"),
    "createEnrolmentCode": AtDesk("admin", "201", "404 unknown-merchant"),
    "listTerminals": AtDesk("duty approver admin auditor", "200"),
    "revokeTerminal": AtDesk("admin", "200", "404 not-found"),
    "readAnalysis": AtDesk(ALL, "200"),
    "readAudit": AtDesk("admin auditor", "200"),
}

ROLE_FREE = frozenset({"readSession", "signOut"})
"""Even an officer who has lost every role may see whose session it is, and end it."""
SIGNED_OUT = "401 signed-out"
NO_TOKEN = "403 csrf"
SIGN_IN = {"right": "200", "a name nobody has": "401 wrong-credentials"}
# The one who proposed a reward may not review it unless an approver: `duty` here is the proposer.
PROPOSERS_OWN = {("stepReward review", "wang"): "403 same-officer"}
