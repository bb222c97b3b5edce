"""The due-diligence slip as a page of HTML: what was seen when, what was asked and answered, what the police said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Final

from desktop.ui.viewmodels.courier.words import ACCEPTANCE, DUTY_NAMES, DUTY_OUTCOME, duty_advice
from desktop.ui.viewmodels.live_line.words import WHO, timeline_text, timeline_title
from desktop.ui.viewmodels.records.format import local, yuan
from desktop.ui.viewmodels.records.words import CASE_STATE, LEVEL, REPLY, SETTING, word
from redflags import Text

if TYPE_CHECKING:
    from desktop.application.read_models import LiveLine
    from desktop.application.records.due_diligence_slip import Slip

_TITLE: Final = Text("核对记录单", "Record of checks")
_OWN_FILE: Final = Text("本店留存。个人信息已遮挡。", "For the shop's own file. Personal details are masked.")
_LOCAL: Final = {"released": Text("已放行", "Let go"), "noted": Text("只记录", "Noted only")}
_ANSWERS: Final = {"yes": Text("是", "Yes"), "no": Text("否", "No"), "unknown": Text("不清楚", "Not known")}
_NOTHING: Final = Text("没有逐项核对（一键求助）。", "No questions were asked (quick call for help).")
_NO_POLICE: Final = Text("到打印时还没有收到。", "None received by the time of printing.")
_COURSE: Final = Text("经过", "What happened when")
_POLICE: Final = Text("警方指示", "What the police said")
_QUESTIONS: Final = Text("问题和回答", "Questions and answers")
_DETAILS: Final = Text("登记内容", "What was noted")
_DUTIES: Final = Text("收寄三项", "Duties at acceptance")
_PHOTOS: Final = Text(
    "照片（已打码，原图按编号在电脑上看）", "Photos (made unrecognisable; the originals are on the PC by number)"
)
_WORDS: Final = {
    "number": Text("编号", "Number"),
    "shop": Text("店铺", "Shop"),
    "address": Text("地址", "Address"),
    "member": Text("经手人", "Handled by"),
    "setting": Text("场景", "Setting"),
    "level": Text("等级", "Level"),
    "observed": Text("发现时间", "Noticed at"),
    "submitted": Text("提交时间", "Submitted at"),
    "closed": Text("结束时间", "Closed at"),
    "reason": Text("原因", "Reason"),
    "end": Text("怎么办了", "Ended as"),
    "delivered": Text("送达时间", "Delivered at"),
    "amount": Text("金额", "Amount"),
    "weight": Text("重量", "Weight"),
    "state": Text("进展", "Progress"),
    "checklist": Text("清单版本", "Checklist"),
    "made": Text("打印时间", "Printed at"),
    "answered": Text("已回复", "Answered"),
    "signature": Text("经手人签名：＿＿＿＿＿＿＿＿　店长签名：＿＿＿＿＿＿＿＿", "Clerk: ____________  Manager: ____________"),
}  # fmt: skip


def slip_title(lang: str) -> str:
    """Return the slip's name."""
    return _TITLE.get(lang)


