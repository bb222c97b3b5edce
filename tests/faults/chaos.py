"""Every exchange through a bad line: cut, reset, stalled, trickled or doubled at every byte, then exactly once."""

from __future__ import annotations

import random

from desktop.adapters.station_api.transport import CallLimits
from tests.faults.chaos_proxy import Plan, start_proxy
from tests.faults.children import Child
from tests.faults.counter_process import start_counter
from tests.faults.ledger import Ledger, check
from tests.faults.station_process import found_station, start_station
from tests.faults.table import Findings
from tests.faults.world import World, free_listener, new_world

SHORT = CallLimits(connect_s=1.0, read_s=1.0, feed_margin_s=3.0, whole_s=10.0)
"""The shop's patience of 5, 20 and 60 s, shortened: a stalled line must not cost the campaign its day."""
REQUEST_BYTES, ANSWER_BYTES = 3400, 950
CHECK_EVERY = 100
STALLS_PER_CENT = 2


def run(runs: int, seed: int) -> Findings:
    """Do `runs` exchanges, each with one plan."""
    findings, rng, ledger = Findings("chaos", seed), random.Random(seed), Ledger()
    with new_world() as world, free_listener() as listener:
        code = found_station(world)
        station, proxy = start_station(world), start_proxy(world, listener)
        world.through = f"http://127.0.0.1:{listener.getsockname()[1]}"
        counter = start_counter(world, limits=SHORT)
        try:
            counter.line.hear()
            counter.ask(["enrol", code])
            while findings.runs < runs:
                plan = choose(findings.runs, rng)
                _one(counter, proxy, plan, f"c{findings.runs}", ledger, findings)
                if findings.runs % CHECK_EVERY == 0 or findings.runs >= runs:
                    _drain_and_check(world, counter, proxy, ledger, findings, plan)
        finally:
            for child in (counter, proxy, station):
                child.kill()
    return findings


def choose(number: int, rng: random.Random) -> Plan:
    """Return the plan of an exchange: every byte position comes up in a long run."""
    if rng.randrange(100) < STALLS_PER_CENT:
        deed = "stall"
    else:
        deed = rng.choices(("cut", "reset", "twice", "trickle", "pass"), (40, 30, 15, 8, 7))[0]
    way = rng.choice(("up", "down"))
    longest = REQUEST_BYTES if way == "up" else ANSWER_BYTES
    # A stride that is prime to both lengths visits every byte in turn.
    return Plan(deed, way, (number * 1009) % longest)


def _one(counter: Child, proxy: Child, plan: Plan, token: str, ledger: Ledger, findings: Findings) -> None:
    proxy.ask([plan.deed, plan.way, plan.after])
    ledger.given.append(token)
    heard = counter.ask(["report", [token]])
    while ledger.note(heard):
        heard = counter.line.hear()
    if not isinstance(heard, list):
        findings.note("errors", f"not saved: {heard}")
    tried = counter.ask(["try"])
    findings.runs += tried["exchanges"]
    findings.facts[plan.deed] += tried["exchanges"]
    findings.facts["delivered at the first try"] += tried["sent"]


def _drain_and_check(
    world: World, counter: Child, proxy: Child, ledger: Ledger, findings: Findings, plan: Plan
) -> None:
    how = f"seed {findings.seed}, exchange {findings.runs}, last plan {plan}"
    proxy.ask(["pass", "up", 0])
    answer = counter.ask(["drain"])
    if answer.get("drained") is not True:
        findings.note("errors", f"not drained: {answer} ({how})")
    check(world, ledger, findings, how, deep=True)
