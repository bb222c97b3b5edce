"""Rules a supplement must keep beyond its shape (DOMAIN 5.2, 5.4)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from station.domain.field_rules import check_fields
from station.domain.findings import FieldError

_FUTURE = timedelta(seconds=300)


def check_supplement(body: Mapping[str, Any], now: datetime) -> list[FieldError]:
    """Return every rule the supplement breaks; the body has passed `supplement.schema.json`."""
    errors: list[FieldError] = []
    if datetime.fromisoformat(body["made_at"]) > now + _FUTURE:
        errors.append(
            FieldError(
                "/made_at",
                "in-future",
                "made_at is in the future: check this computer's clock.",
                "时间在未来：请校准本机时钟。",
            )
        )
    kind = body["kind"]
    text = str(body.get("text", "")).strip()
    if kind == "reply" and not (text or body.get("reply_code")):
        errors.append(
            FieldError("/text", "required", "A reply needs a reply_code or a text.", "回复请选择一项或写一句话。")
        )
    if kind == "reply" and not body.get("in_reply_to"):
        errors.append(
            FieldError(
                "/in_reply_to", "required", "A reply names the instruction it answers.", "回复请注明对应的指令。"
            )
        )
    if kind == "correction" and "corrects" not in body:
        errors.append(
            FieldError("/corrects", "required", "A correction names what it corrects.", "更正请注明更正哪一项。")
        )
    elif kind == "correction":
        errors += _corrected(body["corrects"], body["n"])
    if kind == "attachment" and "attachment" not in body:
        errors.append(
            FieldError("/attachment", "required", "Name the attachment by its digest.", "请注明附件的摘要等信息。")
        )
    if kind != "attachment" and "attachment" in body:
        errors.append(
            FieldError("/attachment", "unexpected", "Only the kind attachment has one.", "只有附件类补充才带附件信息。")
        )
    if kind in {"fact", "correction"} and not (text or body.get("fields")):
        errors.append(FieldError("/text", "required", "Give the new fact as text or fields.", "请填写补充内容。"))
    if kind == "withdrawal" and not text:
        errors.append(FieldError("/text", "required", "Say why the alert is withdrawn.", "请写明撤回原因。"))
    errors += check_fields(body.get("fields", {}), "/fields", now.date())
    return errors


def _corrected(target: object, n: int) -> list[FieldError]:
    known = target < n if isinstance(target, int) else str(target).startswith("/")
    return (
        []
        if known
        else [
            FieldError(
                "/corrects",
                "unknown-target",
                "It names an earlier supplement by number, or a member of the alert by pointer.",
                "请注明更正的是哪一条补充或哪一项内容。",
            )
        ]
    )