def slip_html(slip: Slip, lang: str) -> str:
    """Return the slip; everything typed by people is escaped."""
    line = slip.line
    grams = "" if slip.weight_mg is None else f"{Decimal(slip.weight_mg) / 1000:f} g"
    facts = (
        ("number", line.short_no),
        ("shop", slip.shop),
        ("address", slip.address),
        ("member", slip.member),
        ("setting", word(SETTING, line.setting, lang)),
        ("level", word(LEVEL, line.level, lang)),
        ("observed", _at(slip.observed_at)),
        ("closed" if line.delivery == "local" else "submitted", _at(line.created_at)),
        ("delivered", _at(line.delivered_at)),
        ("amount", yuan(slip.amount_fen) if slip.amount_fen is not None else ""),
        ("weight", grams),
        ("state", _state(line, lang)),
        ("reason", line.case_text if line.delivery == "local" else ""),
        ("checklist", slip.checklist),
        ("made", _at(slip.made_at)),
    )
    parts = [
        f"<h1>{escape(_TITLE.get(lang))}</h1><p>{escape(_OWN_FILE.get(lang))}</p>",
        _table((_WORDS[key].get(lang), value) for key, value in facts if value),
        _heading(_QUESTIONS, lang),
        _table(((item.question.get(lang), word(_ANSWERS, item.answer, lang)) for item in slip.answers), left=82)
        if slip.answers
        else f"<p>{escape(_NOTHING.get(lang))}</p>",
        _duties(slip, lang),
        "" if line.delivery == "local" else _heading(_POLICE, lang) + _police(slip, lang),
        _heading(_DETAILS, lang) + _table((name.get(lang), value) for name, value in slip.fields)
        if slip.fields
        else "",
        "" if line.delivery == "local" else _heading(_COURSE, lang) + _table(_course(slip, lang)),
        _photos(slip, lang),
        f"<p><br/><br/>{escape(_WORDS['signature'].get(lang))}</p>",
    ]
    return "".join(parts)


def photo_name(place: int) -> str:
    """Return under which name the page asks for the picture of a photo."""
    return f"photo-{place}"


def _state(line: LiveLine, lang: str) -> str:
    if line.delivery == "local":
        return _LOCAL[line.case_state or "noted"].get(lang)
    return word(CASE_STATE, line.case_state, lang)


def _duties(slip: Slip, lang: str) -> str:
    if slip.duties.empty:
        return ""
    rows = [(DUTY_NAMES[key].get(lang), DUTY_OUTCOME[how].get(lang)) for key, how in slip.duties.duties.items()]
    if slip.duties.acceptance:
        rows.append((_WORDS["end"].get(lang), ACCEPTANCE[slip.duties.acceptance].get(lang)))
    return _heading(_DUTIES, lang) + _table(rows) + f"<p>{escape(duty_advice(slip.duties.advice, lang))}</p>"


def _photos(slip: Slip, lang: str) -> str:
    if not slip.photos:
        return ""
    cells = "".join(
        f'<td><img src="{photo_name(place)}" width="150"/><br/>{photo.sha256[:12]} {_at(photo.added_at)}</td>'
        for place, photo in enumerate(slip.photos)
    )
    return _heading(_PHOTOS, lang) + f'<table cellpadding="5"><tr>{cells}</tr></table>'


def _police(slip: Slip, lang: str) -> str:
    if not slip.line.instructions:
        return f"<p>{escape(_NO_POLICE.get(lang))}</p>"
    rows = []
    for item in slip.line.instructions:
        replied = word(REPLY, item.replied, lang)
        said = item.text + (f" — {_WORDS['answered'].get(lang)} {replied}" if replied else "")
        rows.append((f"{_at(item.at)} {item.unit or WHO['police'].get(lang)}", said))
    return _table(rows, left=34)


def _course(slip: Slip, lang: str) -> Iterable[tuple[str, str]]:
    for item in slip.line.timeline:
        title, text = timeline_title(item, lang), timeline_text(item, lang)
        yield f"{_at(item.at)} {item.unit or WHO[item.who].get(lang)}", f"{title}  {text}".strip()


def _at(at: datetime | None) -> str:
    return "" if at is None else f"{local(at):%Y-%m-%d %H:%M:%S}"


def _heading(text: Text, lang: str) -> str:
    return f"<h2>{escape(text.get(lang))}</h2>"


def _table(rows: Iterable[tuple[str, str]], left: int = 34) -> str:
    cells = "".join(
        f'<tr><td width="{left}%">{escape(name)}</td><td width="{100 - left}%">{escape(value)}</td></tr>'
        for name, value in rows
    )
    style = "border-collapse: collapse"
    return f'<table width="100%" border="1" cellpadding="5" cellspacing="0" style="{style}">{cells}</table>'
