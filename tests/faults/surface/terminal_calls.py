"""The terminals' calls: for each operation a call that is right in everything but perhaps in whose object it names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.fakes.alerts import supplement
from tests.fakes.attachments import sha256
from tests.fakes.terminal import Key, encode
from tests.faults.surface.calls import Call
from tests.faults.surface.county import Shop, Whose
from tests.faults.surface.stock import PHOTO, Stock


def meta(_stock: Stock, _whose: Whose) -> Call:
    """What the station is."""
    return Call("GET", "/meta")


def enrol(stock: Stock, whose: Whose, key: Key | None = None) -> Call:
    """A new computer joins with a fresh code of a shop, or with one nobody gave out."""
    code = "ZZZZ-ZZZZ" if whose == "unknown" else stock.county.new_code(stock.county.shop(whose))
    stock.joining = key or Key()
    body = {"code": code, "terminal_jwk": stock.joining.jwk, "terminal_name": "二号柜台"}
    return Call("POST", "/enrolments", body)


def activate(stock: Stock, whose: Whose) -> Call:
    """A clerk's new key, with the code the desk gave for it."""
    member_id = {"own": stock.county.ours.other_member_id, "foreign": stock.county.theirs.other_member_id}.get(whose)
    code = "ABCDEFGH"
    if member_id:
        made = stock.county.desk("sun").post(f"/members/{member_id}/activation-code")
        code = made.json()["activation_code"]
    body = {"activation_code": code, "member_jwk": Key().jwk}
    return Call("POST", f"/members/{member_id or 'mem_nobody'}/activation", body)


def put_alert(stock: Stock, whose: Whose) -> Call:
    """A new alert; a foreign one speaks for the other shop."""
    body = stock.fresh_alert(whose)
    return Call("PUT", f"/alerts/{body['alert_id']}", body)


def put_alert_again(stock: Stock, whose: Whose) -> Call:
    """The very bytes of an alert that is there."""
    body = stock.alert(whose)
    return Call("PUT", f"/alerts/{body['alert_id']}", body)


def put_supplement(stock: Stock, whose: Whose) -> Call:
    """A later fact of an alert."""
    alert_id = str(stock.alert(whose)["alert_id"])
    fields = {
        "amount_fen": 5_000_000,
        "person_present": "no",
        "subject": {"desc": "男,五十岁左右", "phone": "13800138000"},
    }
    body = supplement(alert_id, 1, at=stock.county.world.clock.now(), fields=fields)
    return Call("PUT", f"/alerts/{alert_id}/supplements/1", body)


def progress(stock: Stock, whose: Whose) -> Call:
    """How much of a file is there."""
    alert_id, digest = (stock.alert(whose)["alert_id"], sha256(PHOTO)) if whose == "unknown" else stock.file(whose)
    return Call("HEAD", f"/attachments/{digest}", covered={"Alert-Id": alert_id})


def chunk(stock: Stock, whose: Whose) -> Call:
    """The second half of a file; unknown: of an alert that is not there."""
    alert_id, digest = (stock.alert(whose)["alert_id"], sha256(PHOTO)) if whose == "unknown" else stock.file(whose)
    half = len(PHOTO) // 2
    headers = {"Upload-Offset": str(half), "Upload-Length": str(len(PHOTO)), "Attachment-Type": "image/jpeg"}
    return Call("PATCH", f"/attachments/{digest}", PHOTO[half:], headers, {"Alert-Id": alert_id})


def feed(_stock: Stock, _whose: Whose) -> Call:
    """What has come in."""
    return Call("GET", "/feed?after=&wait=0")


def note_shown(stock: Stock, whose: Whose) -> Call:
    """An event was shown."""
    body = {"shown_at": stock.county.world.clock.now().isoformat()}
    return Call("PUT", f"/feed/receipts/{stock.event(whose)}", body)


