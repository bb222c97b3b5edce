"""Supplements: in order, once, and after a withdrawal only facts."""

from typing import Any

from station.commands.conformance.alerts import sent
from station.commands.conformance.gateway import Gateway, Got
from station.commands.conformance.letters import supplement, uuid7
from station.commands.conformance.report import Chapter, ClauseFailed, NotTested

CHAPTER = Chapter("补充", "Supplements")
_add = CHAPTER.add


def put(gateway: Gateway, body: dict[str, Any], **more: Any) -> Got:
    """Send a supplement."""
    return gateway.call("PUT", f"/alerts/{body['alert_id']}/supplements/{body['n']}", body, **more)


@_add("supplements.order", "补充按序号接收，缺号时指明应有序号", "In order; a gap is refused with the number expected")
def _order(gateway: Gateway) -> None:
    alert_id = sent(gateway)["alert_id"]
    problem = gateway.refuses(put(gateway, supplement(alert_id, 2)), 409, "out-of-order")
    if problem.get("expected") != 1:
        raise ClauseFailed(f"expected 应为 should be 1，得到 got {problem.get('expected')}")
    for n in (1, 2):
        body = supplement(alert_id, n)
        gateway.receipt(put(gateway, body), 201, body, n=n)


@_add("supplements.once", "重复得到同一回执，不同内容被拒绝", "Again: the same receipt; other content: refused")
def _once(gateway: Gateway) -> None:
    body = supplement(sent(gateway)["alert_id"], 1)
    first = gateway.receipt(put(gateway, body), 201, body, n=1)
    if gateway.receipt(put(gateway, body), 200, body, n=1)["jws"] != first["jws"]:
        raise ClauseFailed("两次回执不同 the two receipts differ")
    gateway.refuses(put(gateway, {**body, "text": "另一句"}), 409, "supplement-conflict")


@_add("supplements.kinds", "更正和撤回有效，撤回后只收事实", "Corrections and withdrawal; afterwards only facts")
def _kinds(gateway: Gateway) -> None:
    alert_id = sent(gateway)["alert_id"]
    letters = [
        supplement(alert_id, 1, kind="correction", corrects="/narrative", text="更正一句"),
        supplement(alert_id, 2, kind="withdrawal", text="测试撤回"),
    ]
    for body in letters:
        gateway.receipt(put(gateway, body), 201, body, n=body["n"])
    late = supplement(alert_id, 3, kind="correction", corrects=1, text="再更正")
    gateway.refuses(put(gateway, late), 409, "withdrawn")
    fact = supplement(alert_id, 3)
    gateway.receipt(put(gateway, fact), 201, fact, n=3)


@_add("supplements.bad", "不合规则的补充被拒绝并指明位置", "Bad supplements are refused with their place")
def _bad(gateway: Gateway) -> None:
    alert_id = sent(gateway)["alert_id"]
    for changes, pointer in (
        ({"kind": "gossip"}, "/kind"),
        ({"kind": "withdrawal", "text": None}, "/text"),
        ({"kind": "correction"}, "/corrects"),
        ({"kind": "reply", "reply_code": "ok"}, "/in_reply_to"),
        ({"fields": {"vehicle": {"plate": "闽FI2345"}}}, "/fields/vehicle/plate"),
    ):
        gateway.refuses(put(gateway, supplement(alert_id, 1, **changes)), 422, "invalid-supplement", pointer=pointer)
    body = supplement(alert_id, 1)
    gateway.receipt(put(gateway, body), 201, body, n=1)


@_add("supplements.unknown-alert", "没有的上报不能补充", "There is no supplement without its alert")
def _unknown(gateway: Gateway) -> None:
    gateway.refuses(put(gateway, supplement(uuid7(), 1)), 404, "unknown-alert")


@_add("supplements.foreign", "不能补充别的单位的上报", "Another merchant's alert is out of reach")
def _foreign(gateway: Gateway) -> None:
    if gateway.other is None:
        raise NotTested("需要 needs --second-code")
    body = supplement(sent(gateway)["alert_id"], 1)
    gateway.refuses(put(gateway, body, key=gateway.other.key), 403, "not-your-merchant")
