"""Pages are freed on the thread that owns them, whoever allocates when."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.runtime.garbage import UiGarbage
from desktop.ui.runtime.task_runner import TaskRunner


class Marked:
    """Notes on which thread it was freed."""

    def __init__(self, freed: list[int]) -> None:
        self._freed = freed
        self.itself: Marked | None = None

    def work(self) -> None:
        """Stand for a page's method that a task runs."""

    def __del__(self) -> None:
        """Note it."""
        self._freed.append(threading.get_ident())


@pytest.fixture
def garbage(qtbot: QtBot) -> Iterator[UiGarbage]:
    """The collector in the test's hands; afterwards as the suite keeps it."""
    kept = UiGarbage()
    kept.start()
    yield kept
    kept.stop()
    gc.unfreeze()
    gc.disable()


def _allocate() -> list[list[int]]:
    """Make enough objects for Python's own collector to run several times."""
    return [[number] for number in range(5 * gc.get_threshold()[0])]


def test_a_thread_that_allocates_frees_nothing(garbage: UiGarbage) -> None:
    freed: list[int] = []
    page = Marked(freed)
    page.itself = page
    del page
    worker = threading.Thread(target=_allocate)
    worker.start()
    worker.join()
    assert freed == []
    more = _allocate()
    garbage.collect()
    assert more
    assert freed == [threading.get_ident()]


def test_what_was_loaded_is_looked_at_no_more_and_what_comes_later_is(garbage: UiGarbage) -> None:
    loaded = _allocate()
    before = gc.get_freeze_count()
    garbage.keep_loaded()
    kept = gc.get_freeze_count()
    assert kept >= before + len(loaded)
    freed: list[int] = []
    page = Marked(freed)
    page.itself = page
    garbage.keep_loaded()
    assert gc.get_freeze_count() <= kept
    del page
    gc.collect()
    assert freed


def test_given_back_python_collects_again(garbage: UiGarbage) -> None:
    assert not gc.isenabled()
    garbage.stop()
    assert gc.isenabled()


def test_what_a_task_held_is_freed_here(qtbot: QtBot) -> None:
    freed: list[int] = []
    runner = TaskRunner()
    for number in range(200):
        runner.run(Marked(freed).work, lane="draft" if number % 2 else "")
    qtbot.waitUntil(lambda: not runner.busy)
    runner.close()
    assert freed == [threading.get_ident()] * 200
