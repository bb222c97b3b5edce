"""What the tests found, for people and for programs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

PASSED, FAILED, NOT_TESTED = "passed", "failed", "not-tested"
_MARKS = {PASSED: "✓ 通过 pass", FAILED: "✗ 不符 FAIL", NOT_TESTED: "- 未测 n/a "}


class ClauseFailed(Exception):
    """The gateway did something else than the contract says; the text names both."""


class NotTested(Exception):
    """A clause needs something the tester was not given; the text names it."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One promise of the contract and how it is tried."""

    name: str
    zh: str
    en: str
    run: Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one clause."""

    clause: Clause
    result: str
    detail: str = ""


class Chapter:
    """Clauses in the order they are written; `add` is their decorator."""

    def __init__(self, zh: str, en: str) -> None:
        self.zh = zh
        self.en = en
        self.clauses: list[Clause] = []

    def add(self, name: str, zh: str, en: str) -> Callable[[Callable[[Any], None]], Callable[[Any], None]]:
        """Register a clause."""

        def register(run: Callable[[Any], None]) -> Callable[[Any], None]:
            self.clauses.append(Clause(name, zh, en, run))
            return run

        return register


def as_lines(findings: list[Finding], url: str) -> Iterator[str]:
    """Return the report as people read it."""
    yield f"一致性测试报告 Conformance report — {url}"
    for finding in findings:
        yield f"{_MARKS[finding.result]}  {finding.clause.name:<32} {finding.clause.zh}。{finding.clause.en}."
        if finding.detail:
            yield f"{'':14}{finding.detail}"
    counts = count(findings)
    yield (
        f"通过 passed {counts[PASSED]}，不符 failed {counts[FAILED]}，未测 not tested {counts[NOT_TESTED]}；"
        f"{'符合接口约定。The gateway conforms.' if not counts[FAILED] else '不符合接口约定。The gateway does not conform.'}"
    )


def as_facts(findings: list[Finding], url: str) -> dict[str, Any]:
    """Return the report as a JSON object."""
    return {
        "url": url,
        "conforms": not count(findings)[FAILED],
        **{name.replace("-", "_"): number for name, number in count(findings).items()},
        "clauses": [
            {
                "name": item.clause.name,
                "zh": item.clause.zh,
                "en": item.clause.en,
                "result": item.result,
                "detail": item.detail,
            }
            for item in findings
        ],
    }


def count(findings: list[Finding]) -> dict[str, int]:
    """Return how many clauses passed, failed, were not tested."""
    return {name: sum(item.result == name for item in findings) for name in (PASSED, FAILED, NOT_TESTED)}
