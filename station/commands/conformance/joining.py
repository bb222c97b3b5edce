"""Meta, enrolment, activation, and who may speak at all."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from station.commands.conformance.gateway import Gateway, Party
from station.commands.conformance.keys import Key, Message, b64, content_digest, sign
from station.commands.conformance.report import Chapter, ClauseFailed, NotTested

CHAPTER = Chapter("登记与签名", "Joining and signatures")
_add = CHAPTER.add


@_add("meta", "无需签名即可读取服务器信息", "Anybody may read what the station is and allows")
def _meta(gateway: Gateway) -> None:
    got = gateway.send("GET", "/meta", {})
    gateway.meta = gateway.fits(got, 200, "meta")
    if "v1" not in gateway.meta["api_versions"]:
        raise ClauseFailed("api_versions 应含 should hold v1")
    if abs(datetime.fromisoformat(gateway.meta["time"]) - datetime.now(UTC)) > timedelta(minutes=5):
        raise ClauseFailed("服务器时间与本机相差5分钟以上 the station's clock is more than 5 minutes off this one's")


@_add("enrolments.unknown-code", "未知登记码被拒绝", "An unknown code is refused")
def _unknown_code(gateway: Gateway) -> None:
    body = {"code": "ZZZZ-9999", "terminal_jwk": (key := Key()).jwk, "terminal_name": "一致性测试"}
    gateway.refuses(gateway.call("POST", "/enrolments", body, key=key), 404, "unknown-code")


@_add("enrolments.foreign-key", "登记须由所登记的密钥签名", "An enrolment is signed by the key it brings")
def _foreign_key(gateway: Gateway) -> None:
    body = {"code": gateway.code, "terminal_jwk": Key().jwk, "terminal_name": "一致性测试"}
    gateway.refuses(gateway.call("POST", "/enrolments", body, key=Key()), 401, "bad-signature")


@_add("enrolments.first", "登记码换得终端身份", "A code becomes a terminal")
def _enrol(gateway: Gateway) -> None:
    key = Key()
    body = {"code": gateway.code, "terminal_jwk": key.jwk, "terminal_name": "一致性测试"}
    answer = gateway.fits(gateway.call("POST", "/enrolments", body, key=key), 201, "enrolment-answer")
    gateway.own = Party(key, answer)


@_add("enrolments.repeat", "应答丢失后重发得到同样结果", "The same enrolment again gets the same answer")
def _enrol_again(gateway: Gateway) -> None:
    party = gateway.party
    body = {"code": gateway.code, "terminal_jwk": party.key.jwk, "terminal_name": "一致性测试"}
    answer = gateway.fits(gateway.call("POST", "/enrolments", body), 201, "enrolment-answer")
    if answer["terminal_id"] != party.enrolment["terminal_id"]:
        raise ClauseFailed("terminal_id 变了 changed")


@_add("enrolments.used-code", "用过的登记码不能再给别的电脑", "A used code is of no use to another computer")
def _used_code(gateway: Gateway) -> None:
    own, key = gateway.party, Key()
    body = {"code": gateway.code, "terminal_jwk": key.jwk, "terminal_name": f"{own.enrolment['terminal_id']} 之二"}
    gateway.refuses(gateway.call("POST", "/enrolments", body, key=key), 410, "expired-code")


@_add("enrolments.second", "另一单位也能登记", "Another merchant enrols too")
def _second(gateway: Gateway) -> None:
    if not gateway.second_code:
        raise NotTested("需要 needs --second-code")
    key = Key()
    body = {"code": gateway.second_code, "terminal_jwk": key.jwk, "terminal_name": "一致性测试"}
    answer = gateway.fits(gateway.call("POST", "/enrolments", body, key=key), 201, "enrolment-answer")
    if answer["merchant"]["merchant_id"] == gateway.party.enrolment["merchant"]["merchant_id"]:
        raise NotTested("--second-code 应属于另一单位 should be another merchant's")
    gateway.other = Party(key, answer)


@_add("activation", "成员用启用码启用本人密钥", "A member's own key comes into force by a code")
def _activation(gateway: Gateway) -> None:
    if not (gateway.member_id and gateway.activation_code):
        raise NotTested("需要 needs --member-id --activation-code")
    path, key = f"/members/{gateway.member_id}/activation", Key()
    wrong = {"activation_code": "ZZZZ9999", "member_jwk": key.jwk}
    gateway.refuses(gateway.call("POST", path, wrong), 403, "wrong-activation-code")
    right = {"activation_code": gateway.activation_code, "member_jwk": key.jwk}
    for _ in range(2):
        gateway.fits(gateway.call("POST", path, right), 201, "activation-answer")
    gateway.member = key
    other = {"activation_code": gateway.activation_code, "member_jwk": Key().jwk}
    gateway.refuses(gateway.call("POST", path, other), 409, "already-activated")
    gateway.refuses(gateway.call("POST", "/members/mem_nobody/activation", right), 404, "unknown-member")


@_add("signature.missing", "没有签名的请求被拒绝", "A request without a signature is refused")
def _unsigned(gateway: Gateway) -> None:
    gateway.refuses(gateway.send("GET", "/feed", {}), 401, "bad-signature")


@_add("signature.unknown-key", "未登记的密钥被拒绝", "A key that is not enrolled is refused")
def _stranger(gateway: Gateway) -> None:
    gateway.refuses(gateway.call("GET", "/feed", key=Key()), 401, "unknown-key")


@_add("signature.uncovered", "摘要必须在签名范围内", "The digest must be covered by the signature")
def _uncovered(gateway: Gateway) -> None:
    gateway.refuses(gateway.call("GET", "/feed", without="content-digest"), 401, "bad-signature")


@_add("signature.moved", "签名不能移到别的地址", "A signature cannot be moved to another address")
def _moved(gateway: Gateway) -> None:
    message = Message("GET", f"{gateway.url}/api/v1/meta", {"Content-Digest": content_digest(b"")})
    sign(gateway.party.key, message)
    gateway.refuses(gateway.send("GET", "/feed", message.headers), 401, "bad-signature")


@_add("signature.stale", "过期签名得到401和服务器时间", "A stale signature gets 401 and the station's Date")
def _stale(gateway: Gateway) -> None:
    got = gateway.call("GET", "/feed", created=datetime.now(UTC) - timedelta(seconds=900))
    gateway.refuses(got, 401, "stale-signature")
    try:
        parsedate_to_datetime(got.headers.get("Date", ""))
    except ValueError:
        raise ClauseFailed("应答缺 the answer lacks Date") from None


@_add("signature.replay", "POST 的重放被拒绝，GET 可重复", "A replayed POST is refused, a GET may be repeated")
def _replay(gateway: Gateway) -> None:
    nonce = b64(b"conformance-nonce" + Key().thumbprint.encode())[:22]
    body = {"epoch": "", "items": []}
    gateway.fits(gateway.call("POST", "/reconcile", body, nonce=nonce), 200, "reconcile-answer")
    gateway.refuses(gateway.call("POST", "/reconcile", body, nonce=nonce), 409, "replayed-nonce")
    for _ in range(2):
        gateway.fits(gateway.call("GET", "/feed", nonce=nonce), 200, "feed")


@_add("digest.changed", "内容与摘要不符被拒绝", "A body other than its digest is refused")
def _digest(gateway: Gateway) -> None:
    got = gateway.call("POST", "/reconcile", {"epoch": "", "items": []}, changed=b'{"epoch":"x","items":[]}')
    gateway.refuses(got, 400, "bad-digest")


@_add("problems", "未知地址和方法也以问题文档应答", "Unknown addresses and methods answer with problems too")
def _problems(gateway: Gateway) -> None:
    gateway.refuses(gateway.call("GET", "/nothing-here"), 404, "not-found")
    gateway.refuses(gateway.call("DELETE", "/meta"), 405, "method-not-allowed")
