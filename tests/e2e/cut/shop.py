"""A shop's real window over a line that can be cut, with a heartbeat that shows whether the screen ever stood still."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer

from desktop.application.session import Session
from desktop.hosts import MainHost
from desktop.settings import Settings
from desktop.tour.officer import DeskOfficer
from desktop.tour.stage import Stage
from desktop.ui.main_window.app import make_window
from desktop.ui.main_window.window import MainWindow
from desktop.ui.pages.base import Page
from desktop.ui.pages.live_line.page import LiveLinePage
from desktop.ui.runtime.context import UiContext
from tests.e2e.cut.scissors import Scissors
from tests.integration.desktop_sending.real_station import RealStation

P = TypeVar("P", bound=Page)
PASSPHRASE = "made up for the cuts"
PIN = "2468"
BEAT_MS = 20
STOOD_STILL_S = 2.0
"""Less than any call may take: a screen that waits for the line stands still for longer than this."""
NOT_THERE = ("警方还没有收到",)
THERE = ("已送达", "值班台已看到", "民警", "这一条已有结果", "值班台有一个问题")


class Heart(QObject):
    """Beats on the screen's own thread; `longest_s` is the longest it ever stood still."""

    def __init__(self) -> None:
        super().__init__()
        self.longest_s = 0.0
        self._last = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest_s = max(self.longest_s, now - self._last)
        self._last = now

    def forget(self) -> None:
        """The test itself kept the screen's thread busy."""
        self._last = time.monotonic()

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()


class Shop:
    """One window, one station, one pair of scissors between them."""

    def __init__(self, folder: Path, station: RealStation) -> None:
        self.station = station
        self.line = Scissors(station.port)
        self.host = MainHost(Settings(folder, passphrase=PASSPHRASE))
        self.stage = Stage(self.host)
        self.window: MainWindow = make_window(self.host)
        self.window.show()
        self.window.start()
        self.wait("the profile", lambda: self.window.context is not None)
        self.heart = Heart()

    @property
    def context(self) -> UiContext:
        """Return what the pages are given."""
        assert self.window.context is not None
        return self.window.context

    @property
    def live(self) -> LiveLinePage:
        """Return the live line now shown."""
        shell = self.window.shell
        assert shell is not None
        assert isinstance(shell.page, LiveLinePage)
        return shell.page

    def wait(self, what: str, condition: Callable[[], bool], patience_ms: int = 60_000) -> None:
        """Run the event loop until the condition holds."""
        self.stage.wait(what, condition, patience_ms)

    def ask(self, work: Callable[[], object]) -> Exception | None:
        """Do a use case as a page would, off the screen's thread; returns how it failed."""
        ended: list[Exception | None] = []
        self.context.tasks.run(work, lambda _done: ended.append(None), ended.append)
        self.wait("the answer", lambda: bool(ended))
        return ended[0]

    def sign_in(self, session: Session) -> None:
        """Show the pages to a clerk."""
        self.window.sign_in(session)
        self.wait("the pages", lambda: self.window.shell is not None and self.window.shell.page is not None)

    def is_cut(self, request: str, way: str, do: Callable[[], object]) -> None:
        """Do something and wait until its exchange was cut in the middle; the screen must not have claimed anything by then."""
        cut = self.line.cut_next(request, way)
        do()
        self.nudge_until(f"the cut of {request} {way}", lambda: cut in self.line.made)
        self.truthful()

    def nudge_until(self, what: str, condition: Callable[[], bool]) -> None:
        """Wait, letting the sender look again now and then as any change does."""
        deadline = QDeadlineTimer(90_000)
        while not condition():
            if self.window.keeper.sync is not None:
                self.window.keeper.sync.send_now()
            short = QDeadlineTimer(500)
            self.wait(what, lambda: condition() or short.hasExpired())  # noqa: B023 - it is asked before the next turn
            assert not deadline.hasExpired(), f"waited in vain for {what}; the line saw {self.line.seen[-12:]}"

    def leads(self) -> list[dict[str, Any]]:
        """Return what the station has, each lead with the number of its supplements and whole photos, as the desk sees it."""
        with contextlib.closing(self.officer("duty")) as duty:
            found = duty.queue()
            for lead in found:
                case = duty.case(lead["alert_id"])
                lead["supplements"] = len([one for one in case["supplements"] if one["kind"] != "attachment"])
                lead["attachments"] = len([one for one in case["attachments"] if one["complete"]])
        self.heart.forget()
        return found

    @property
    def at_the_line(self) -> bool:
        """Tell whether an alert's own page is shown."""
        shell = self.window.shell
        return shell is not None and isinstance(shell.page, LiveLinePage)

    def stage_page(self, kind: type[P], route: str) -> P:
        """Go to a page and return it."""
        self.window.go(route)
        self.wait(f"the page {route}", lambda: self.window.shell is not None and self.window.shell.place[0] == route)
        assert self.window.shell is not None
        assert isinstance(self.window.shell.page, kind)
        return self.window.shell.page

    def whole(self, alert_id: str) -> None:
        """Wait until every photo of an alert has arrived."""
        photos = self.context.services.photos.of
        self.nudge_until("the photos", lambda: all(one.state == "sent" for one in photos(alert_id)))

    def settled(self) -> None:
        """Wait until nothing is left to send."""
        status = self.context.services.outbox_status
        self.nudge_until("everything to arrive", lambda: status().waiting == 0)

    def truthful(self) -> None:
        """What the screen says of the alert shown is no more than the station's own truth."""
        shell = self.window.shell
        if shell is None or not isinstance(shell.page, LiveLinePage) or shell.page.view_model.line is None:
            return
        shell.page.on_tick()
        said, alert_id = shell.page.clock.truth.text(), shell.page.view_model.alert_id
        known = {one["alert_id"] for one in self.leads()}
        if said.startswith(THERE):
            assert alert_id in known, f"the screen says {said!r}, the station has no such alert"
        else:
            assert any(words in said for words in NOT_THERE), said
        for row in shell.page.timeline.texts():
            if "未送达" not in row and "补充" in row:
                assert alert_id in known

    def officer(self, name: str) -> DeskOfficer:
        """Sign an officer in, past the scissors."""
        words = {officer["username"]: officer["password"] for officer in self.station.facts["officers"]}
        return DeskOfficer(self.station.url, name, words[name])

    def close(self) -> None:
        """Close window, line and heart."""
        self.heart.stop()
        self.window.close()
        self.window.deleteLater()
        self.stage.settle()
        self.line.close()
