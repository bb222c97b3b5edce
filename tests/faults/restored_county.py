"""One profile in memory with two processes at work on it, and a station that is restored under their hands."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from desktop.application.delivery.deliver_due import DeliverDue
from desktop.application.delivery.pull_feed import PullFeed
from desktop.application.delivery.reconcile import TRY_AGAIN_S, Reconcile
from desktop.application.station_port import StationConnector
from desktop.domain.alert.alert import Alert, digest_of
from desktop.domain.alert.supplement import write_supplement
from desktop.domain.delivery.backoff import LONGEST_S
from desktop.domain.delivery.connectivity import Connectivity
from desktop.domain.delivery.outbox import OutboxEntry, State
from desktop.domain.member.shop import Merchant, Shop
from tests.fakes.memory_storage import MemoryStorage
from tests.faults.restored_station import RestoredStation
from tests.support import OPENING, FixedClock

ROUNDS = 12
PROCESSES = ("window", "command line")


class CountedIds:
    """Counts up; the jitter is in the middle."""

    count = 0

    def uuid7(self, now: object) -> str:
        """Return the next id."""
        self.count += 1
        return f"01940000-0000-7000-8000-{self.count:012d}"

    def fraction(self) -> float:
        """Return the jitter's random number."""
        return 0.5


class RestoredCounty:
    """The real use cases over the storage and the station in memory."""

    def __init__(self) -> None:
        self.clock = FixedClock()
        self.station = RestoredStation(self.clock)
        self.storage = MemoryStorage()
        self.ids = CountedIds()
        self.saved: list[str] = []
        self._processes = [self._process(name) for name in PROCESSES]
        self._enrol()

    def do(self, step: str, which: int = 0, process: int = 0) -> None:
        """Do one step: report, add, backup, restore, pause, or deliver, feed, reconcile in one of the two processes."""
        if step == "report":
            self._report()
        elif step == "add" and self.saved:
            self._add(self.saved[which % len(self.saved)])
        elif step == "backup":
            self.station.backup()
        elif step == "restore" and self.station.backups:
            self.station.restore(which)
        elif step == "pause":
            self.clock.advance(LONGEST_S)
        elif step in self._processes[process]:
            self.clock.advance(TRY_AGAIN_S)
            self._processes[process][step]()

    def settle(self) -> None:
        """Let the two sides speak undisturbed until everything is said."""
        self.station.on_the_wire = None
        for _ in range(ROUNDS):
            for step in ("pause", "deliver", "feed", "reconcile"):
                self.do(step)

    def missing(self) -> list[tuple[str, int]]:
        """Return the letters that were saved and are not at the station, or are still waiting here."""
        kept = self.storage.kept
        waiting = {letter for letter, entry in kept.outbox.items() if entry.state is not State.DELIVERED}
        return sorted((set(kept.outbox) - set(self.station.kept.letters)) | waiting)

    def _process(self, owner: str) -> dict[str, Callable[[], object]]:
        begin, clock, line = self.storage.begin, self.clock, Connectivity()
        # Only the calls that letters need: the others are never made here.
        connect = cast("StationConnector", self.station)
        reconcile = Reconcile(begin=begin, connect=connect, clock=clock)
        pull = PullFeed(begin=begin, connect=connect, clock=clock, connectivity=line)
        deliver = DeliverDue(begin=begin, connect=connect, clock=clock, ids=self.ids, connectivity=line, owner=owner)
        return {"deliver": deliver, "feed": lambda: pull(0), "reconcile": reconcile}

    def _enrol(self) -> None:
        merchant = Merchant("mer_1", "鑫福珠宝", "gold", "中心街", "0597-5550188")
        with self.storage.begin() as work:
            work.members.put_shop(
                Shop(merchant, "trm_1", "柜台", "st_1", "台", "http://127.0.0.1:1", (), OPENING, b"k" * 32)
            )
            work.commit()

    def _report(self) -> None:
        now = self.clock.now()
        alert_id = self.ids.uuid7(now)
        body = alert_id.encode()
        with self.storage.begin() as work:
            work.alerts.add(
                Alert(alert_id, "gold_shop", "alert", "victim", "alert", None, now, now, body, digest_of(body))
            )
            work.outbox.add(OutboxEntry(alert_id, 0, False, now, now))
            work.commit()
        self.saved.append(alert_id)

    def _add(self, alert_id: str) -> None:
        now = self.clock.now()
        with self.storage.begin() as work:
            n = work.alerts.last_n(alert_id) + 1
            work.alerts.add_supplement(
                write_supplement(
                    alert_id=alert_id, n=n, kind="fact", made_at=now, member_id=None, sign=None, text=f"第 {n} 条"
                )
            )
            work.outbox.add(OutboxEntry(alert_id, n, False, now, now))
            work.commit()
