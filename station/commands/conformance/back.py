"""What comes back: feed, read receipts, reconciling, rewards, bundles, and the change of keys."""

import time
from datetime import UTC, datetime

from station.commands.conformance.alerts import put, sent
from station.commands.conformance.gateway import Gateway, Got
from station.commands.conformance.keys import Key, b64, canonical, opened, sha256
from station.commands.conformance.letters import alert, now, uuid7
from station.commands.conformance.report import Chapter, ClauseFailed, NotTested

CHAPTER = Chapter("回传", "What comes back")
_add = CHAPTER.add
_MOST_PAGES = 50


def _read(gateway: Gateway, cursor: str = "") -> tuple[list[dict[str, object]], str]:
    """Return every event after a cursor, and the cursor after them."""
    events: list[dict[str, object]] = []
    for _ in range(_MOST_PAGES):
        page = gateway.fits(gateway.call("GET", f"/feed?after={cursor}&wait=0"), 200, "feed")
        cursor = str(page["cursor"])
        if not page["events"]:
            return events, cursor
        events += page["events"]
    raise ClauseFailed("消息读不完 the feed does not end")


@_add("feed.order", "消息按序到达，含本机上报的状态", "Events are in order and tell of one's own alert")
def _order(gateway: Gateway) -> None:
    _events, cursor = _read(gateway)
    body = sent(gateway)
    sent(gateway)
    events, _cursor = _read(gateway, cursor)
    seqs = [int(str(event["seq"])) for event in events]
    if seqs != sorted(set(seqs)):
        raise ClauseFailed("seq 不是严格递增 does not rise strictly")
    if not any(event["type"] == "case.status" and event["alert_id"] == body["alert_id"] for event in events):
        raise ClauseFailed("没有收到 there is no case.status")
    gateway.kept["seq"] = seqs[-1]


@_add("feed.foreign", "看不到别的单位的消息", "Nobody sees another merchant's events")
def _foreign(gateway: Gateway) -> None:
    if gateway.other is None:
        raise NotTested("需要 needs --second-code")
    body = sent(gateway)
    page = gateway.fits(gateway.call("GET", "/feed?after=&wait=0", key=gateway.other.key), 200, "feed")
    if any(event["alert_id"] == body["alert_id"] for event in page["events"]):
        raise ClauseFailed("别的单位看到了本单位的上报 another merchant sees this alert")


@_add("feed.wait", "没有消息时等待后返回空", "Without news the call waits, then answers empty")
def _wait(gateway: Gateway) -> None:
    _events, cursor = _read(gateway)
    start = time.monotonic()
    gateway.fits(gateway.call("GET", f"/feed?after={cursor}&wait=2"), 200, "feed")
    spent = time.monotonic() - start
    if not 1 <= spent <= 15:
        raise ClauseFailed(f"应等约2秒 should wait about 2 s，实际 took {spent:.1f} s")


@_add("feed.cursor", "错误游标422，旧纪元410", "A broken cursor is 422, one of another epoch 410")
def _cursor(gateway: Gateway) -> None:
    gateway.refuses(gateway.call("GET", "/feed?after=!!!&wait=0"), 422, "invalid-request")
    foreign = b64(b"another-epoch:5")
    problem = gateway.call("GET", f"/feed?after={foreign}&wait=0")
    # A gateway's cursors are its own affair: a stranger's may be broken (422) or of another epoch (410).
    if problem.status == 410:
        gateway.refuses(problem, 410, "epoch-changed")
    else:
        gateway.refuses(problem, 422, "invalid-request")


@_add("feed.shown", "阅读回执可重复，未知消息404", "Read receipts may be repeated; of an unknown event 404")
def _shown(gateway: Gateway) -> None:
    if "seq" not in gateway.kept:
        raise NotTested("没有消息 there is no event")
    for _ in range(2):
        got = gateway.call("PUT", f"/feed/receipts/{gateway.kept['seq']}", {"shown_at": now(), "member_id": None})
        gateway.fits(got, 204)
    unknown = gateway.call("PUT", "/feed/receipts/9007199254740991", {"shown_at": now(), "member_id": None})
    gateway.refuses(unknown, 404, "not-found")
    gateway.refuses(gateway.call("PUT", f"/feed/receipts/{gateway.kept['seq']}", {}), 422, "invalid-request")


