"""Calls made up from the API's own contract: no server error, no answer outside the contract, nothing without a right."""

from __future__ import annotations

import random
import warnings
from dataclasses import replace
from typing import Any

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as with_seed
from schemathesis.checks import load_all_checks, not_a_server_error
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.faults.surface.callers import OPEN, Callers
from tests.faults.surface.calls import PREFIX, Call
from tests.faults.surface.county import EVERY, County, new_county
from tests.faults.surface.desk_calls import DESK_CALLS, STEPS
from tests.faults.surface.stock import Stock
from tests.faults.surface.terminal_calls import TERMINAL_CALLS
from tests.faults.table import Findings
from tests.house import ROOT

CONTRACT = ROOT / "resources" / "wire" / "openapi.yaml"
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
]
PART = 2_000
MODES = ("as generated", "real names", "one member changed", "right")
"""How much of a call is made up: all of it, its body, one member of its body, nothing (then only who calls varies)."""


class Caller:
    """Sends generated cases to one station as terminals, officers and nobody, and judges the answers."""

    def __init__(self, county: County, findings: Findings, rng: random.Random) -> None:
        self._findings, self._rng = findings, rng
        self._stock = Stock(county)
        self._callers = Callers(county, self._stock)

    def send(self, case: Any) -> None:
        """Send one case and note what is wrong with the answer."""
        name = case.operation.definition.raw["operationId"]
        mode = self._rng.choices(MODES, (2, 3, 3, 2))[0]
        known = self._rng.random() < 0.8
        call = self._call(case, name, mode)
        answer = self._callers.send(name, call, known=known, waits=name == "readFeed")
        self._findings.runs += 1
        self._findings.facts[f"{answer.status_code // 100}xx"] += 1
        self._findings.facts[f"{answer.status_code // 100}xx {mode}"] += 1
        if answer.status_code < 300:
            self._stock.used()
        self._judge(case, answer, f"{name}, {mode}, {'known' if known else 'unknown'}", known=known)

    def _call(self, case: Any, name: str, mode: str) -> Call:
        if mode == "as generated":
            return _generated(case)
        build = TERMINAL_CALLS.get(name) or DESK_CALLS.get(name) or DESK_CALLS[f"{name} {self._rng.choice(STEPS)}"]
        right = build(self._stock, self._rng.choices(EVERY, (6, 1, 1))[0])
        made_up = case.body if isinstance(case.body, (dict, bytes)) else None
        if mode == "right" or right.body is None or not made_up:
            return right
        if mode == "real names" or not (isinstance(made_up, dict) and isinstance(right.body, dict)):
            return replace(right, body=made_up)
        member = self._rng.choice(sorted(made_up))
        return replace(right, body={**right.body, member: made_up[member]})

    def _judge(self, case: Any, answer: requests.Response, who: str, *, known: bool) -> None:
        where = f"{who} -> {answer.status_code} (seed {self._findings.seed}, call {self._findings.runs})"
        if case.path not in OPEN and not known and answer.status_code < 400:
            self._findings.note("torn", f"let in without a right: {where}")
        try:
            case.validate_response(answer, checks=CHECKS)
        except FailureGroup as group:
            for failure in group.exceptions:
                self._findings.note("errors", f"{where}: {str(failure).splitlines()[0]}")
        except Failure as failure:
            self._findings.note("errors", f"{where}: {str(failure).splitlines()[0]}")


def _generated(case: Any) -> Call:
    """Return a case as the call it is; headers that say who calls are not the generator's to choose."""
    kwargs = case.as_transport_kwargs(base_url="http://nowhere" + PREFIX)
    names = {"method", "url", "params", "data", "json", "files"}
    made = requests.Request(**{name: kwargs[name] for name in names if kwargs.get(name) is not None}).prepare()
    body = made.body.encode() if isinstance(made.body, str) else made.body
    given_headers = {str(name): str(value) for name, value in (case.headers or {}).items()}
    covered = {name: value for name, value in given_headers.items() if name == "Alert-Id"}
    kept = ("Upload-Offset", "Upload-Length", "Attachment-Type", "Member-Assertion", "If-Match")
    headers = {name: value for name, value in given_headers.items() if name in kept and value.isascii()}
    return Call(str(made.method), str(made.url).removeprefix("http://nowhere" + PREFIX), body or None, headers, covered)


def run(runs: int, seed: int) -> Findings:
    """Make about `runs` calls, spread evenly over the operations of the contract; every fifth says nothing of who calls."""
    findings = Findings("contract", seed)
    load_all_checks()
    schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")
    schema = schemathesis.openapi.from_path(str(CONTRACT))
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    part = 0
    while findings.runs < runs:
        # A county grows slow with what is sent to it: a new one now and then.
        each = max(2, -(-min(runs - findings.runs, PART) // len(operations)))
        _one_county(operations, each, seed + part, findings)
        part += 1
    return findings


def _one_county(operations: list[Any], each: int, seed: int, findings: Findings) -> None:
    with new_county() as county, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        caller = Caller(county, findings, random.Random(seed))
        for operation in operations:
            _explore(operation, caller, each, seed)


def _explore(operation: Any, caller: Caller, count: int, seed: int) -> None:
    @with_seed(seed)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def explore(case: Any) -> None:
        caller.send(case)

    explore()
