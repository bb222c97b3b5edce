"""Whatever fails, on whatever page: it is said with what to do, the page is not empty, and once it is mended it is all there."""

from __future__ import annotations

import pytest

from desktop.application.changes import Kind
from desktop.ui.main_window.registry import PAGES
from desktop.ui.runtime.error_text import read_words
from tests.ui.gallery.stand import Look, Stand, standing
from tests.ui.live_line.counter import Counter
from tests.ui.states.faults import FAULTS, NEVER_SHOWN, READINGS, Faulty, Reading, retry_of, said, shown

READS_NOTHING = {"channels", "guide"}
"""Pages of fixed words: numbers to call, and the guide's steps."""
LOADING = ("正在读取", "正在查")


def _every_fault_is_said(stand: Stand, reading: Reading, faulty: Faulty, args: dict[str, object]) -> None:
    for error in FAULTS:
        faulty.error = error
        stand.go("channels")
        page = stand.go(reading.route, **args)
        words, seen = read_words(error), shown(page)
        assert words.what.rstrip("。") in said(page), (error, said(page))
        assert words.todo in said(page), (error, said(page))
        assert [bad for bad in NEVER_SHOWN if bad in seen] == [], error
        assert [wait for wait in LOADING if wait in seen] == [], error


@pytest.mark.parametrize("reading", READINGS, ids=lambda one: f"{one.route}-{one.path}")
def test_every_fault_is_said_and_can_be_tried_again(counter: Counter, reading: Reading) -> None:
    args = reading.args(counter)
    with standing(counter, Look()) as stand:
        stand.sign_in()
        faulty = Faulty(stand, reading.path)
        _every_fault_is_said(stand, reading, faulty, args)
        faulty.error = FAULTS[2]
        stand.go(reading.route, **args)
        faulty.error = None
        retry = retry_of(stand.page)
        assert retry is not None, "no way to try again"
        retry.click()
        stand.rest()
        assert said(stand.page) == ""
        assert reading.content in shown(stand.page)


@pytest.mark.parametrize("reading", READINGS, ids=lambda one: f"{one.route}-{one.path}")
def test_a_fault_while_the_page_is_shown_takes_nothing_away(counter: Counter, reading: Reading) -> None:
    args = reading.args(counter)
    with standing(counter, Look()) as stand:
        stand.sign_in()
        faulty = Faulty(stand, reading.path)
        page = stand.go(reading.route, **args)
        assert said(page) == ""
        assert reading.content in shown(page)
        asked, faulty.error = faulty.asked, FAULTS[2]
        _change(stand)
        if faulty.asked == asked:
            return  # This page reads once; there is nothing a later fault could take away.
        assert reading.content in shown(stand.page) or retry_of(stand.page) is not None
        faulty.error = None
        _change(stand)
        assert said(stand.page) == ""
        assert reading.content in shown(stand.page)


@pytest.mark.expects_errors
@pytest.mark.parametrize("reading", READINGS, ids=lambda one: f"{one.route}-{one.path}")
def test_a_fault_of_the_program_itself_is_said_without_its_words(counter: Counter, reading: Reading) -> None:
    args = reading.args(counter)
    with standing(counter, Look()) as stand:
        stand.sign_in()
        faulty = Faulty(stand, reading.path)
        faulty.error = KeyError("13800138000")
        page = stand.go(reading.route, **args)
        assert "值班民警" in said(page)
        assert "13800138000" not in shown(page)


def test_every_page_that_reads_was_tried() -> None:
    assert {reading.route for reading in READINGS} == set(PAGES) - READS_NOTHING


def _change(stand: Stand) -> None:
    context = stand.window.context
    assert context is not None
    context.tasks.changed.emit(frozenset(Kind))
    stand.rest()
