"""The counter app without its windows in a forked child: real storage, use cases and HTTP client, told what to do by lines."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.adapters.checklist_files import ChecklistFiles
from desktop.adapters.member_keys import Ed25519Keys
from desktop.adapters.station_api.client import HttpStation
from desktop.adapters.station_api.connector import HttpConnector
from desktop.adapters.station_api.transport import CallLimits
from desktop.adapters.storage.profile import Storage, open_storage
from desktop.adapters.system.ids import RandomIds
from desktop.application.alerts.add_fact import AddFact
from desktop.application.alerts.silent_alarm import SilentAlarm
from desktop.application.alerts.submit_alert import SubmitAlert
from desktop.application.checklists.find_checklist import FindChecklist
from desktop.application.delivery.deliver_due import DeliverDue
from desktop.application.delivery.pull_feed import PullFeed
from desktop.application.delivery.reconcile import Reconcile
from desktop.application.drafts.draft_from_file import DraftFromFile
from desktop.application.errors import CounterwatchError, StationRefused, StationUnreachable
from desktop.application.shop.enrol import Enrol
from desktop.application.station_port import StationAddress
from desktop.domain.delivery.connectivity import Connectivity
from tests.faults.children import Child, Line, fork
from tests.faults.shim import Slot, mark
from tests.faults.world import KEY, Plant, World
from tests.house import ROOT

STEP_S = 400.0
"""Longer than a lease and than the longest back-off: after it everything is due."""
ROUNDS = 30


class Counter:
    """The use cases of one profile, wired as the app wires them."""

    def __init__(self, world: World, home: Path | None = None, limits: CallLimits | None = None) -> None:
        self.world = world
        self.clock, self.ids, self.connectivity = world.clock, RandomIds(), Connectivity()
        self.storage: Storage = open_storage(home or world.profile, KEY, now=self.clock.now())
        self.connect = HttpConnector(self.clock.now) if limits is None else _Impatient(self.clock.now, limits)
        files = ChecklistFiles(ROOT / "resources" / "checklists")
        begin = self.storage.begin
        find = FindChecklist(checklists=files, reads=self.storage.reads(self.connectivity))
        self.enrol = Enrol(begin=begin, connect=self.connect, clock=self.clock, keys=Ed25519Keys())
        self.draft = DraftFromFile(begin=begin, clock=self.clock, ids=self.ids, checklists=files)
        self.submit = SubmitAlert(begin=begin, clock=self.clock, checklist=find)
        self.alarm = SilentAlarm(begin=begin, clock=self.clock, ids=self.ids, checklists=files)
        self.add_fact = AddFact(begin=begin, clock=self.clock)
        self.deliver = DeliverDue(
            begin=begin,
            connect=self.connect,
            clock=self.clock,
            ids=self.ids,
            connectivity=self.connectivity,
            owner=self.ids.uuid7(self.clock.now()),
        )
        self.reconcile = Reconcile(begin=begin, connect=self.connect, clock=self.clock)
        self.pull = PullFeed(begin=begin, connect=self.connect, clock=self.clock, connectivity=self.connectivity)

    def report(self, token: str) -> str:
        """Save one alert; returns its id once it is durable."""
        return self.submit(self.draft(report_file(token)).value.draft_id, None).value

    def drain(self) -> bool:
        """Send until nothing is left or nothing moves; time passes as needed."""
        for _ in range(ROUNDS):
            self.send_round()
            # Who has not read the news cannot know that all is said: the station may have been restored.
            with contextlib.suppress(StationUnreachable, StationRefused):
                self.read_news()
                if self.waiting() == 0 and not self.must_reconcile():
                    return True
            self.world.clock.advance(STEP_S)
        return False

    def send_round(self) -> int:
        """Compare with a restored station when there is a reason, then send what is due; returns how many were sent."""
        self.reconcile()
        return self.deliver(limit=1000).value.sent

    def try_sending(self) -> dict[str, int]:
        """Try everything that waits once, each letter on the line as it is now; returns exchanges and letters sent."""
        sent = exchanges = 0
        for _ in range(2):
            self.world.clock.advance(STEP_S)
            report = self.deliver(limit=2).value
            sent, exchanges = sent + report.sent, exchanges + report.sent + report.failed + report.refused
            if self.waiting() == 0:
                break
        return {"sent": sent, "exchanges": exchanges}

    def read_news(self) -> int:
        """Read the feed to its end; returns how many events were new."""
        events = 0
        while got := self.pull(0).value:
            events += got
        return events

    def must_reconcile(self) -> bool:
        """Whether the station is not compared yet after a change of its epoch."""
        with self.storage.begin() as work:
            return work.feed.comparison().due

    def waiting(self) -> int:
        """How many letters are not delivered."""
        with self.storage.begin() as work:
            return sum(work.outbox.undelivered())

    def obey(self, order: list[Any], line: Line) -> Any:
        """Do one order: enrol CODE, report TOKENS, deliver, try, drain or feed; returns the answer."""
        match order:
            case ["enrol", code]:
                return self.enrol(self.world.url, code, "一号柜台").value.terminal_id
            case ["report", tokens]:
                return [_report(self, token, line) for token in tokens]
            case ["deliver"]:
                return self.send_round()
            case ["try"]:
                return self.try_sending()
            case ["drain"]:
                return {"drained": self.drain()}
            case ["feed"]:
                return self.read_news()
        raise ValueError(order)

    def close(self) -> None:
        """Close the profile."""
        self.connect.abort()
        self.storage.close()


class _Impatient(HttpConnector):
    """Gives up sooner than a shop would."""

    def __init__(self, now: Callable[[], datetime], limits: CallLimits) -> None:
        super().__init__(now)
        self._limits = limits
        self._kept: dict[str, HttpStation] = {}

    def __call__(self, address: StationAddress) -> HttpStation:
        """Return the one station of the campaign, before and after the enrolment."""
        if address.terminal_id not in self._kept:
            self._kept[address.terminal_id] = HttpStation(address, self._now, self._limits)
        return self._kept[address.terminal_id]


def report_file(token: str) -> dict[str, Any]:
    """Return a report file whose narrative holds the token it is recognised by."""
    return {
        "setting": "gold_shop",
        "facts": {
            "g-mail-out": "yes",
            "g-weight-only": "yes",
            "g-screen-share": "unknown",
            "tx": {"amount_cny": 170000, "weight_g": 150, "item_kind": "bar"},
            "ctx": {"person_present": "yes", "value_status": "not_paid"},
        },
        "narrative": f"顾客要买金条寄到外地,说不清收件人是谁。[{token}]",
        "subject_desc": "女,六十岁左右,灰色外套",
        "handover_when": "不详",
        "handover_where": "不详",
        "handover_how": "不详",
        "handover_to_whom": "不详",
        "contact_phone": "13800138000",
        "contact_mode": "in_app",
    }


def start_counter(
    world: World,
    slot: Slot | None = None,
    plant: Plant | None = None,
    limits: CallLimits | None = None,
    home: Path | None = None,
    kind: type[Counter] = Counter,
) -> Child:
    """Fork a counter that obeys lines."""

    def work(line: Line) -> None:
        logging.disable(logging.CRITICAL)
        if slot:
            slot.choose()
        if plant:
            plant(world)
        counter = kind(world, home, limits)
        line.say("open")
        while (order := line.hear(None)) != "close":
            try:
                line.say(counter.obey(order, line))
            except CounterwatchError as error:
                # The world's failures are answers.
                line.say({"failed": f"{error.kind}: {error}"})
        counter.close()
        line.say("closed")

    return fork(work)


def _report(counter: Counter, token: str, line: Line) -> str:
    alert_id = counter.report(token)
    mark(f"saved {alert_id}")
    # Said before anything else happens: from here on the screen shows "saved".
    line.say({"saved": [token, alert_id]})
    counter.add_fact(alert_id, None, f"补充:往北门走了 [{token}+]")
    line.say({"added": token})
    return alert_id
