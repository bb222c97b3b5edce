"""Letters signed before the clock starts."""

from __future__ import annotations

from itertools import count
from typing import Any

from bench.road.county import Counter
from bench.road.wire import request_bytes
from tests.fakes.alerts import gold_alert, member_signed, silent_alarm
from tests.fakes.terminal import encode

LETTER_BYTES = 4096
_NARRATIVE = "顾客要买金条寄到外地，说不清收件人是谁，电话一直没有挂断。" * 10


def alert_of(counter: Counter, **changes: Any) -> tuple[str, bytes]:
    """Return an alert's id and its request: 4 KB, signed by the clerk and by the computer."""
    body = gold_alert(counter.terminal.enrolment, narrative=_NARRATIVE, **changes)
    for number in count():
        if len(encode(body)) >= LETTER_BYTES - 250:
            break
        body["evidence"].append({"question_id": f"g-bench-{number}", "answer": "no"})
    raw = encode(member_signed(body, counter.member_id, counter.clerk))
    return body["alert_id"], signed(counter, "PUT", f"/api/v1/alerts/{body['alert_id']}", raw)


def alarm_of(counter: Counter) -> tuple[str, bytes]:
    """Return a silent alarm's id and its request."""
    body = silent_alarm(counter.terminal.enrolment)
    return body["alert_id"], signed(counter, "PUT", f"/api/v1/alerts/{body['alert_id']}", encode(body))


def signed(
    counter: Counter,
    method: str,
    path: str,
    raw: bytes = b"",
    *,
    media_type: str = "application/json",
    covered: dict[str, str] | None = None,
    more: dict[str, str] | None = None,
) -> bytes:
    """Return a request signed by the counter's computer; `covered` headers are signed as well, `more` are not."""
    headers = counter.terminal.signed_headers(method, path, raw, signed=covered, media_type=media_type)
    return request_bytes(method, counter.terminal.base + path, {**headers, **(more or {})}, raw)
