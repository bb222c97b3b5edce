"""Words for every failure the app can meet: what happened and what to do, in the clerk's language.

Errors carry stable kinds (`application.errors`), reasons and problem slugs; this file is the one place that turns them into
sentences, so that a screen never shows an exception's own text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from desktop.application.errors import (
    BackupUnreadable,
    CounterwatchError,
    InvalidInput,
    MemberLocked,
    ProfileLocked,
    StationRefused,
    StationUnreachable,
    StorageFailed,
    WrongPin,
)
from desktop.application.read_models import FieldProblem
from desktop.domain.alert.times import CHINA
from desktop.ui.runtime.error_text_slugs import SLUG_WORDS
from desktop.ui.runtime.error_text_words import KIND_WORDS, READ_WORDS, Row

Lang = Literal["zh", "en"]
LONG_WAIT_S = 30
"""Seconds the station asks to wait from which on a person is told how long."""
_WITH_REASON = (StorageFailed, ProfileLocked, StationUnreachable, BackupUnreadable)


@dataclass(frozen=True, slots=True)
class ErrorWords:
    """What happened, what to do next, and whether a 「再试一次」 button makes sense."""

    what: str
    todo: str
    retryable: bool = False

    @property
    def sentence(self) -> str:
        """Both halves as one line."""
        gap = "" if self.what.endswith("。") else " "
        return f"{self.what}{gap}{self.todo}"


def error_words(error: BaseException, lang: Lang = "zh") -> ErrorWords:
    """Return the words for `error`; anything that is not one of ours gets the general sentence, never its own text."""
    if not isinstance(error, CounterwatchError):
        return _from_row(KIND_WORDS["unknown"], lang)
    if isinstance(error, WrongPin):
        return _wrong_pin(error.tries_left, lang)
    if isinstance(error, MemberLocked):
        return _locked(error.until, lang)
    if isinstance(error, InvalidInput) and error.problems:
        return ErrorWords(_from_row(KIND_WORDS[error.kind], lang).what, problem_text(error.problems[0], lang))
    if isinstance(error, StationRefused):
        return _refused(error, lang)
    if isinstance(error, StationUnreachable) and (error.retry_after_s or 0) >= LONG_WAIT_S:
        return _later(error.retry_after_s or 0.0, lang)
    reason = error.reason if isinstance(error, _WITH_REASON) else ""
    row = KIND_WORDS.get(f"{error.kind}/{reason}") or KIND_WORDS.get(error.kind, KIND_WORDS["unknown"])
    return _from_row(row, lang, retryable=error.retryable)


def read_words(error: BaseException, lang: Lang = "zh") -> ErrorWords:
    """Return the words for something that could not be read: nothing was to be saved, so nothing is said of saving."""
    if isinstance(error, StorageFailed) and error.reason != "corrupt":
        return _from_row(READ_WORDS.get(error.reason, READ_WORDS[""]), lang, retryable=True)
    return error_words(error, lang)


def slug_words(slug: str, lang: Lang = "zh", detail: str = "") -> ErrorWords:
    """Return the words for a stored refusal or hold; `detail` is the station's own sentence for a slug we do not know."""
    row = SLUG_WORDS.get(slug) or KIND_WORDS.get(slug)
    if row is not None:
        return _from_row(row, lang)
    general = _from_row(KIND_WORDS["station-refused"], lang)
    return ErrorWords(detail or general.what, general.todo)


def problem_text(problem: FieldProblem, lang: Lang = "zh") -> str:
    """Return one field problem's sentence."""
    return problem.en if lang == "en" else problem.zh


def _from_row(row: Row, lang: Lang, *, retryable: bool = False) -> ErrorWords:
    return ErrorWords(row[2], row[3], retryable) if lang == "en" else ErrorWords(row[0], row[1], retryable)


def _refused(error: StationRefused, lang: Lang) -> ErrorWords:
    own = error.detail if lang == "en" else (error.detail_zh or error.detail)
    words = slug_words(error.slug, lang, own)
    if error.problems:
        return ErrorWords(words.what, problem_text(error.problems[0], lang))
    return words


def _wrong_pin(tries_left: int, lang: Lang) -> ErrorWords:
    base = _from_row(KIND_WORDS["wrong-pin"], lang)
    if lang == "en":
        tries = "1 try" if tries_left == 1 else f"{tries_left} tries"
        return ErrorWords(base.what, f"{base.todo} {tries} left.")
    return ErrorWords(base.what, f"{base.todo}还可以试 {tries_left} 次。")


def _later(seconds: float, lang: Lang) -> ErrorWords:
    minutes = max(round(seconds / 60), 1)
    if lang == "en":
        return ErrorWords("The duty desk takes no more tries for now.", f"Try again in {minutes} min.", retryable=True)
    return ErrorWords("值班台暂时不再接受尝试。", f"请等 {minutes} 分钟再试。", retryable=True)


def _locked(until: datetime, lang: Lang) -> ErrorWords:
    base = _from_row(KIND_WORDS["member-locked"], lang)
    clock = f"{until.astimezone(CHINA):%H:%M}"
    if lang == "en":
        return ErrorWords(base.what, f"You can try again at {clock}, or a colleague can sign in.")
    return ErrorWords(base.what, f"{clock} 以后可以再试，也可以换一位同事登录。")
