"""Writing a supplement: the bytes that travel, signed by the member when one is signed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from desktop.domain.alert.alert import Supplement, digest_of
from desktop.domain.alert.canonical import canonical_json
from desktop.domain.alert.problems import FieldProblem
from desktop.domain.alert.readable import readable

REPLY_CODES = frozenset({"stalled", "left", "handed_over", "photo", "ok", "cannot"})
LONGEST_TEXT = 500
"""Characters of a supplement's text (`resources/wire/supplement.schema.json`)."""

UNASKED: Mapping[str, str] = {
    "stalled": "已稳住对方。",
    "left": "人已离开。",
    "handed_over": "财物已交出。",
    "photo": "有照片。",
    "ok": "收到。",
    "cannot": "做不到。",
}
"""What a one-tap reply says to the officer when it answers no instruction: only a reply that names one may be a bare code."""


def write_supplement(
    *,
    alert_id: str,
    n: int,
    kind: str,
    made_at: datetime,
    member_id: str | None,
    sign: Callable[[bytes], str] | None,
    text: str = "",
    reply_code: str | None = None,
    in_reply_to: str | None = None,
    more: Mapping[str, object] | None = None,
) -> Supplement:
    """Return supplement `n` of an alert with its final body (WIRE, "supplement"); `sign` gives the detached member JWS.

    `more` are the body's other members: fields, corrects, attachment.
    """
    text = readable(text)
    content: dict[str, object] = {
        "schema_version": "1",
        "alert_id": alert_id,
        "n": n,
        "kind": kind,
        "made_at": made_at.isoformat(),
        "member_id": member_id,
        **(more or {}),
    }
    said = text
    if kind == "fact" and reply_code is not None:
        said = text or UNASKED[reply_code]
    optional = {"text": said, "reply_code": reply_code, "in_reply_to": in_reply_to}
    content |= {name: value for name, value in optional.items() if value}
    if sign is not None:
        content["member_signature"] = sign(canonical_json(content))
    body = canonical_json(content)
    return Supplement(
        alert_id=alert_id,
        n=n,
        kind=kind,
        made_at=made_at,
        member_id=member_id,
        body=body,
        sha256=digest_of(body),
        text=text,
        in_reply_to=in_reply_to,
        reply_code=reply_code,
    )


WITHDRAWN = FieldProblem(
    "text",
    "withdrawn",
    "这条上报已撤回，只能再补充情况：请用「补充」写一句。",
    'This alert was withdrawn and takes only further facts: write a line under "Supplement".',
)


def is_withdrawn(supplements: Sequence[Supplement]) -> bool:
    """Whether an alert with these supplements was withdrawn; the case itself goes on."""
    return any(one.kind == "withdrawal" for one in supplements)


def text_problem(text: str, *, may_be_empty: bool) -> FieldProblem | None:
    """Return what is wrong with a line typed for the police, None when it can be sent."""
    if not readable(text).strip() and not may_be_empty:
        return FieldProblem(
            "text", "required", "「补充内容」是空的：请写一句话再发送。", '"Message" is empty: write a line, then send.'
        )
    if len(text) > LONGEST_TEXT:
        return FieldProblem(
            "text",
            "too-long",
            f"「补充内容」超过 {LONGEST_TEXT} 字：请分成几条发送。",
            f'"Message" is longer than {LONGEST_TEXT} characters: send it in several parts.',
        )
    return None
