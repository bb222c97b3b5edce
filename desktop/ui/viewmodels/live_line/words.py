"""The text to read aloud on the phone, and the words of each thing in the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop.application.read_models import LiveLine, TimelineItem
from desktop.ui.viewmodels.records.words import CASE_STATE, PERSON_PRESENT, REPLY, VALUE_STATUS, police_words, word
from redflags import Text

_KINDS: Final[Mapping[str, Text]] = {
    "saved": Text("已保存在本机", "Saved on this PC"),
    "created": Text("已保存在本机", "Saved on this PC"),
    "submitted": Text("已提交", "Submitted"),
    "delivered": Text("已送达值班台", "Delivered to the duty desk"),
    "refused": Text("没有被接收", "Not accepted"),
    "silent_alarm": Text("一键求助", "Quick call for help"),
    "fact": Text("补充", "Supplement"),
    "reply": Text("回复", "Reply"),
    "attachment": Text("照片", "Photo"),
    "correction": Text("更正", "Correction"),
    "withdrawal": Text("撤回", "Withdrawn"),
    "instruction": Text("警方指示", "Instruction"),
    "question": Text("警方提问", "Question"),
    "reward": Text("奖励进度", "Reward"),
}
WHO: Final[Mapping[str, Text]] = {
    "clerk": Text("本店", "This shop"),
    "police": Text("警方", "Police"),
    "system": Text("本机", "This PC"),
}
UNDELIVERED: Final[Mapping[str, Text]] = {
    "queued": Text("未送达", "Not sent"),
    "sending": Text("正在送，未送达", "Sending, not there yet"),
    "refused": Text("没有被接收", "Not accepted"),
}
"""What stands beside a line of this shop that the police do not have."""


def timeline_title(item: TimelineItem, lang: str) -> str:
    """Return what happened, in a few words."""
    if item.who == "system" and item.kind == "received":
        return _KINDS["delivered"].get(lang)
    if item.kind in _KINDS:
        return _KINDS[item.kind].get(lang)
    return word(CASE_STATE, item.kind, lang)


def timeline_text(item: TimelineItem, lang: str) -> str:
    """Return the body: a reply's code in words, anything else as it was written."""
    return REPLY[item.text].get(lang) if item.text in REPLY else police_words(item.text, lang)


_QUICK_CALL: Final = "店员按了一键求助，店里不方便细说，请派人来看"


def readout_lines(line: LiveLine, lang: str) -> tuple[tuple[str, str], ...]:
    """Return (label, sentence) pairs in the order a 110 operator asks: where, what, who, value, how to call back.

    The labels are for the clerk, in `lang`; the sentences are spoken to the operator and stay Chinese in every language.
    A quick call asked nothing: the person and the value its letter assumes to be safe were said by nobody.
    """
    given = line.readout
    person, value = ("", "") if line.silent else (given.get("person_present"), given.get("value_status"))
    place = " ".join(part for part in (given.get("address", ""), given.get("place_detail", "")) if part)
    rows = (
        (Text("地点", "Where"), "，".join(part for part in (place, given.get("shop", "")) if part)),
        (Text("事情", "What"), given.get("what", "") or (_QUICK_CALL if line.silent else "")),
        (Text("人", "Person"), _spoken(PERSON_PRESENT, person)),
        (Text("财物", "Value"), _spoken(VALUE_STATUS, value)),
        (Text("回电", "Call back"), given.get("contact", "")),
    )
    return tuple((label.get(lang), text) for label, text in rows if text)


def _spoken(table: Mapping[str, Text], value: str | None) -> str:
    text = table.get(value or "")
    return text.zh if text else (value or "")
