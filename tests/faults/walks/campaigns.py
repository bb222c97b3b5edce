"""The campaigns that walk: at random, and once straight through a restore."""

from __future__ import annotations

import random

from hypothesis import seed as with_seed
from hypothesis.stateful import run_state_machine_as_test

from tests.faults.ledger import check
from tests.faults.table import Findings
from tests.faults.walking import walks
from tests.faults.walks.machine import Walk
from tests.faults.walks.shop import Shop
from tests.faults.walks.town import founded


def stateful(runs: int, seed: int) -> Findings:
    """Walk `runs` times up to 50 steps."""
    findings = Findings("stateful", seed)
    with founded() as town:
        machine = type("WalkOfThisRun", (Walk,), {"findings": findings, "town": town})
        run_state_machine_as_test(with_seed(seed)(machine), settings=walks(runs))
    return findings


def restored(runs: int, seed: int) -> Findings:
    """Deliver half of `runs` alerts, back up, deliver the other half, restore: all back, none doubled."""
    findings, rng = Findings("restore", seed), random.Random(seed)
    tokens = [f"r{number}" for number in range(runs)]
    half = rng.randint(runs // 4, runs * 3 // 4)
    with founded() as town, town.fresh() as world:
        shop = Shop(world, findings)
        try:
            _save(shop, tokens[:half], findings)
            shop.backup()
            _save(shop, tokens[half:], findings)
            shop.restore()
            findings.facts["alerts after the backup"] = runs - half
            shop.drain(f"seed {seed}, after the restore")
            check(world, shop.ledger, findings, f"seed {seed}, after the restore", deep=True)
        finally:
            shop.stop()
    return findings


def _save(shop: Shop, tokens: list[str], findings: Findings) -> None:
    for start in range(0, len(tokens), 50):
        shop.report_and_send(tokens[start : start + 50])
    shop.drain("before the restore")
    findings.runs += len(tokens)
