"""Telling a station's reasoned no from a busy station and from somebody else's web page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, ValidationError

from desktop.adapters.station_api.answers import Line, Prose, Shape, Whole, load_json
from desktop.adapters.station_api.transport import Answer
from desktop.application.errors import StationRefused, StationUnreachable
from desktop.application.read_models import FieldProblem

_TRY_LATER = frozenset({408, 425, 429})
_LONGEST_RETRY_AFTER_S = 900.0


class _Error(Shape):
    pointer: Line = ""
    code: Line = ""
    detail: Prose = ""
    detail_zh: Prose = ""


class _Problem(Shape):
    type: Annotated[str, Field(min_length=1, max_length=500)]
    title: Prose = ""
    detail: Prose = ""
    detail_zh: Prose = ""
    expected: Whole | None = None
    errors: Annotated[list[_Error], Field(max_length=500, default_factory=list)]


def raise_for(answer: Answer, now: datetime) -> None:
    """Raise what a non-2xx answer means; `now` is the fallback for a `Retry-After` date without a `Date` beside it.

    408, 425, 429 and 5xx are `StationUnreachable("busy")` with the wait; 407 `("proxy")`; a problem of the contract is
    `StationRefused`; everything else (a captive portal, a redirect, a stranger's 404) is `("not-a-station")`.
    """
    if 200 <= answer.status < 300:
        return
    if answer.status == 407:
        raise StationUnreachable("proxy")
    if answer.status in _TRY_LATER or answer.status >= 500:
        raise StationUnreachable("busy", retry_after_s(answer.headers, now))
    if 400 <= answer.status < 500:
        problem = _problem(answer)
        if problem is not None:
            raise _refusal(problem, answer.status)
        if answer.status == 413:
            # A gateway in front of the station has its own limit and no words; trying again cannot make the letter smaller.
            raise StationRefused("too-large", 413)
    raise StationUnreachable("not-a-station")


def retry_after_s(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return the seconds `Retry-After` asks for (number or HTTP date), at most 15 minutes; None when it says nothing."""
    value = headers.get("Retry-After", "").strip()
    if not value:
        return None
    if value.isascii() and value.isdigit():
        return min(float(value[:9]), _LONGEST_RETRY_AFTER_S)
    until = http_date(value)
    if until is None:
        return None
    seconds = (until - (http_date(headers.get("Date", "")) or now)).total_seconds()
    return min(max(seconds, 0.0), _LONGEST_RETRY_AFTER_S)


def http_date(value: str) -> datetime | None:
    """Return an HTTP date as an aware UTC time, None when it is none."""
    try:
        at = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)


def slug_of(answer: Answer) -> str | None:
    """Return the problem slug of an answer, None when it carries no problem of the contract."""
    problem = _problem(answer)
    return None if problem is None else _slug(problem)


def _problem(answer: Answer) -> _Problem | None:
    try:
        problem = _Problem.model_validate(load_json(answer.body))
    except (StationUnreachable, ValidationError):
        return None
    return problem if "problems" in urlsplit(problem.type).path.split("/")[:-1] and _slug(problem) else None


def _slug(problem: _Problem) -> str:
    return urlsplit(problem.type).path.rsplit("/", 1)[-1]


def _refusal(problem: _Problem, status: int) -> StationRefused:
    return StationRefused(
        slug=_slug(problem),
        status=status,
        detail=problem.detail or problem.title,
        detail_zh=problem.detail_zh,
        expected=problem.expected,
        problems=tuple(
            FieldProblem(error.pointer, error.code, error.detail_zh or error.detail, error.detail or error.detail_zh)
            for error in problem.errors
        ),
    )
