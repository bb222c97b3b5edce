"""Every kind of failure a use case may report, what each page reads, and a reading that fails until it is mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from desktop.application.errors import (
    AnotherStation,
    CounterwatchError,
    ForeignStation,
    MemberLocked,
    NotEnrolled,
    NotFound,
    StationRefused,
    StationUnreachable,
    StorageFailed,
)
from desktop.ui.widgets.states import InlineError
from tests.ui.bulletins.notices import send
from tests.ui.gallery.stand import Stand
from tests.ui.live_line.counter import Counter
from tests.ui.records.test_kept import released
from tests.ui.rewards.test_award import given

FAULTS: tuple[CounterwatchError, ...] = (
    *(StorageFailed(reason) for reason in ("full", "read-only", "io", "corrupt", "busy")),
    *(StationUnreachable(reason) for reason in ("network", "timeout", "tls", "not-a-station", "busy")),
    StationUnreachable("busy", retry_after_s=120),
    StationRefused("not-authorised", 403),
    StationRefused("never-heard-of", 418, "Not here.", "这里不行。"),
    ForeignStation(),
    AnotherStation(),
    NotFound(),
    NotEnrolled(),
    MemberLocked(datetime(2026, 11, 23, 4, 0, tzinfo=UTC)),
)
NEVER_SHOWN = (
    "Traceback",
    "Error",
    "Exception",
    "errno",
    "None",
    "storage-failed",
    "station-",
    "not-found",
    "invalid-input",
)
"""Programs' own words, which a clerk can do nothing with."""


@dataclass(frozen=True)
class Reading:
    """What one route reads (a use case's path), what it is shown with, and words that are there once it was read."""

    route: str
    path: str
    args: Callable[[Counter], dict[str, object]]
    content: str


def _with(**args: object) -> Callable[[Counter], dict[str, object]]:
    return lambda _counter: args


def _award(counter: Counter) -> dict[str, object]:
    given(counter)
    return {"reward_id": "r1"}


def _rewards(counter: Counter) -> dict[str, object]:
    given(counter)
    return {}


def _records(counter: Counter) -> dict[str, object]:
    counter.submitted(narrative="客人要买三百克金条，催着要")
    return {}


def _bulletins(counter: Counter) -> dict[str, object]:
    send(counter, "b1", "节日期间请留意大额现金", trade="", area="莲峰镇")
    return {}


READINGS = (
    Reading("counter", "counter_overview", _records, "0000-0002"),
    Reading("checklist", "load_draft", lambda c: {"draft_id": c.draft()}, "客人"),
    Reading("review", "load_draft", lambda c: {"draft_id": c.draft()}, "具体位置"),
    Reading("review", "review_alert", lambda c: {"draft_id": c.draft()}, "具体位置"),
    Reading("live", "live_line", lambda c: {"alert_id": c.submitted()}, "客人一直听电话"),
    Reading("records", "records", _records, "全部 1"),
    Reading("kept", "paper.slip", lambda c: {"alert_id": released(c)}, "已放行"),
    Reading("register", "register.page", _with(), "登记"),
    Reading("rewards", "rewards", _rewards, "表扬信"),
    Reading("award", "rewards", _award, "表扬信"),
    Reading("bulletins", "bulletins.shelf", _bulletins, "节日期间"),
    Reading("learn", "learning.lessons", _with(tab="drills"), "戴着耳机的老人"),
    Reading("learn", "learning.record", _with(tab="record"), "学习"),
    Reading("drill", "learning.open_drill", _with(drill_id="gold-fund-check"), "戴着耳机的老人"),
    Reading("card", "learning.lessons", _with(), "提示"),
    Reading("scanned", "courier.scan", _with(waybill="SF1234567890123"), "顺丰"),
    Reading("settings", "care.keeping.storage", _with(section="storage"), "没写完的"),
    Reading("settings", "care.backups.state", _with(section="backup"), "备份"),
    Reading("settings", "care.joining.facts", _with(section="shop"), "鑫福珠宝"),
    Reading("settings", "care.joining.clerks", _with(section="members"), "林秋月"),
)


class Faulty:
    """One use case that fails while `error` is set."""

    def __init__(self, stand: Stand, path: str) -> None:
        self.error: Exception | None = None
        self.asked = 0
        real: object = stand.counter.services
        for name in path.split("."):
            real = getattr(real, name)
        assert callable(real)

        def reading(*args: object, **more: object) -> object:
            self.asked += 1
            if self.error is not None:
                raise self.error
            return real(*args, **more)

        counter = stand.counter
        counter.context.services = _with_other(counter.context.services, path.split("."), reading)
        context = stand.window.context
        assert context is not None
        context.services = counter.context.services


def _with_other(group: Any, names: list[str], command: object) -> Any:
    inner = command if len(names) == 1 else _with_other(getattr(group, names[0]), names[1:], command)
    return replace(group, **{names[0]: inner})


def said(page: QWidget) -> str:
    """Every sentence of the failures now shown on a page."""
    boxes = [box for box in page.findChildren(InlineError) if box.isVisible()]
    return " ".join(text for box in boxes for text in (box.sentence.text(), box.next_step.text()))


def shown(page: QWidget) -> str:
    """All words now to be seen on a page."""
    parts = [one for one in page.findChildren(QWidget) if isinstance(one, QLabel | QAbstractButton) and one.isVisible()]
    return "\n".join(f"{part.text()} {part.accessibleName()}" for part in parts)


def retry_of(page: QWidget) -> QAbstractButton | None:
    """Return the button that tries again, if one is offered."""
    for box in page.findChildren(InlineError):
        if box.isVisible() and box.retry.isVisible():
            return box.retry
    return None
