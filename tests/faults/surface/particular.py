"""Wrong calls that only one operation knows: another order, another's file, another's alert, an end before the beginning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from tests.fakes.alerts import member_signed, replaced, supplement
from tests.fakes.attachments import sha256
from tests.fakes.terminal import Answer, FakeTerminal, Key, encode
from tests.faults.surface import terminal_calls as right
from tests.faults.surface.calls import Call, by_terminal
from tests.faults.surface.spoiled_letters import Wrong
from tests.faults.surface.stock import PHOTO, Stock

Case = tuple[str, Wrong]


def particular(stock: Stock) -> Iterator[Case]:
    """Return them all."""
    yield from _alerts(stock)
    yield from _supplements(stock)
    yield from _files(stock)
    yield from _others(stock)


def _case(operation: str, what: str, terminal: FakeTerminal, call: Call, *wanted: str) -> Case:
    return operation, Wrong(what, partial(by_terminal, terminal, call), frozenset(wanted))


def _alerts(stock: Stock) -> Iterator[Case]:
    ours = stock.county.ours
    sent, fresh = stock.alert("own"), stock.fresh_alert("own")
    here = f"/alerts/{sent['alert_id']}"
    put = partial(_case, "putAlert")
    yield put("another content", ours.terminal, Call("PUT", here, {**sent, "amount_fen": 1}), "409 alert-id-conflict")
    yield put("another address", ours.terminal, Call("PUT", "/alerts/elsewhere", fresh), "422 invalid-alert")
    theirs = stock.alert("foreign")
    path = f"/alerts/{theirs['alert_id']}"
    yield put("a foreign alert", ours.terminal, Call("PUT", path, theirs), "403 not-your-merchant")
    stolen = {**fresh, "alert_id": theirs["alert_id"]}
    yield put("a foreign alert's id", ours.terminal, Call("PUT", path, stolen), "403 not-your-merchant")
    other = {**fresh, "terminal_id": stock.county.theirs.terminal.enrolment["terminal_id"]}
    at = f"/alerts/{fresh['alert_id']}"
    yield put("a foreign computer", ours.terminal, Call("PUT", at, other), "403 not-your-merchant")
    signed = member_signed(fresh, ours.member_id, Key())
    yield put("another member's signature", ours.terminal, Call("PUT", at, signed), "422 invalid-alert")
    late = {**member_signed(fresh, ours.member_id, ours.clerk), "amount_fen": 5}
    yield put("changed after it was signed", ours.terminal, Call("PUT", at, late), "422 invalid-alert")
    foreign = {**fresh, "member_id": stock.county.theirs.member_id}
    yield put("a foreign member", ours.terminal, Call("PUT", at, foreign), "422 invalid-alert")
    for name, value in _AGAINST_THE_RULES.items():
        body = {**fresh, name: value}
        yield put(f"{name} against the rules", ours.terminal, Call("PUT", at, body), "422 invalid-alert")


_AGAINST_THE_RULES: dict[str, Any] = {
    "observed_at": "2099-01-01T00:00:00+08:00",
    "submitted_at": "2099-01-01T00:00:00+08:00",
    "level": "none",
    "narrative": "短",
    "contact": {"phone": "12", "mode": "sms"},
    "vehicle": {"plate": "闽"},
    "schema_version": "2",
}


def _supplements(stock: Stock) -> Iterator[Case]:
    terminal, now = stock.county.ours.terminal, stock.county.world.clock.now()
    alert_id = str(stock.alert("own")["alert_id"])

    def put(what: str, wanted: str, at: int | str = 1, about: str = alert_id, **changes: Any) -> Case:
        body = replaced(supplement(alert_id, 1 if isinstance(at, str) else at, at=now), changes)
        return _case("putSupplement", what, terminal, Call("PUT", f"/alerts/{about}/supplements/{at}", body), wanted)

    yield put("the third before the first", "409 out-of-order", 3)
    yield put("number nought", "404 not-found", "0x")
    yield put("an endless number", "404 not-found", "9" * 30)
    yield put("number in the body differs", "422 invalid-supplement", 2, n=1)
    yield put("a foreign alert", "422 invalid-supplement", 1, str(stock.alert("foreign")["alert_id"]))
    yield put("an unknown version", "422 invalid-supplement", schema_version="2")
    yield put("a reply to nothing", "422 invalid-supplement", kind="reply")
    yield put("a withdrawal without a reason", "422 invalid-supplement", kind="withdrawal", text=None)
    yield put("a correction of nothing", "422 invalid-supplement", kind="correction")
    yield put("written tomorrow", "422 invalid-supplement", made_at="2099-01-01T00:00:00+08:00")
    call = right.put_supplement(stock, "own")
    assert by_terminal(terminal, call).status == 201
    other = replace(call, body={**call.body, "text": "另一件事"})
    yield _case("putSupplement", "another content", terminal, other, "409 supplement-conflict")


def _files(stock: Stock) -> Iterator[Case]:
    terminal = stock.county.ours.terminal
    call = right.chunk(stock, "own")
    send = partial(_case, "sendChunk")

    def spoil(**headers: str) -> Call:
        return replace(
            call, headers={**call.headers, **{name.replace("_", "-"): text for name, text in headers.items()}}
        )

    yield send("the first half again", terminal, spoil(Upload_Offset="0"), "409 wrong-offset")
    yield send("a gap", terminal, spoil(Upload_Offset="9999"), "409 wrong-offset")
    yield send("no place", terminal, spoil(Upload_Offset=""), "422 invalid-request")
    yield send("a place before the beginning", terminal, spoil(Upload_Offset="-1"), "422 invalid-request")
    yield send("no length", terminal, spoil(Upload_Length="0"), "422 invalid-request")
    yield send("another length", terminal, spoil(Upload_Length="5000"), "422 invalid-request")
    yield send("far too long", terminal, spoil(Upload_Length="99999999"), "413 too-large")
    yield send("an endless length", terminal, spoil(Upload_Length="9" * 40), "422 invalid-request")
    yield send("a picture of another kind", terminal, spoil(Attachment_Type="image/svg+xml"), "415 unsupported-type")
    yield send("more than the whole", terminal, replace(call, body=PHOTO), "422 invalid-request")
    yield send("no digest", terminal, replace(call, path="/attachments/photo.jpg"), "404 not-found")
    nowhere = replace(call, covered={"Alert-Id": "elsewhere"})
    yield send("no alert", terminal, nowhere, "404 unknown-alert")
    foreign_alert, _digest = stock.file("foreign")
    yield send("a foreign alert", terminal, replace(call, covered={"Alert-Id": foreign_alert}), "403 not-your-merchant")
    alert_id = str(stock.alert("own")["alert_id"])
    for what, content, kind, wanted in _WHOLE_AND_WRONG:
        yield "sendChunk", Wrong(what, partial(_thrown_away, terminal, alert_id, content, kind), frozenset({wanted}))
    head = right.progress(stock, "own")
    head_case = partial(_case, "attachmentProgress")
    yield head_case("a foreign file", terminal, replace(head, path=f"/attachments/{'0' * 64}"), "404")
    yield head_case("no digest", terminal, replace(head, path="/attachments/x"), "404")


_WHOLE_AND_WRONG = [
    ("a wrong digest", b"\xff\xd8\xff\xe0 not what was announced", "image/jpeg", "400 bad-digest"),
    ("a page that says it is a picture", b"<html><script>alert(1)</script>", "image/jpeg", "415 unsupported-type"),
    ("a program that says it is a document", b"MZ\x90\x00" + b"\0" * 64, "application/pdf", "415 unsupported-type"),
]


def _thrown_away(terminal: FakeTerminal, alert_id: str, content: bytes, kind: str) -> Answer:
    """Send a whole file that is not what it says; afterwards nothing of it is there."""
    digest = "f" * 64 if b"announced" in content else sha256(content)
    headers = {"Upload-Offset": "0", "Upload-Length": str(len(content)), "Attachment-Type": kind}
    covered = {"Alert-Id": alert_id}
    answer = by_terminal(terminal, Call("PATCH", f"/attachments/{digest}", content, headers, covered))
    assert by_terminal(terminal, Call("HEAD", f"/attachments/{digest}", covered=covered)).status == 404
    return answer


def _others(stock: Stock) -> Iterator[Case]:
    county = stock.county
    terminal, ours = county.ours.terminal, county.ours
    claims: dict[str, Callable[[], dict[str, str]]] = {
        "no proof": dict,
        "an empty proof": lambda: {"Member-Assertion": ""},
        "no JWS": lambda: {"Member-Assertion": "a.b.c"},
        "a proof by another key": lambda: right.proof(stock, Key(), ours.member_id),
        "a proof of yesterday": lambda: right.proof(stock, ours.clerk, ours.member_id, iat=1_700_000_000),
        "a proof for another station": lambda: right.proof(stock, ours.clerk, ours.member_id, aud="sta_other"),
        "a proof for another call": lambda: right.proof(stock, ours.clerk, ours.member_id, htu="/api/v1/feed"),
        "a proof with words for a time": lambda: right.proof(stock, ours.clerk, ours.member_id, iat="now"),
    }
    for what, made in claims.items():
        call = Call("GET", f"/rewards?member_id={ours.member_id}", headers=made())
        yield _case("readRewards", what, terminal, call, "403 member-assertion")
    for what, cursor, wanted in (
        ("a cursor of another epoch", "ZXBvX290aGVyOjU", "410 epoch-changed"),
        ("no cursor at all", "!!!", "422 invalid-request"),
        ("a cursor before the beginning", "ZXBvOi0x", "422 invalid-request"),
    ):
        yield _case("readFeed", what, terminal, Call("GET", f"/feed?after={cursor}&wait=0"), wanted)
    for version in ("0", "-1", "1e3", "latest2", "9" * 30):
        yield _case(
            "oneBundle", f"version {version[:9]}", terminal, Call("GET", f"/bundles/{version}"), "404 not-found"
        )
    for seq in ("-1", "x", "9" * 30):
        body = {"shown_at": county.world.clock.now().isoformat()}
        yield _case(
            "noteShown", f"event {seq[:9]}", terminal, Call("PUT", f"/feed/receipts/{seq}", body), "404 not-found"
        )
    reward = stock.reward("own", "approve")["reward_id"]
    facts = {"reward_id": reward, "member_id": ours.member_id, "claimed_at": county.world.clock.now().isoformat()}
    early = Call("POST", f"/rewards/{reward}/claim", {"claim": ours.clerk.jws(encode(facts))})
    yield _case("claimReward", "before the notice", terminal, early, "409 illegal-transition")
    wrong = Call("POST", f"/rewards/{reward}/claim", {"claim": Key().jws(encode(facts))})
    yield _case("claimReward", "another's signature", terminal, wrong, "403 member-assertion")
