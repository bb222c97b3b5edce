"""The database server dies while letters come in and its follower takes over: tried again inside, 503 at worst, each letter one row."""

from __future__ import annotations

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from sqlalchemy import create_engine, text

from tests.fakes.alerts import gold_alert
from tests.fakes.postgres_pair import Pair, postgres_pair
from tests.fakes.terminal import Answer, FakeTerminal, over_http
from tests.faults.station_process import found_station, start_station
from tests.faults.table import Findings
from tests.faults.world import new_world

SENDERS = 6
BEFORE, AFTER = 25, 15
"""Letters of each sender before the server dies, and after the first one that got through again."""
MOST_S = 60.0


@dataclass
class _Post:
    """What the senders saw: receipts by alert, and every answer that was none."""

    receipts: dict[str, bytes] = field(default_factory=dict)
    answers: list[int] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, alert_id: str, answer: Answer) -> bool:
        """Take an answer; whether it is a receipt."""
        with self.lock:
            self.answers.append(answer.status)
            if answer.status not in (200, 201):
                return False
            if self.receipts.setdefault(alert_id, answer.content) != answer.content:
                self.doubled.append(alert_id)
            return True


def run(runs: int, seed: int) -> Findings:
    """Fail over `runs` times, each time with two new servers."""
    findings = Findings("failover", seed)
    for number in range(runs):
        with postgres_pair() as pair:
            _one(pair, findings, random.Random(f"{seed}/{number}"), f"seed {seed}, fail-over {number}")
        findings.runs += 1
    return findings


def _one(pair: Pair, findings: Findings, rng: random.Random, how: str) -> None:
    engine = create_engine(pair.url(only="first"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CREATE DATABASE county"))
    engine.dispose()
    with new_world() as world:
        world.database_url = pair.url("county")
        code = found_station(world)
        station = start_station(world)
        try:
            terminal = FakeTerminal(over_http(), world.url, now=world.clock.now)
            assert terminal.enrol(code).status == 201
            post, dead = _Post(), threading.Event()
            with ThreadPoolExecutor(SENDERS + 1) as pool:
                killed = pool.submit(_take_over, pair, post, dead, rng.randint(SENDERS, SENDERS * BEFORE))
                done = [pool.submit(_send, terminal, post, dead) for _ in range(SENDERS)]
                stuck = [problem for problem in (one.result() for one in done) if problem]
                killed.result()
            for problem in stuck:
                findings.note("errors", f"{problem} ({how})")
            _judge(pair, terminal, post, findings, how)
        finally:
            station.kill()


def _take_over(pair: Pair, post: _Post, dead: threading.Event, after: int) -> None:
    """Kill the first server once so many letters are answered, and let the second take over a moment later."""
    until = time.monotonic() + MOST_S
    while len(post.answers) < after and time.monotonic() < until:
        dead.wait(0.002)
    pair.stop("first")
    dead.set()
    pair.promote()


def _send(terminal: FakeTerminal, post: _Post, dead: threading.Event) -> str:
    """Send letters one after the other, each until it has its receipt; returns what got stuck."""
    sent, after = 0, 0
    patience = threading.Event()
    while sent < BEFORE or not dead.is_set() or after < AFTER:
        body = gold_alert(terminal.enrolment, at=terminal.now())
        until = time.monotonic() + MOST_S
        while not post.note(body["alert_id"], terminal.put_alert(body)):
            if time.monotonic() > until:
                return f"a letter got no receipt in {MOST_S:.0f} s"
            patience.wait(0.1)
        sent, after = sent + 1, after + dead.is_set()
    return ""


def _judge(pair: Pair, terminal: FakeTerminal, post: _Post, findings: Findings, how: str) -> None:
    for status in post.answers:
        findings.facts[str(status)] += 1
    if strange := sorted(set(post.answers) - {200, 201, 503}):
        findings.note("errors", f"answered {strange} ({how})")
    for alert_id in post.doubled:
        findings.note("doubled", f"{alert_id} got two receipts ({how})")
    engine = create_engine(pair.url("county", only="second"))
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT alert_id, receipt FROM alerts")).all()
        leads = connection.execute(text("SELECT count(*) FROM leads")).scalar_one()
    engine.dispose()
    kept = {row[0]: row[1] for row in rows}
    for alert_id, content in post.receipts.items():
        if alert_id not in kept:
            findings.note("lost", f"{alert_id} had its receipt and is gone ({how})")
        elif kept[alert_id].encode() not in content:
            findings.note("torn", f"{alert_id} has another receipt now ({how})")
    if len(rows) != len(kept) or leads != len(rows) or kept.keys() - post.receipts.keys():
        findings.note("doubled", f"{len(rows)} rows, {leads} leads for {len(post.receipts)} letters ({how})")
    page = terminal.feed()
    if page.status != 200:
        findings.note("errors", f"the feed answers {page.status} afterwards ({how})")
