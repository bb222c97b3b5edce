"""The desk's calls: for each operation one that is right in everything but perhaps in naming what is not there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tests.fakes.desk import PASSWORD
from tests.faults.surface.calls import Call
from tests.faults.surface.county import UNKNOWN_ID, Whose
from tests.faults.surface.stock import CHECKLIST, Stock

Build = Callable[[Stock, Whose], Call]
STEPS = ("review", "approve", "notify", "pay", "expire", "revoke")


def plain(method: str, path: str) -> Build:
    """A call that names no object."""
    return lambda _stock, _whose: Call(method, path)


def sign_in(_stock: Stock, whose: Whose) -> Call:
    """A session for an officer, or for a name nobody has."""
    name = "nobody-at-all" if whose == "unknown" else "wang"
    return Call("POST", "/desk/session", {"username": name, "password": PASSWORD})


def _lead_id(stock: Stock, whose: Whose, *, concluded: bool = False) -> str:
    return UNKNOWN_ID if whose == "unknown" else stock.lead(concluded=concluded)


def read_alert(stock: Stock, whose: Whose) -> Call:
    """A lead in full."""
    return Call("GET", f"/desk/alerts/{_lead_id(stock, whose)}")


def unmask(stock: Stock, whose: Whose) -> Call:
    """A lead with nothing hidden."""
    return Call("POST", f"/desk/alerts/{_lead_id(stock, whose)}/unmask", {"purpose": "核查身份"})


def act(stock: Stock, whose: Whose) -> Call:
    """The officer has seen a lead."""
    return Call("POST", f"/desk/alerts/{_lead_id(stock, whose)}/actions", {"action": "acknowledge"}, revision=1)


def show_attachment(stock: Stock, whose: Whose) -> Call:
    """A file for an officer's eyes."""
    digest = "0" * 64 if whose == "unknown" else stock.whole_file()[1]
    return Call("GET", f"/desk/attachments/{digest}")


def propose(stock: Stock, whose: Whose) -> Call:
    """A reward for a valid lead."""
    asked = {
        "alert_id": _lead_id(stock, whose, concluded=True),
        "member_id": stock.county.ours.member_id,
        "kind": "cash",
        "amount_fen": 50_000,
    }
    return Call("POST", "/desk/rewards", asked)


def step(name: str, stock: Stock, whose: Whose) -> Call:
    """The next step of a reward."""
    reward = stock.reward(whose, name)
    body = {"step": name, **({"reason": "重复发放"} if name == "revoke" else {})}
    return Call("POST", f"/desk/rewards/{reward['reward_id']}/steps", body, revision=reward["revision"])


def suggest(stock: Stock, whose: Whose) -> Call:
    """What the ladder gives for a lead."""
    return Call("GET", f"/desk/rewards/suggestion?alert_id={_lead_id(stock, whose)}")


def new_merchant(_stock: Stock, _whose: Whose) -> Call:
    """A merchant is taken in."""
    return Call("POST", "/desk/merchants", {"name": "新店", "trade": "gold", "address": "西街2号"})


def new_member(stock: Stock, whose: Whose) -> Call:
    """A clerk is added."""
    merchant_id = "mer_nobody" if whose == "unknown" else stock.county.ours.merchant_id
    return Call("POST", "/desk/members", {"merchant_id": merchant_id, "name": "小周", "role": "clerk"})


def new_activation(stock: Stock, whose: Whose) -> Call:
    """A clerk's new activation code."""
    member_id = "mem_nobody" if whose == "unknown" else stock.county.ours.other_member_id
    return Call("POST", f"/desk/members/{member_id}/activation-code")


def bulletin(_stock: Stock, _whose: Whose) -> Call:
    """A notice to the shops."""
    return Call("POST", "/desk/bulletins", {"title": "提醒", "text": "近期多发,请留意。"})


def bundle(_stock: Stock, _whose: Whose) -> Call:
    """New checklists."""
    return Call("POST", "/desk/bundles", {"checklists": {"gold_shop": CHECKLIST}})


def new_code(stock: Stock, whose: Whose) -> Call:
    """An enrolment code."""
    merchant_id = "mer_nobody" if whose == "unknown" else stock.county.ours.merchant_id
    return Call("POST", "/desk/enrolment-codes", {"merchant_id": merchant_id})


def revoke(stock: Stock, whose: Whose) -> Call:
    """A computer is taken out of service: a spare one, enrolled for it."""
    terminal_id = "ter_nobody" if whose == "unknown" else stock.spare().enrolment["terminal_id"]
    return Call("POST", f"/desk/terminals/{terminal_id}/revoke", {"reason": "停用"})


DESK_CALLS: dict[str, Build] = {
    "signIn": sign_in,
    "readSession": plain("GET", "/desk/session"),
    "signOut": plain("DELETE", "/desk/session"),
    "readQueue": plain("GET", "/desk/queue?state=open&limit=20"),
    "deskEvents": plain("GET", "/desk/events"),
    "readAlert": read_alert,
    "unmask": unmask,
    "act": act,
    "showAttachment": show_attachment,
    "deskRewards": plain("GET", "/desk/rewards"),
    "proposeReward": propose,
    **{f"stepReward {name}": partial(step, name) for name in STEPS},
    "suggestReward": suggest,
    "listMerchants": plain("GET", "/desk/merchants"),
    "createMerchant": new_merchant,
    "listMembers": plain("GET", "/desk/members"),
    "createMember": new_member,
    "reissueActivation": new_activation,
    "listBulletins": plain("GET", "/desk/bulletins"),
    "createBulletin": bulletin,
    "listBundles": plain("GET", "/desk/bundles"),
    "publishBundle": bundle,
    "createEnrolmentCode": new_code,
    "listTerminals": plain("GET", "/desk/terminals"),
    "revokeTerminal": revoke,
    "readAnalysis": plain("GET", "/desk/analysis"),
    "readAudit": plain("GET", "/desk/audit"),
}
