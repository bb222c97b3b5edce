"""Time of one `assess` call on the largest checklist, beside a plain sum over the same answers.

`python3 bench/assess.py`: five runs of 2,000 calls; prints median and worst of each run, floor and ratio. The facts:
everything answered; everything yes with the mitigators open (the search for what would clear the person is at its
longest); a transaction that fires most rules. The
worst call is given twice: the worst that repeats (each call takes its best of the five runs), which is held against the target,
and the single worst, which shows the other programs of the machine, beside the same of the floor.
"""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable
from pathlib import Path
from time import perf_counter_ns

from redflags import Answer, Definition, Facts, Transaction, assess, load_definitions, parse_facts

ROOT = Path(__file__).resolve().parent.parent

RUNS, CALLS = 5, 2000
TARGET_MS, WORST_MS = 1.0, 2.0


def largest() -> Definition:
    """The checklist with the most questions and rules."""
    found = load_definitions(ROOT / "resources" / "checklists").values()
    return max(found, key=lambda definition: len(definition.questions) + len(definition.rules))


def busy_transaction(definition: Definition) -> Transaction:
    """A sale that fires nearly every transaction rule."""
    leg = {"method": "cash", "amount_cny": 45_000, "payer": "remote_third"}
    failed = {"method": "card", "amount_cny": 45_000, "ok": False}
    ship = {"requested": True, "recipient_is_buyer": False, "other_prefecture": True, "insured": False}
    sale = {"amount_cny": 135_000, "weight_g": 140, "item_kind": "bar", "payments": [failed, failed, leg, leg, leg]}
    history = {"same_day_count": 1, "last7d_count": 3, "days7_cash_50_100k": 4, "ship_out": ship}
    return parse_facts({"tx": {**sale, **history}}, definition).tx


def timed(call: Callable[[], object]) -> list[float]:
    """Milliseconds of each call of one run."""
    spent = []
    for _call in range(CALLS):
        start = perf_counter_ns()
        call()
        spent.append((perf_counter_ns() - start) / 1e6)
    return spent


def report(name: str, definition: Definition, facts: Facts) -> bool:
    """Print one row; true when the targets are met."""

    def floor() -> int:
        return sum(
            question.weight for key, question in definition.questions.items() if facts.answers[key] is Answer.YES
        )

    ours, floors = [], []
    for _run in range(RUNS):
        floors.append(timed(floor))
        ours.append(timed(lambda: assess(definition, facts)))
    medians = [statistics.median(run) for run in ours]
    median, base = statistics.median(medians), statistics.median(statistics.median(run) for run in floors)
    repeated = max(min(calls) for calls in zip(*ours, strict=True))
    print(
        f"{name:34} floor {base:.4f} ms   ours {median:.3f} ms ({min(medians):.3f}-{max(medians):.3f})"
        f"   ratio {median / base:.0f}   worst that repeats {repeated:.2f} ms"
        f"   worst once {max(map(max, ours)):.1f} ms (floor {max(map(max, floors)):.1f} ms)"
    )
    return median <= TARGET_MS and repeated <= WORST_MS


def main() -> int:
    """Run all rows; exit code 1 when a target is missed."""
    definition = largest()
    tx = busy_transaction(definition)
    yes, no = dict.fromkeys(definition.questions, Answer.YES), dict.fromkeys(definition.questions, Answer.NO)
    calm = dict.fromkeys(definition.mitigators, Answer.YES)
    half = {key: Answer.YES if index % 2 else Answer.NO for index, key in enumerate(definition.questions)}
    rows = {
        "all yes, mitigators yes": Facts({**yes, **calm}, tx),
        "all yes, mitigators open": Facts(yes, tx),
        "every second yes, mitigators open": Facts(half, tx),
        "all no": Facts(no, tx),
    }
    print(
        f"{definition.id}: {len(definition.questions)} questions, {len(definition.rules)} rules; {RUNS} runs of {CALLS} calls"
    )
    gc.collect()
    met = [report(name, definition, facts) for name, facts in rows.items()]
    print(f"target: median <= {TARGET_MS} ms, worst <= {WORST_MS} ms: {'met' if all(met) else 'missed'}")
    return 0 if all(met) else 1


if __name__ == "__main__":
    raise SystemExit(main())
