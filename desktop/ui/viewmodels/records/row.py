"""One record as its row shows it: icon, tone, progress of five dots, status sentence and pill."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop.application.read_models import RecordRow
from desktop.domain.delivery.outbox import SETTLED
from desktop.ui.runtime.error_text import Lang, slug_words
from desktop.ui.viewmodels.records.format import DASH, day_time, yuan
from desktop.ui.viewmodels.records.words import (
    CASE_STATE,
    LEVEL,
    REWARD_STATE,
    SETTING,
    SETTING_ICON,
    police_words,
    word,
)
from redflags import Text

DOTS: Final = 5
# Dots reached by a delivered alert: delivered, seen, being worked on, verdict, closed.
_REACHED: Final = {
    "received": 1,
    "acknowledged": 2,
    "assigned": 2,
    "verifying": 3,
    "need_info": 3,
    "dispatched": 3,
    "on_scene": 3,
    "transferred": 4,
    "valid": 4,
    "case_filed": 4,
    "invalid": 5,
    "duplicate": 5,
    "closed": 5,
}
_WORKING: Final = frozenset({"assigned", "verifying", "dispatched", "on_scene"})
_PAID: Final = frozenset({"paid", "awarded"})
_PILL: Final = {
    "waiting": Text("未送达", "Not sent"),
    "sending": Text("正在送", "Sending"),
    "refused": Text("要处理", "Needs you"),
    "settled": Text("已处理", "Dealt with"),
    "received": Text("已接收", "Received"),
    "seen": Text("已看到", "Seen"),
    "working": Text("处理中", "In hand"),
    "need_info": Text("等您补充", "Your answer"),
    "valid": Text("有效线索", "Useful lead"),
    "closed": Text("已归档", "Filed away"),
    "claim": Text("待领奖", "To claim"),
    "paid": Text("已奖励", "Rewarded"),
    "released": Text("已放行", "Let go"),
    "noted": Text("已记录", "Noted"),
}
_TONE: Final = {
    "waiting": "warn",
    "sending": "warn",
    "refused": "danger",
    "settled": "slate",
    "received": "accent",
    "seen": "accent",
    "working": "accent",
    "need_info": "warn",
    "valid": "ok",
    "closed": "slate",
    "claim": "gold",
    "paid": "ok",
    "released": "slate",
    "noted": "slate",
}
_ICON: Final = {
    "waiting": "hourglass",
    "sending": "hourglass",
    "refused": "circle-alert",
    "settled": "file-text",
    "need_info": "message-circle",
    "claim": "gift",
    "paid": "badge-check",
    "closed": "file-text",
    "valid": "circle-check",
    "released": "check",
    "noted": "pencil",
}
_NOT_WITH_POLICE: Final = Text("警方还没有收到", "The police do not have it yet")
_SETTLED: Final = Text("没有被接收，已重新上报或不再发", "Not accepted; sent anew or left")
_KEPT_HERE: Final = Text("只留在本机", "Kept on this PC only")
_SILENT: Final = Text("一键求助", "Quick call for help")
_NO_SUMMARY: Final = Text("没有写说明", "No description")


@dataclass(frozen=True, slots=True)
class RowWords:
    """What the delegate paints and what a screen reader says (`spoken`)."""

    icon: str
    tone: str
    title: str
    meta: str
    reached: int
    status: str
    amount: str
    pill: str
    spoken: str


def row_words(row: RecordRow, now: datetime, lang: Lang = "zh") -> RowWords:
    """Return the words of one row."""
    phase = phase_of(row)
    title = " ".join(row.summary.split()) or (_SILENT if row.silent else _NO_SUMMARY).get(lang)
    meta = " · ".join((word(SETTING, row.setting, lang), row.short_no, day_time(row.created_at, now, lang)))
    pill, status = _PILL[phase].get(lang), _status(row, phase, lang)
    amount = yuan(row.amount_fen)
    spoken = [title, word(LEVEL, row.level, lang), meta, pill, status, "" if amount == DASH else amount]
    return RowWords(
        icon=_ICON.get(phase) or SETTING_ICON.get(row.setting, "file-text"),
        tone=_TONE[phase],
        title=title,
        meta=meta,
        reached=_reached(row, phase),
        status=status,
        amount=amount,
        pill=pill,
        spoken=(", " if lang == "en" else "，").join(part for part in spoken if part),
    )


def phase_of(row: RecordRow) -> str:
    """Return the row's phase: the one word its pill, tone and icon follow."""
    if row.delivery == "refused":
        return "settled" if row.refused_code == SETTLED else "refused"
    if row.delivery == "sending":
        return "sending"
    if row.delivery == "local":
        return "released" if row.case_state == "released" else "noted"
    if row.delivery != "delivered":
        return "waiting"
    if row.reward_state == "notified":
        return "claim"
    if row.reward_state in _PAID:
        return "paid"
    state = row.case_state or "received"
    if state in _WORKING:
        return "working"
    if state in ("valid", "case_filed"):
        return "valid"
    return {"received": "received", "acknowledged": "seen", "need_info": "need_info"}.get(
        state, "closed" if state in _REACHED else "working"
    )


def _reached(row: RecordRow, phase: str) -> int:
    if phase in ("waiting", "sending", "refused", "settled", "released", "noted"):
        return 0
    if phase == "paid":
        return DOTS
    return max(_REACHED.get(row.case_state or "received", 3), 4 if phase == "claim" else 1)


def _status(row: RecordRow, phase: str, lang: Lang) -> str:
    if phase == "refused":
        return slug_words(row.refused_code or "", lang).what
    if phase == "settled":
        return _SETTLED.get(lang)
    if phase in ("waiting", "sending"):
        return _NOT_WITH_POLICE.get(lang)
    if phase in ("released", "noted"):
        return row.case_text or _KEPT_HERE.get(lang)
    if phase in ("claim", "paid"):
        return word(REWARD_STATE, row.reward_state, lang)
    return police_words(row.case_text, lang) or word(CASE_STATE, row.case_state or "received", lang)
