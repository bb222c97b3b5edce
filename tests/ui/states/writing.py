"""One command a page can start, made to fail in every way: what must be true after each failure, and after the try that goes well."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtWidgets import QApplication, QWidget

from desktop.application.errors import (
    CounterwatchError,
    InvalidInput,
    ProfileLocked,
    StationRefused,
    StationUnreachable,
    StorageFailed,
    WorkStopped,
)
from desktop.application.read_models import FieldProblem
from desktop.ui.runtime.error_text import error_words
from tests.ui.gallery.stand import PATIENCE_MS, Stand
from tests.ui.states.faults import NEVER_SHOWN, Faulty, shown

FAILURES: tuple[CounterwatchError, ...] = (
    *(StorageFailed(reason) for reason in ("full", "read-only", "io")),
    StationUnreachable("network"),
    StationUnreachable("busy", retry_after_s=120),
    StationRefused("terminal-revoked", 403),
    ProfileLocked("in-use"),
)
STOPPED = WorkStopped()
SUCCESS = (
    "已保存", "已登记", "已记下", "存好了", "已存到", "换好了", "启用好了", "备份好了", "能恢复：", "抹好了", "已导出", "都已送达",
    "已换到新", "草稿已丢弃", "已作废", "已送到", "好了 ",
)  # fmt: skip
"""What a page says only once it is true."""
LOADING = ("正在读取", "正在查")
ODD = "这一栏写得不对，请改成别的。"


@dataclass(frozen=True)
class Trial:
    """A page ready for one command.

    `kept` tells that what was typed is still there, `done` that the command had its effect. `fields` maps what InvalidInput may
    name to the widget that must have the keyboard then, and `beside` returns the words next to it.
    """

    press: Callable[[], None]
    done: Callable[[], object]
    kept: Callable[[], object] = lambda: True
    fields: Mapping[str, QWidget] = field(default_factory=dict)
    beside: Callable[[], str] = lambda: ""
    brief: bool = False
    """Only that it failed is said, not why: a customer may read it."""
    said: Callable[[CounterwatchError], str] = lambda error: error_words(error).what
    """What is said of a failure; a page may have words of its own."""


@dataclass(frozen=True)
class Writing:
    """`path` of the use case, and what brings the page to the point where it is called."""

    name: str
    path: str
    make: Callable[[Stand], Trial]
    failures: tuple[CounterwatchError, ...] = FAILURES


def try_out(stand: Stand, writing: Writing) -> None:
    """Let it fail in every way, then let it go well."""
    trial = writing.make(stand)
    faulty = Faulty(stand, writing.path)
    for error in writing.failures:
        faulty.error = error
        before = shown(stand.window)
        _press(stand, faulty, trial, writing.name)
        _is_said(stand, writing, trial, error, before)
    for name, widget in trial.fields.items():
        faulty.error = InvalidInput((FieldProblem(name, "odd", ODD, "This is odd: write something else."),))
        _press(stand, faulty, trial, writing.name)
        assert ODD in trial.beside(), (writing.name, name, trial.beside())
        focus = stand.window.focusWidget()
        assert focus is widget, (writing.name, name, focus.accessibleName())
        assert trial.kept(), (writing.name, name)
    faulty.error = None
    asked = faulty.asked
    _press(stand, faulty, trial, writing.name)
    done = trial.done

    def it_is_done() -> None:
        assert done(), f"{writing.name}: no effect"

    stand.counter.qtbot.waitUntil(it_is_done, timeout=PATIENCE_MS)
    stand.rest()
    assert faulty.asked > asked
    last = error_words(writing.failures[-1]).what.rstrip("。")
    assert last not in shown(stand.page), (writing.name, "the failure is still said after it went well")
    assert [wait for wait in LOADING if wait in shown(stand.page)] == [], writing.name
    stand.window.notice.dismiss()
    stand.rest()


def _press(stand: Stand, faulty: Faulty, trial: Trial, name: str) -> None:
    stand.window.notice.dismiss()
    asked = faulty.asked
    trial.press()

    def it_was_tried() -> None:
        assert faulty.asked > asked, f"{name}: the press began nothing"

    stand.counter.qtbot.waitUntil(it_was_tried, timeout=PATIENCE_MS)
    stand.rest()


def _is_said(stand: Stand, writing: Writing, trial: Trial, error: CounterwatchError, before: str) -> None:
    seen = shown(stand.window)
    where = (writing.name, repr(error), seen)
    if trial.brief:
        assert ODD not in seen
    else:
        assert trial.said(error).rstrip("。") in seen, where
    assert trial.kept(), where
    assert [word for word in SUCCESS if seen.count(word) > before.count(word)] == [], where
    assert [word for word in NEVER_SHOWN if word in seen] == [], where
    assert QApplication.activeModalWidget() is None, where
