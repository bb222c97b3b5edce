"""Nothing of a person in the log or in a crash report."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.adapters.logs import LogFiles, crash_text, redacted

CANARIES = [
    "13800138000",
    "+86 138 0013 8000",
    "11010519491231002X",
    "6222 0202 0000 1234 567",
    "林秋月",
    "0597-5550188",
]


@pytest.fixture
def logs(tmp_path: Path) -> Iterator[LogFiles]:
    """A log in a folder of its own."""
    made = LogFiles(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize("canary", CANARIES)
def test_numbers_and_chinese_are_masked(canary: str) -> None:
    assert canary not in redacted(f"reported {canary} twice")
    assert redacted(canary) in ("[number]", "[text]")


@pytest.mark.parametrize(
    "text",
    ["alert 01940000-0000-7000-8000-000000000001 queued", "ter_976vjdjcxcpyaj3x", "sent 12 in 3.5 s, 409 conflict"],
)
def test_our_own_ids_stay(text: str) -> None:
    assert redacted(text) == text


def test_an_exceptions_words_and_values_never_get_in(logs: LogFiles, tmp_path: Path) -> None:
    def inner(phone: str) -> None:
        raise ValueError(phone)

    def outer() -> None:
        try:
            inner(CANARIES[0])
        except ValueError as error:
            raise RuntimeError("林秋月") from error

    with pytest.raises(RuntimeError) as failure:
        outer()
    logging.getLogger("test").warning("went wrong with %s", CANARIES[2], exc_info=failure.value)
    assert crash_text(failure.value).splitlines()[0] == "builtins.RuntimeError"
    assert "inner" in crash_text(failure.value)
    written = (tmp_path / "counterwatch.log").read_text("utf-8")
    assert "builtins.ValueError" in written
    for canary in CANARIES:
        assert canary not in written


@pytest.mark.expects_errors
def test_a_crash_report_holds_types_and_places_only(logs: LogFiles) -> None:
    try:
        raise KeyError(CANARIES[0])
    except KeyError as error:
        report = logs.report(error).read_text("utf-8")
    assert "builtins.KeyError" in report
    assert "test_logs.py" in report
    assert CANARIES[0] not in report