def reconcile(stock: Stock, whose: Whose) -> Call:
    """What of ours is there."""
    alert = stock.alert(whose)
    item = {"alert_id": alert["alert_id"], "digest": sha256(encode(alert)), "supplements": 0}
    return Call("POST", "/reconcile", {"epoch": "", "items": [item]})


def _of_shop(stock: Stock, whose: Whose) -> tuple[Shop, str]:
    shop = stock.county.shop(whose)
    return shop, "mem_nobody" if whose == "unknown" else shop.member_id


def my_rewards(stock: Stock, whose: Whose) -> Call:
    """A member's rewards, with that member's own proof."""
    shop, member_id = _of_shop(stock, whose)
    return Call("GET", f"/rewards?member_id={member_id}", headers=proof(stock, shop.clerk, member_id))


def colleagues_rewards(stock: Stock, _whose: Whose) -> Call:
    """A member's rewards, asked for by another clerk of the same shop."""
    shop = stock.county.ours
    headers = proof(stock, shop.other_clerk, shop.member_id)
    return Call("GET", f"/rewards?member_id={shop.member_id}", headers=headers)


def proof(stock: Stock, key: Key, member_id: str, **changes: Any) -> dict[str, str]:
    """Return a member's proof, with some of its claims changed."""
    claims = {
        "member_id": member_id,
        "aud": stock.county.ours.terminal.enrolment["station"]["id"],
        "iat": int(stock.county.world.clock.now().timestamp()),
        "htu": "/api/v1/rewards",
        **changes,
    }
    return {"Member-Assertion": key.jws(encode(claims))}


def claim(stock: Stock, whose: Whose) -> Call:
    """A member claims a reward."""
    shop, member_id = _of_shop(stock, whose)
    return _claim(stock, whose, member_id, shop.clerk)


def claim_for_another(stock: Stock, _whose: Whose) -> Call:
    """A clerk claims what was given to a colleague."""
    return _claim(stock, "own", stock.county.ours.member_id, stock.county.ours.other_clerk)


def _claim(stock: Stock, whose: Whose, member_id: str, key: Key) -> Call:
    reward_id = stock.reward(whose, "claim")["reward_id"]
    facts = {
        "reward_id": reward_id,
        "member_id": member_id,
        "claimed_at": stock.county.world.clock.now().isoformat(),
    }
    return Call("POST", f"/rewards/{reward_id}/claim", {"claim": key.jws(encode(facts))})


def latest_bundle(stock: Stock, _whose: Whose) -> Call:
    """The newest bundle."""
    stock.bundle()
    return Call("GET", "/bundles/latest?have=0")


def one_bundle(stock: Stock, whose: Whose) -> Call:
    """A bundle by its version."""
    return Call("GET", f"/bundles/{999_999_999 if whose == 'unknown' else stock.bundle()}")


def rotate_key(stock: Stock, whose: Whose) -> Call:
    """A terminal's next key; our own is that of a computer to spare."""
    owner = stock.county.theirs.terminal if whose == "foreign" else stock.spare()
    terminal_id = "ter_nobody" if whose == "unknown" else owner.enrolment["terminal_id"]
    new = Key()
    facts = {
        "terminal_id": terminal_id,
        "key_thumbprint": new.thumbprint,
        "iat": int(stock.county.world.clock.now().timestamp()),
    }
    body = {"new_jwk": new.jwk, "proof": new.jws(encode(facts))}
    return Call("POST", f"/terminals/{terminal_id}/key", body)


Build = Callable[[Stock, Whose], Call]
TERMINAL_CALLS: dict[str, Build] = {
    "getMeta": meta,
    "enrol": enrol,
    "activateMember": activate,
    "putAlert": put_alert,
    "putSupplement": put_supplement,
    "attachmentProgress": progress,
    "sendChunk": chunk,
    "readFeed": feed,
    "noteShown": note_shown,
    "reconcile": reconcile,
    "readRewards": my_rewards,
    "claimReward": claim,
    "latestBundle": latest_bundle,
    "oneBundle": one_bundle,
    "rotateTerminalKey": rotate_key,
}
