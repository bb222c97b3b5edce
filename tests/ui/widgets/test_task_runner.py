"""Work off the screen's thread: order, owners, failures, changes."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import StorageFailed
from desktop.ui.runtime.task_runner import TaskRunner


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    """A runner that is closed after the test."""
    runner = TaskRunner()
    yield runner
    runner.close()


def test_work_runs_elsewhere_and_answers_here(qtbot: QtBot, tasks: TaskRunner) -> None:
    here, seen = threading.get_ident(), []
    tasks.run(threading.get_ident, lambda there: seen.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] != here
    assert seen[0][1] == here


def test_one_lane_keeps_its_order(qtbot: QtBot, tasks: TaskRunner) -> None:
    done: list[int] = []
    for number in range(50):
        tasks.run(lambda n=number: done.append(n), lane="draft")  # type: ignore[misc] # the default binds the loop's value
    qtbot.waitUntil(lambda: not tasks.busy)
    assert done == list(range(50))


def test_a_failure_of_the_world_reaches_its_callback(qtbot: QtBot, tasks: TaskRunner) -> None:
    errors: list[Exception] = []

    def fail() -> None:
        raise StorageFailed("full")

    tasks.run(fail, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], StorageFailed)


@pytest.mark.expects_errors
def test_a_bug_is_logged_without_its_words(qtbot: QtBot, tasks: TaskRunner, caplog: pytest.LogCaptureFixture) -> None:
    def bug() -> None:
        raise ValueError("13800001111")

    tasks.run(bug)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert "ValueError" in caplog.text
    assert "13800001111" not in caplog.text


def test_nobody_is_called_whose_owner_is_gone(qtbot: QtBot, tasks: TaskRunner) -> None:
    gate = threading.Event()
    called: list[object] = []
    owner = QObject()
    tasks.run(lambda: gate.wait(30), called.append, owner=owner)
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert called == []


def test_what_a_command_touched_is_told(qtbot: QtBot, tasks: TaskRunner) -> None:
    with qtbot.waitSignal(tasks.changed) as told:
        tasks.run(lambda: Outcome("x", changed(Kind.DRAFTS)))
    assert told.args == [changed(Kind.DRAFTS)]