@_add("reconcile", "核对指明缺失、冲突和落后", "Reconciling names what is missing, other or behind")
def _reconcile(gateway: Gateway) -> None:
    here, other, gone = sent(gateway), sent(gateway), alert(gateway.party)
    items = [
        {"alert_id": here["alert_id"], "digest": sha256(canonical(here)), "supplements": 2},
        {"alert_id": other["alert_id"], "digest": sha256(b"other"), "supplements": 0},
        {"alert_id": gone["alert_id"], "digest": sha256(canonical(gone)), "supplements": 0},
    ]
    answer = gateway.fits(
        gateway.call("POST", "/reconcile", {"epoch": gateway.meta["epoch"], "items": items}), 200, "reconcile-answer"
    )
    wanted = ([gone["alert_id"]], [other["alert_id"]], [{"alert_id": here["alert_id"], "have": 0}])
    if (answer["missing"], answer["conflicting"], answer["supplements"]) != wanted:
        raise ClauseFailed("missing / conflicting / supplements 不对 are wrong")
    gateway.receipt(put(gateway, gone), 201, gone)
    many = {"epoch": "", "items": [{**items[0], "alert_id": uuid7()} for _ in range(501)]}
    gateway.refuses(gateway.call("POST", "/reconcile", many), 422, "invalid-request", pointer="/items")


@_add("rewards", "奖励只给证明身份的本人看", "Rewards are shown to the member who proves it is them")
def _rewards(gateway: Gateway) -> None:
    if gateway.member is None:
        raise NotTested("需要 needs --member-id --activation-code")
    path = f"/rewards?member_id={gateway.member_id}"
    gateway.refuses(gateway.call("GET", path), 403, "member-assertion")
    gateway.refuses(_asserted(gateway, path, Key()), 403, "member-assertion")
    gateway.fits(_asserted(gateway, path, gateway.member), 200, "rewards-answer")
    facts = {"reward_id": "rew_none", "member_id": gateway.member_id, "claimed_at": now()}
    claim = {"claim": gateway.member.jws(canonical(facts))}
    gateway.refuses(gateway.call("POST", "/rewards/rew_none/claim", claim), 404, "unknown-reward")


def _asserted(gateway: Gateway, path: str, key: Key) -> Got:
    facts = {
        "member_id": gateway.member_id,
        "aud": gateway.meta["station"]["id"],
        "iat": int(datetime.now(UTC).timestamp()),
        "htu": "/api/v1/rewards",
    }
    return gateway.call("GET", path, headers={"Member-Assertion": key.jws(canonical(facts))})


@_add("bundles", "资料包由服务器签名", "Bundles are signed by the station; 304 to who has the newest")
def _bundles(gateway: Gateway) -> None:
    got = gateway.call("GET", "/bundles/latest")
    if got.status == 404:
        gateway.refuses(got, 404, "not-found")
        raise NotTested("尚未发布资料包 no bundle is published yet")
    jws = str(gateway.fits(got, 200, "bundle-answer")["bundle"])
    bundle = opened(jws, gateway.meta["station_jwks"]["keys"])
    if bundle is None or gateway.contract.errors("bundle", bundle):
        raise ClauseFailed("资料包签名或内容不对 the bundle's signature or shape is wrong")
    gateway.fits(gateway.call("GET", f"/bundles/latest?have={bundle['version']}"), 304)
    gateway.fits(gateway.call("GET", f"/bundles/{bundle['version']}"), 200, "bundle-answer")


@_add("terminal-key", "终端可更换密钥，旧密钥随即失效", "A terminal changes its key; the old one is unknown at once")
def _terminal_key(gateway: Gateway) -> None:
    party, new = gateway.party, Key()
    terminal_id = party.enrolment["terminal_id"]
    facts = {
        "terminal_id": terminal_id,
        "key_thumbprint": new.thumbprint,
        "iat": int(datetime.now(UTC).timestamp()),
    }
    path = f"/terminals/{terminal_id}/key"
    unproven = {"new_jwk": new.jwk, "proof": Key().jws(canonical(facts))}
    gateway.refuses(gateway.call("POST", path, unproven), 422, "invalid-request", pointer="/proof")
    body = {"new_jwk": new.jwk, "proof": new.jws(canonical(facts))}
    for _ in range(2):
        gateway.fits(gateway.call("POST", path, body), 200, "terminal-key-answer")
    gateway.refuses(gateway.call("GET", "/feed"), 401, "unknown-key")
    party.key = new
    gateway.fits(gateway.call("GET", "/feed"), 200, "feed")
