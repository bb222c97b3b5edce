"""One simulated day in a running window, for `memory`: things done by chance, the same each time."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QTimer

from desktop.application.changes import Kind, changed
from desktop.bootstrap import AppSession
from desktop.domain.case.case import CaseStep, advance
from desktop.domain.case.feed import Bulletin
from desktop.ui.main_window.registry import PAGES
from desktop.ui.main_window.window import MainWindow
from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.runtime.theme import theme

SEED = 20261123
PARTS = 3
ANSWERS = ("yes", "no", "unknown")
NOTICES = 20
"""Notices in force at one time: newer ones take the place of older ones."""


class Day:
    """Does `warm` things, says "there", and `count` more, saying "there" after each third; measured while it waits for a line."""

    def __init__(self, window: MainWindow, warm: int, count: int) -> None:
        self.window, self.rng = window, random.Random(SEED)
        self.stops = [warm + count * part // PARTS for part in range(PARTS + 1)]
        self.done, self.revision = 0, 0
        assert isinstance(window.keeper.profile, AppSession)
        assert window.keeper.tasks is not None
        assert window.shell is not None
        assert window.context is not None
        self.profile, self.tasks, self.shell = window.keeper.profile, window.keeper.tasks, window.shell
        self.session = window.context.session
        self.timer = QTimer(window)
        self.timer.timeout.connect(self._step)
        self.things: tuple[tuple[int, Callable[[], None]], ...] = (
            (60, self._go),
            (20, self._answer),
            (3, self._alarm),
            (8, self._news),
            (6, self._notice),
            (2, self._hide),
            (1, self._look),
        )

    def begin(self) -> None:
        """Start: one thing each time the window has nothing else to do."""
        self.timer.start(0)

    def _step(self) -> None:
        if self.tasks.under_way > 2:
            return
        self.rng.choices([thing for _, thing in self.things], [weight for weight, _ in self.things])[0]()
        self.done += 1
        if self.done in self.stops:
            gc.collect()
            print("there", flush=True)
            if self.done == self.stops[-1]:
                self.timer.stop()

    def _go(self) -> None:
        route = self.rng.choice(sorted(PAGES))
        services = self.profile.services
        args: dict[str, object] = {}
        if route == "checklist":
            args = {"setting": "gold_shop"}
        elif route == "drill":
            args = {"drill_id": "gold-fund-check"}
        elif route == "scanned":
            args = {"waybill": "SF1234567890123"}
        elif route == "review":
            drafts = services.open_drafts()
            args = {
                "draft_id": drafts[0].draft_id if drafts else services.start_draft("gold_shop", None).value.draft_id
            }
        elif route in ("live", "kept"):
            args = {"alert_id": self._alert()}
        self.window.go(route, **args)

    def _answer(self) -> None:
        page = self.shell.page
        if not isinstance(page, ChecklistPage) or page.questions is None or not page.questions.complete:
            self.window.go("checklist", setting="gold_shop")
            return
        page.model.answer_text(self.rng.choice(page.questions.order()), self.rng.choice(ANSWERS))

    def _alarm(self) -> None:
        session = self.session
        drafts = self.profile.services.open_drafts()
        self.profile.services.silent_alarm(session, drafts[0].draft_id if drafts else None)

    def _alert(self) -> str:
        rows = self.profile.services.counter_overview(None).open_alerts
        return str(self.rng.choice(rows).alert_id)

    def _news(self) -> None:
        self.revision += 1
        alert_id, now = self._alert(), datetime.now(UTC)
        state = self.rng.choice(("acknowledged", "dispatched", "on_scene"))
        step = CaseStep(alert_id, self.revision, state, "值班台", "请留意", now, True)
        with self.profile.storage.begin() as work:  # news as the feed writes it, without a station
            known = work.cases.get(alert_id)
            work.cases.add_step(step)
            work.cases.put(advance(known, step))
            work.commit()
        self.tasks.changed.emit(changed(Kind.CASES))

    def _notice(self) -> None:
        n, now = self.rng.randrange(NOTICES), datetime.now(UTC)
        with self.profile.storage.begin() as work:  # news as the feed writes it, without a station
            work.feed.put_bulletin(Bulletin(f"day{n}", f"通报 {n}", "请留意。" * 60, "gold", "莲峰镇", now, 100 + n))
            work.commit()
        self.tasks.changed.emit(changed(Kind.BULLETINS))

    def _hide(self) -> None:
        self.window.hide_away()
        self.window.grab()
        self.window.stack.setCurrentWidget(self.shell)
        self.shell.resume()

    def _look(self) -> None:
        theme().apply(self.rng.choice(("light", "dark")), 100)
