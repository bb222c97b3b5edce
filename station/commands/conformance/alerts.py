"""Alerts: once, confirmed by a true receipt, and every bad body refused with its place."""

from typing import Any

from station.commands.conformance.gateway import Gateway, Got
from station.commands.conformance.keys import Key, canonical, sha256
from station.commands.conformance.letters import alert, changed, signed_by, silent_alarm, uuid7
from station.commands.conformance.report import Chapter, ClauseFailed, NotTested

CHAPTER = Chapter("上报", "Alerts")
_add = CHAPTER.add

# What is spoiled: (name, zh, en, changes, the pointer the errors must name).
_SPOILED: tuple[tuple[str, str, str, dict[str, Any], str], ...] = (
    ("type", "类型不对", "a wrong type", {"amount_fen": "100"}, "/amount_fen"),
    ("missing", "缺少必填项", "a missing member", {"place": None}, "/place"),
    ("too-long", "文字超长", "a text that is too long", {"narrative": "长" * 501}, "/narrative"),
    ("unknown-word", "未知的选项", "a word that is not known", {"setting": "pawn_shop"}, "/setting"),
    ("version", "未知的版本", "an unknown version", {"schema_version": "99"}, "/schema_version"),
    ("absurd-amount", "离谱的金额", "an absurd amount", {"amount_fen": 10**30}, "/amount_fen"),
    ("future", "未来的时间", "a time in the future", {"submitted_at": "2099-01-01T00:00:00+08:00"}, "/submitted_at"),
    ("naive-time", "不带时区的时间", "a time without offset", {"observed_at": "2026-01-01T00:00:00"}, "/observed_at"),
    (
        "check-digit",
        "身份证校验码错误",
        "a wrong check digit",
        {"subject": {"desc": "测试", "id_type": "resident_id", "id_no": "110101199003070000"}},
        "/subject/id_no",
    ),
    ("lowered", "擅自降低等级", "a level lowered too far", {"level": "none", "computed_level": "alert"}, "/level"),
)


def put(gateway: Gateway, body: dict[str, Any], **more: Any) -> Got:
    """Send an alert."""
    return gateway.call("PUT", f"/alerts/{body['alert_id']}", body, **more)


def sent(gateway: Gateway) -> dict[str, Any]:
    """Return a fresh alert that the gateway has."""
    body = alert(gateway.party)
    receipt = gateway.receipt(put(gateway, body), 201, body)
    gateway.party.last_receipt = receipt["jws"]
    return body


@_add("alerts.receipt", "上报得到服务器签名的回执", "An alert is answered 201 with a receipt by the station's key")
def _first(gateway: Gateway) -> None:
    gateway.kept["alert"] = sent(gateway)


@_add("alerts.once", "同样内容再次提交得到同一回执", "The same bytes again are 200 with the same receipt bytes")
def _again(gateway: Gateway) -> None:
    body = sent(gateway)
    first = gateway.party.last_receipt
    again = gateway.receipt(put(gateway, body), 200, body)
    if again["jws"] != first:
        raise ClauseFailed("两次回执不同 the two receipts differ")


@_add("alerts.conflict", "同一编号不同内容被拒绝", "Other bytes under the same id are refused")
def _conflict(gateway: Gateway) -> None:
    body = sent(gateway)
    gateway.refuses(put(gateway, {**body, "narrative": "同一编号下的另一段内容。"}), 409, "alert-id-conflict")


@_add("alerts.chain", "回执首尾相接，序号递增", "Receipts are chained and their seq rises")
def _chain(gateway: Gateway) -> None:
    sent(gateway)
    before = gateway.party.last_receipt or ""
    body = alert(gateway.party)
    receipt = gateway.receipt(put(gateway, body), 201, body)
    if receipt["prev"] != sha256(before.encode()):
        raise ClauseFailed("prev 不是上一回执的摘要 is not the previous receipt's digest")
    later = alert(gateway.party)
    if gateway.receipt(put(gateway, later), 201, later)["seq"] <= receipt["seq"]:
        raise ClauseFailed("seq 没有递增 did not rise")


