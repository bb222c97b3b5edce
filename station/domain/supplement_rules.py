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
                "时间在未来:请校准本机时钟。",
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
    if kind in {"fact", "correction"} and not (text or body.get("fields")):
        errors.append(FieldError("/text", "required", "Give the new fact as text or fields.", "请填写补充内容。"))
    if kind == "withdrawal" and not text:
        errors.append(FieldError("/text", "required", "Say why the alert is withdrawn.", "请写明撤回原因。"))
    errors += check_fields(body.get("fields", {}), "/fields", now.date())
    return errors
