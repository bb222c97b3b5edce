"""Every failure has words in both languages that say what happened and what to do."""

from __future__ import annotations

import inspect
import json
import re
from datetime import UTC, datetime

import pytest

from desktop.application import errors
from desktop.application.errors import (
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
from desktop.ui.runtime.error_text import error_words, slug_words
from desktop.ui.runtime.error_text_slugs import SLUG_WORDS
from desktop.ui.runtime.error_text_words import KIND_WORDS
from station.api.sentences import SENTENCES
from tests import house
from tests.test_house_rules import FORBIDDEN

KINDS = [
    found
    for _, found in inspect.getmembers(errors, inspect.isclass)
    if issubclass(found, CounterwatchError) and found is not CounterwatchError
]
SLUGS = [
    "stale-signature",
    "bad-signature",
    "unknown-key",
    "terminal-revoked",
    "replayed-nonce",
    "bad-digest",
    "too-large",
    "unknown-code",
    "expired-code",
    "unknown-member",
    "wrong-activation-code",
    "already-activated",
    "alert-id-conflict",
    "invalid-alert",
    "not-your-merchant",
    "out-of-order",
    "supplement-conflict",
    "unknown-alert",
    "epoch-changed",
    "member-assertion",
    "illegal-transition",
    "bad-member-signature",
]

# Said to officers on the duty desk's page, never to a shop's terminal.
DESK_ONLY = {
    "forbidden", "same-officer", "unknown-merchant", "username-taken", "stale-revision", "revision-required",
    "reward-out-of-bounds", "signed-out", "wrong-credentials", "csrf", "officer-beneficiary", "reward-exists", "reward-open",
    "claim-still-open", "lead-not-valid", "not-the-signer",
}  # fmt: skip


def _reasons(kind: type[CounterwatchError]) -> list[str]:
    named = re.search(r"`reason`: ([\w\- |]+)", kind.__doc__ or "")
    return [part.strip() for part in named[1].split("|")] if named else []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_every_kind_and_every_reason_it_documents_has_words(kind: type[CounterwatchError]) -> None:
    assert kind.kind in KIND_WORDS
    missing = [reason for reason in _reasons(kind) if f"{kind.kind}/{reason}" not in KIND_WORDS]
    assert not missing


def test_reasons_are_really_read_from_the_error_kinds() -> None:
    assert _reasons(StorageFailed) == ["full", "read-only", "io", "corrupt", "busy"]
    assert "insecure-url" in _reasons(StationUnreachable)
    assert "newer-version" in _reasons(ProfileLocked)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_refusal_of_the_station_has_words(slug: str) -> None:
    assert slug in SLUG_WORDS


def test_every_refusal_the_station_knows_has_words_here() -> None:
    server_side = {slug for slug, row in SENTENCES.items() if row[0] >= 500}
    assert not {slug for slug in SENTENCES if slug not in SLUG_WORDS} - server_side - DESK_ONLY


def test_every_reason_raised_in_the_program_has_words() -> None:
    raised = re.compile(r"\b(StationUnreachable|StorageFailed|ProfileLocked)\(\s*\"([a-z-]+)\"")
    kinds = {
        "StationUnreachable": "station-unreachable",
        "StorageFailed": "storage-failed",
        "ProfileLocked": "profile-locked",
    }
    found = {
        f"{kinds[name]}/{reason}"
        for source in house.program_sources()
        if source.room == "desktop"
        for name, reason in raised.findall(source.text)
    }
    assert found
    assert not {key for key in found if key not in KIND_WORDS}


@pytest.mark.parametrize("key", sorted({**KIND_WORDS, **SLUG_WORDS}))
def test_words_are_complete_neutral_sentences_in_both_languages(key: str) -> None:
    row = {**KIND_WORDS, **SLUG_WORDS}[key]
    assert len(row) == 4
    assert all(part.strip() for part in row)
    assert all(part.endswith("。") for part in row[:2]), row
    assert all(part.endswith(".") for part in row[2:]), row
    assert not [word for word in FORBIDDEN if word in json.dumps(row, ensure_ascii=False).lower()]


def test_a_bug_never_shows_its_own_text() -> None:
    words = error_words(ValueError("13800138000 张三"), "zh")
    assert "13800138000" not in words.sentence
    assert words.what == KIND_WORDS["unknown"][0]


def test_an_unknown_refusal_shows_the_stations_own_sentence() -> None:
    error = StationRefused("never-heard-of", 418, detail="I am a teapot.", detail_zh="我是茶壶。")
    assert error_words(error, "zh").what == "我是茶壶。"
    assert error_words(error, "en").what == "I am a teapot."
    assert slug_words("never-heard-of", "zh").what == KIND_WORDS["station-refused"][0]


def test_reasons_choose_the_sentence_and_whether_to_try_again() -> None:
    assert error_words(StorageFailed("full")).what.startswith("磁盘满了")
    assert error_words(StorageFailed("full")).retryable
    assert error_words(StorageFailed("never-heard-of")).what == KIND_WORDS["storage-failed"][0]
    assert "https://" in error_words(StationUnreachable("insecure-url"), "en").todo


def test_field_problems_name_the_field() -> None:
    problem = FieldProblem("weight_g", "too-large", "克重请填 0.001 到 100000 克。", "Weight: 0.001 to 100,000 g.")
    assert "克重" in error_words(InvalidInput((problem,))).sentence
    assert "Weight" in error_words(InvalidInput((problem,)), "en").sentence
    assert "克重" in error_words(StationRefused("invalid-alert", 422, problems=(problem,))).sentence


def test_pin_words_count_and_lock_words_give_the_time() -> None:
    assert "还可以试 3 次" in error_words(WrongPin(3)).sentence
    assert "1 try left" in error_words(WrongPin(1), "en").sentence
    until = datetime(2026, 11, 17, 2, 35, tzinfo=UTC)
    assert f"{until.astimezone(CHINA):%H:%M}" in error_words(MemberLocked(until)).sentence
