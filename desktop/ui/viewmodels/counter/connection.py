"""The one truth about sending, in words: whether the police have everything, and what to do when not.

Two things can stop a letter and both are said: the line may be dead, and the station may take nothing from this PC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop.application.read_models import OutboxStatus
from desktop.ui.viewmodels.records.format import day_time
from redflags import Text

_ONLINE: Final = Text("已连接", "Connected")
_OFFLINE: Final = Text("没有网络", "No connection")
_TRYING: Final = Text("正在连接", "Connecting")
_REVOKED: Final = Text("本机被停用", "This PC was withdrawn")
_NOT_TAKEN: Final = Text("值班台不接收本机", "Duty desk refuses this PC")
_ELSEWHERE: Final = Text("地址上是另一个值班台", "Another station at this address")
_STRANGERS: Final = frozenset({"foreign-station", "another-station"})
_ALL_SENT: Final = Text("全部送达", "All delivered")
_WAITING: Final = Text("{n} 条还没有送达", "{n} not delivered")
_REFUSED: Final = Text("{n} 条要您处理", "{n} need you")
_ODD: Final = Text("回执要核对", "Receipts to compare")
_NOT_RECEIVED: Final = Text("警方还没有收到，请拨 110", "The police do not have it yet: dial 110")
_LINES_NOT_RECEIVED: Final = Text(
    "上报警方已收到，后来补充的还没有；急的请拨 110",
    "The police have the report, but not what was added since: dial 110 if it is urgent",
)
_CANNOT_SEND: Final = Text("现在送不出去，紧急情况请拨 110", "Nothing can be sent now: in an emergency dial 110")
_WAITING_DETAIL: Final = Text(
    "{n} 条已保存在本机，联网后自动送达。情况紧急时不要等。",
    "{n} saved on this PC; sent automatically once you are online. Do not wait if it is urgent.",
)
_REFUSED_DETAIL: Final = Text(
    "{n} 条没有被接收，请到「记录」里看原因并改好。", "{n} were not accepted: see why under Records and correct them."
)
_HELD_DETAILS: Final = {
    "revoked": Text(
        "值班台停用了本机的登记，{n} 条还在本机。请店长联系值班台。",
        "The duty desk withdrew this PC; {n} are still here. Ask the manager to call the duty desk.",
    ),
    "not-taken": Text(
        "值班台没有认出本机的签名，{n} 条还在本机。请核对本机时间，再请店长联系值班台。",
        "The duty desk does not accept this PC's signature; {n} are still here. Check this PC's clock, then ask the "
        "manager to call the duty desk.",
    ),
    "elsewhere": Text(
        "这个地址上不是本店登记的值班台，{n} 条还在本机。请核对网络和服务地址。",
        "The station at this address is not this shop's own; {n} are still here. Check network and service address.",
    ),
}
_ODD_TITLE: Final = Text("回执前后对不上", "Receipts do not follow on each other")
_ODD_DETAIL: Final = Text(
    "有 {n} 张回执和前一张接不上。请店长和值班台核对最近的上报清单，看有没有少的。",
    "{n} receipts do not continue the one before. The manager and the duty desk should compare the latest reports.",
)


@dataclass(frozen=True, slots=True)
class ConnectionWords:
    """Rail box: title, detail, icon, good or not; `warning` and `warning_detail` for the home page, empty when all is well."""

    title: str
    detail: str
    icon: str
    good: bool
    warning: str = ""
    warning_detail: str = ""


def connection_words(status: OutboxStatus, now: datetime, lang: str) -> ConnectionWords:
    """Return what is true about sending at this moment."""
    hold = _hold(status)
    if hold == "elsewhere":
        # Somebody answers, so the line is not dead; but it is not the police of this shop.
        title, icon, good = _ELSEWHERE, "circle-alert", False
    elif status.online is False:
        title, icon, good = _OFFLINE, "wifi-off", False
    elif hold:
        title, icon, good = _REVOKED if hold == "revoked" else _NOT_TAKEN, "circle-alert", False
    elif status.online is None:
        title, icon, good = _TRYING, "wifi", status.waiting == 0 and status.refused == 0
    else:
        title, icon, good = _ONLINE, "wifi", status.waiting == 0 and status.refused == 0 and not status.odd_receipts
    warning, detail = _warning(status, hold, lang)
    return ConnectionWords(title.get(lang), _detail(status, hold, now, lang), icon, good, warning, detail)


def _hold(status: OutboxStatus) -> str:
    if status.held is None:
        return ""
    if status.held in _STRANGERS:
        return "elsewhere"
    return "revoked" if status.held == "terminal-revoked" else "not-taken"


def _detail(status: OutboxStatus, hold: str, now: datetime, lang: str) -> str:
    parts = []
    if hold in ("revoked", "not-taken") and status.online is False:
        parts.append((_REVOKED if hold == "revoked" else _NOT_TAKEN).get(lang))
    if status.waiting:
        parts.append(_WAITING.get(lang).format(n=status.waiting))
    if status.refused:
        parts.append(_REFUSED.get(lang).format(n=status.refused))
    if status.odd_receipts:
        parts.append(_ODD.get(lang))
    if not parts and status.last_contact_at is not None:
        parts.append(_ALL_SENT.get(lang))
    if status.last_contact_at is not None and not status.refused:
        parts.append(day_time(status.last_contact_at, now, lang)[-5:])
    return " · ".join(parts)


def _warning(status: OutboxStatus, hold: str, lang: str) -> tuple[str, str]:
    only_lines = status.waiting + status.refused == status.lines
    missing = (_LINES_NOT_RECEIVED if only_lines else _NOT_RECEIVED).get(lang)
    if hold:
        title = missing if status.waiting else _CANNOT_SEND.get(lang)
        return title, _HELD_DETAILS[hold].get(lang).format(n=status.waiting)
    if status.waiting:
        return missing, _WAITING_DETAIL.get(lang).format(n=status.waiting)
    if status.refused:
        return missing, _REFUSED_DETAIL.get(lang).format(n=status.refused)
    if status.odd_receipts:
        return _ODD_TITLE.get(lang), _ODD_DETAIL.get(lang).format(n=status.odd_receipts)
    return "", ""
