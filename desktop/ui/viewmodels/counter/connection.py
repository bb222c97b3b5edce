"""The one truth about sending, in words: whether the police have everything, and what to do when not."""

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
_HELD: Final = Text("本机被停用", "This PC was withdrawn")
_ELSEWHERE: Final = Text("地址上是另一个值班台", "Another station at this address")
_ELSEWHERE_DETAIL: Final = Text(
    "这个地址上不是本店登记的值班台，{n} 条还在本机。请核对网络和服务地址。",
    "The station at this address is not this shop's own; {n} are still here. Check network and service address.",
)
_STRANGERS = frozenset({"foreign-station", "another-station"})
_ALL_SENT: Final = Text("全部送达", "All delivered")
_SYNCED: Final = Text("{time}", "{time}")
_WAITING: Final = Text("{n} 条还没有送达", "{n} not delivered")
_REFUSED: Final = Text("{n} 条要您处理", "{n} need you")
_NOT_RECEIVED: Final = Text("警方还没有收到，请拨 110", "The police do not have it yet: dial 110")
_NOT_RECEIVED_DETAIL: Final = Text(
    "{n} 条已保存在本机，联网后自动送达。情况紧急时不要等。",
    "{n} saved on this PC and sent by themselves once there is a connection. Do not wait if it is urgent.",
)
_HELD_DETAIL: Final = Text(
    "值班台停用了本机的登记，{n} 条还在本机。请店长联系值班台。",
    "The duty desk withdrew this PC; {n} are still here. Ask the manager to call the duty desk.",
)
_REFUSED_DETAIL: Final = Text(
    "{n} 条没有被接收，请到「记录」里看原因并改好。", "{n} were not accepted: see why under Records and correct them."
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
    if status.held:
        title, icon, good = _ELSEWHERE if status.held in _STRANGERS else _HELD, "circle-alert", False
    elif status.online is None:
        title, icon, good = _TRYING, "wifi", status.waiting == 0
    elif status.online:
        title, icon, good = _ONLINE, "wifi", status.waiting == 0 and status.refused == 0
    else:
        title, icon, good = _OFFLINE, "wifi-off", False
    warning, detail = _warning(status, lang)
    return ConnectionWords(title.get(lang), _detail(status, now, lang), icon, good, warning, detail)


def _detail(status: OutboxStatus, now: datetime, lang: str) -> str:
    parts = []
    if status.waiting:
        parts.append(_WAITING.get(lang).format(n=status.waiting))
    if status.refused:
        parts.append(_REFUSED.get(lang).format(n=status.refused))
    if not parts and status.last_contact_at is not None:
        parts.append(_ALL_SENT.get(lang))
    if status.last_contact_at is not None and not status.refused:
        parts.append(_SYNCED.get(lang).format(time=day_time(status.last_contact_at, now, lang)[-5:]))
    return " · ".join(parts)


def _warning(status: OutboxStatus, lang: str) -> tuple[str, str]:
    if status.held and status.waiting:
        held = _ELSEWHERE_DETAIL if status.held in _STRANGERS else _HELD_DETAIL
        return _NOT_RECEIVED.get(lang), held.get(lang).format(n=status.waiting)
    if status.waiting:
        return _NOT_RECEIVED.get(lang), _NOT_RECEIVED_DETAIL.get(lang).format(n=status.waiting)
    if status.refused:
        return _NOT_RECEIVED.get(lang), _REFUSED_DETAIL.get(lang).format(n=status.refused)
    return "", ""