@_add("alerts.silent", "最少内容的静默报警被接受", "A silent alarm with the least content is accepted")
def _silent(gateway: Gateway) -> None:
    body = silent_alarm(gateway.party)
    gateway.receipt(put(gateway, body), 201, body)


@_add("alerts.unknown-members", "未知成员被忽略", "Unknown members are ignored")
def _unknown_members(gateway: Gateway) -> None:
    body = alert(gateway.party, invented_by_a_later_version={"x": [1]})
    gateway.receipt(put(gateway, body), 201, body)


@_add("alerts.member", "成员签名须正确", "A member's signature must be right")
def _member(gateway: Gateway) -> None:
    if gateway.member is None:
        raise NotTested("需要 needs --member-id --activation-code")
    good = signed_by(alert(gateway.party), gateway.member_id, gateway.member)
    gateway.receipt(put(gateway, good), 201, good)
    bad = signed_by(alert(gateway.party), gateway.member_id, Key())
    gateway.refuses(put(gateway, bad), 422, "invalid-alert", pointer="/member_signature")


def _spoiled(changes: dict[str, Any], pointer: str) -> Any:
    def run(gateway: Gateway) -> None:
        good = alert(gateway.party)
        bad = changed(good, changes)
        got = put(gateway, bad)
        # A member that is missing may be named itself or by its first missing part.
        body = gateway.refuses(got, 422, "invalid-alert")
        pointers = [str(item["pointer"]) for item in body["errors"]]
        if not any(item == pointer or item.startswith(f"{pointer}/") for item in pointers):
            raise ClauseFailed(f"错误应指明 the errors should name {pointer}，得到 got {pointers}")
        # Nothing of the refused letter may have been kept: the id is still free.
        gateway.receipt(put(gateway, good), 201, good)

    return run


for _name, _zh, _en, _changes, _pointer in _SPOILED:
    _add(f"alerts.bad.{_name}", f"{_zh}被拒绝且不留痕迹", f"Refused with its place, nothing kept: {_en}")(
        _spoiled(_changes, _pointer)
    )


@_add("alerts.bad.json", "不是JSON、有小数或重名的内容被拒绝", "No JSON, decimals or repeated names are refused")
def _bad_json(gateway: Gateway) -> None:
    path = f"/alerts/{uuid7()}"
    for raw in (b"{", b"[]", b'{"amount_fen":1.5}', b'{"n":1,"n":2}', b"\xff\xfe"):
        gateway.refuses(gateway.call("PUT", path, raw), 400, "bad-json")


@_add("alerts.bad.size", "超过上限的内容被拒绝", "A body over the published limit is refused")
def _size(gateway: Gateway) -> None:
    raw = canonical({"narrative": "x" * gateway.meta["limits"]["alert_bytes"]})
    gateway.refuses(gateway.call("PUT", f"/alerts/{uuid7()}", raw), 413, "too-large")


@_add("alerts.bad.media-type", "不是JSON类型的内容被拒绝", "Another content type is refused")
def _media(gateway: Gateway) -> None:
    body = alert(gateway.party)
    gateway.refuses(put(gateway, body, media_type="text/plain"), 415, "unsupported-media-type")


@_add("alerts.bad.address", "编号与地址须一致", "The id must be the address's")
def _address(gateway: Gateway) -> None:
    got = gateway.call("PUT", f"/alerts/{uuid7()}", alert(gateway.party))
    gateway.refuses(got, 422, "invalid-alert", pointer="/alert_id")


@_add("alerts.bad.merchant", "不能替别的单位上报", "Nobody reports for another merchant")
def _merchant(gateway: Gateway) -> None:
    gateway.refuses(put(gateway, alert(gateway.party, merchant_id="mer_somebody_else")), 403, "not-your-merchant")
