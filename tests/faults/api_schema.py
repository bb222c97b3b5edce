"""Calls made up from the API's own contract: no server error, no answer outside the contract, nothing without a right."""

from __future__ import annotations

import warnings
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

from tests.fakes.terminal import FakeTerminal, over_http
from tests.faults.station_process import found_station, start_station
from tests.faults.table import Findings
from tests.faults.world import new_world
from tests.house import ROOT

CONTRACT = ROOT / "resources" / "wire" / "openapi.yaml"
PREFIX = "/api/v1"
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
]
OPEN = {"/meta"}
"""Paths that answer without a signature or a session."""
STREAMS = {"/desk/events", "/feed"}
"""Paths whose answer may be long in coming; their parameters are fuzzed by the contract tests."""


class Caller:
    """Sends generated cases to one station, signed or not, and judges the answers."""

    def __init__(self, terminal: FakeTerminal, findings: Findings) -> None:
        self._terminal, self._findings = terminal, findings
        self.turn = 0
        self._session = requests.Session()
        self._session.trust_env = False

    def send(self, case: Any, *, signed: bool) -> None:
        """Send one case and note what is wrong with the answer."""
        if signed and self.turn % 4 < 2:
            self._make_own(case)
        self.turn += 1
        kwargs = case.as_transport_kwargs(base_url=self._terminal.base + PREFIX)
        kwargs.pop("cookies", None)
        headers = {name: value for name, value in (kwargs.pop("headers", None) or {}).items() if name == "Content-Type"}
        names = {"method", "url", "params", "data", "json", "files"}
        request = requests.Request(
            headers=headers, **{name: kwargs[name] for name in names if kwargs.get(name) is not None}
        )
        prepared = self._session.prepare_request(request)
        body = prepared.body or b""
        raw = body.encode() if isinstance(body, str) else body
        if signed:
            path = str(prepared.url).removeprefix(self._terminal.base)
            prepared.headers.update(self._terminal.signed_headers(str(prepared.method), path, raw))
        answer = self._session.send(prepared, timeout=20, allow_redirects=False)
        self._findings.runs += 1
        self._findings.facts[f"{answer.status_code // 100}xx"] += 1
        self._judge(case, answer, signed=signed)

    def _make_own(self, case: Any) -> None:
        """Put the terminal's own names and times where the contract has any name: the call then reaches further in."""
        if not isinstance(case.body, dict) or not case.path.startswith("/alerts"):
            return
        ours = {
            "alert_id": case.path_parameters["alert_id"],
            "merchant_id": self._terminal.enrolment["merchant"]["merchant_id"],
            "terminal_id": self._terminal.enrolment["terminal_id"],
            "member_id": None,
            "n": case.path_parameters.get("n"),
        }
        ours |= dict.fromkeys(("observed_at", "submitted_at", "made_at"), self._terminal.now().isoformat())
        for name in case.body.keys() & ours.keys():
            case.body[name] = ours[name]
        case.body.pop("member_signature", None)

    def _judge(self, case: Any, answer: requests.Response, *, signed: bool) -> None:
        where = f"{case.method} {case.path} {'signed' if signed else 'unsigned'} -> {answer.status_code}"
        secured = case.path not in OPEN and (case.path.startswith("/desk") or not signed)
        if secured and answer.status_code < 400:
            self._findings.note("torn", f"let in without a right: {where}")
        try:
            case.validate_response(answer, checks=CHECKS)
        except FailureGroup as group:
            for failure in group.exceptions:
                self._findings.note("errors", f"{where}: {str(failure).splitlines()[0]}")
        except Failure as failure:
            self._findings.note("errors", f"{where}: {str(failure).splitlines()[0]}")


def run(runs: int, seed: int) -> Findings:
    """Make about `runs` calls, spread evenly over the operations of the contract, every second one unsigned."""
    findings = Findings("contract", seed)
    load_all_checks()
    schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")
    with new_world() as world, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        code = found_station(world)
        station = start_station(world)
        try:
            terminal = FakeTerminal(over_http(), world.url, now=world.clock.now)
            assert terminal.enrol(code).status == 201
            caller = Caller(terminal, findings)
            schema = schemathesis.openapi.from_path(str(CONTRACT))
            operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
            wanted = [operation for operation in operations if operation.path not in STREAMS]
            each = max(2, runs // len(wanted))
            for operation in wanted:
                _explore(operation, caller, each, seed)
            if not station.alive():
                findings.note("errors", "the station died")
        finally:
            station.kill()
    return findings


def _explore(operation: Any, caller: Caller, count: int, seed: int) -> None:
    turn = [0]

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
        turn[0] += 1
        caller.send(case, signed=turn[0] % 2 == 0)

    explore()
