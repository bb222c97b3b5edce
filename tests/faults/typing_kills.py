"""The window dies while a clerk types: at most the last two seconds are gone, and nothing the screen called saved."""

from __future__ import annotations

import random
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from desktop.adapters.storage.connection import connect
from tests.faults.children import Gone
from tests.faults.kills import MODES
from tests.faults.shim import Calls, Slot, watch
from tests.faults.table import Findings
from tests.faults.typing_clerk import start_clerk
from tests.faults.walks.town import founded
from tests.faults.world import KEY, Plant, World

MAY_BE_LOST_S = 2.0
LATEST_CALL = 40
"""Of the first key, or of the first letter of the narrative: about so many calls do the saves of three seconds make."""
EARLY = 4
"""One in so many dies while questions are answered."""
SUBMITS = 3
"""One clerk in so many also sends."""


@dataclass
class Seen:
    """What was on the screen before the window died."""

    typed: list[tuple[float, str]] = field(default_factory=list)
    answered: str = ""
    submitted: str = ""
    died: float = 0.0

    def take(self, said: dict[str, Any]) -> None:
        """Keep one word of the child."""
        self.died = max(self.died, said["at"])
        if said["kind"] == "typed":
            self.typed.append((said["at"], said["value"]))
        elif said["kind"] in ("answered", "submitted"):
            setattr(self, said["kind"], said["value"])

    @property
    def must_be_kept(self) -> str:
        """The text as it was two seconds before the end."""
        return max((text for at, text in self.typed if at <= self.died - MAY_BE_LOST_S), key=len, default="")


def run(runs: int, seed: int, *, plant: Plant | None = None) -> Findings:
    """Let `runs` windows die, each at some system call of a report being written; `plant` puts a bug into each of them."""
    findings, rng = Findings("typing", seed), random.Random(seed)
    with founded() as town:
        for number in range(runs):
            with town.fresh() as world:
                watch(world.root)
                _one(world, town.member_id, findings, rng, number, plant)
            findings.runs += 1
    return findings


def _one(
    world: World, member_id: str, findings: Findings, rng: random.Random, number: int, plant: Plant | None
) -> None:
    slot, mode, nth = Slot(1), rng.choice(MODES), rng.randint(1, LATEST_CALL)
    slot.count(Calls.DISK)
    early = number % EARLY == 0
    how = f"seed {findings.seed}, window {number}: {mode.name} call {nth} of the {'answers' if early else 'narrative'}"
    child, seen = start_clerk(world, slot, member_id, submit=number % SUBMITS == 0, plant=plant), Seen()
    try:
        child.line.hear()
    except Gone:
        findings.note("errors", f"the window did not open ({how})")
        return
    try:
        if early:
            slot.arm(mode, nth, calls=Calls.DISK)
        child.line.say("go")
        while (said := child.line.hear())["kind"] != "done":
            seen.take(said)
            if len(seen.typed) == 1 and said["kind"] == "typed" and not early:
                slot.arm(mode, nth, calls=Calls.DISK)
    except Gone:
        if not slot.fired:
            findings.note("errors", f"the window ended by itself ({how})")
        findings.facts["died while typing" if seen.typed else "died while answering"] += 1
    else:
        findings.facts["not reached: died at the end"] += 1
    child.kill()
    _look(world, seen, findings, how)


def _look(world: World, seen: Seen, findings: Findings, how: str) -> None:
    with closing(connect(world.profile / "profile.db", KEY)) as profile:
        told = profile.execute("PRAGMA cipher_integrity_check").fetchall()
        drafts = profile.execute("SELECT answers, details FROM drafts").fetchall()
        bodies = [bytes(row[0]).decode() for row in profile.execute("SELECT body FROM alerts")]
        alerts = {row[0] for row in profile.execute("SELECT alert_id FROM alerts")}
    kept = "".join(f"{answers}{details}" for answers, details in drafts) + "".join(bodies)
    if told:
        findings.note("torn", f"the profile is damaged: {str(told[0])[:80]} ({how})")
    if seen.submitted and seen.submitted not in alerts:
        findings.note("lost", f"{seen.submitted} was on the live line and is not in the profile ({how})")
    if len(drafts) + len(bodies) > 1:
        findings.note("doubled", f"{len(drafts)} drafts and {len(bodies)} alerts of one report ({how})")
    for answer in filter(None, seen.answered.split(",") if seen.typed else ()):
        if answer.partition("=")[0] not in kept:
            findings.note("lost", f"the answer {answer} ({how})")
    if seen.must_be_kept not in kept:
        findings.note("lost", f"more than the last {MAY_BE_LOST_S} s of {len(seen.must_be_kept)} keys ({how})")
