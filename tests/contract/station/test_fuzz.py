"""Spoiled bodies never make a server error, and every refusal keeps the contract."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from station.adapters.contract import WireContract
from station.application.create_merchant import create_merchant
from station.application.enrolment_code import make_enrolment_code
from station.bootstrap import initialise, open_station
from station.settings import read_settings
from tests.fakes.alerts import gold_alert, supplement
from tests.fakes.terminal import FakeTerminal, encode, in_process

CONTRACT = WireContract()
TEXT = st.text(st.characters(codec="utf-8"), max_size=40)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT | st.just("9999-12-31T23:59:59+00:00"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FakeTerminal]:
    """An enrolled terminal of a station in process."""
    folder: Path = tmp_path_factory.mktemp("fuzz")
    opened = read_settings(str(folder / "s.sqlite"), environ={})
    initialise(opened, "连城")
    running = open_station(opened)
    merchant = create_merchant(running.station, name="店", trade="gold", address="街")
    enrolled = FakeTerminal(in_process(running.app), "http://station.test")
    assert enrolled.enrol(make_enrolment_code(running.station, merchant_id=merchant.merchant_id)[0]).status == 201
    yield enrolled
    running.close()


def places(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Return the path of every member and entry."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, item in entries:
        yield (*path, name)
        yield from places(item, (*path, name))


def spoil(body: dict[str, Any], path: tuple[Any, ...], value: object) -> dict[str, Any]:
    """Return the body with one place replaced."""
    spoiled = copy.deepcopy(body)
    holder: Any = spoiled
    for name in path[:-1]:
        holder = holder[name]
    holder[path[-1]] = value
    return spoiled


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_spoiled_member_of_an_alert(terminal: FakeTerminal, data: st.DataObject) -> None:
    body = gold_alert(terminal.enrolment)
    path = data.draw(st.sampled_from(sorted(places(body), key=str)))
    spoiled = spoil(body, path, data.draw(ANYTHING))
    answer = terminal.call("PUT", f"/api/v1/alerts/{body['alert_id']}", encode(spoiled))
    assert answer.status in {201, 400, 403, 422, 429}
    assert CONTRACT.errors("receipt-answer" if answer.status == 201 else "problem", answer.json()) == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    fields=st.dictionaries(st.sampled_from(["subject", "place", "contact", "cctv", "payee", "amount_fen"]), ANYTHING)
)
def test_spoiled_facts_of_a_supplement(terminal: FakeTerminal, fields: dict[str, Any]) -> None:
    body = gold_alert(terminal.enrolment)
    assert terminal.put_alert(body).status in {201, 429}
    answer = terminal.put_supplement(supplement(body["alert_id"], 1, fields=fields))
    assert answer.status in {201, 400, 404, 422, 429}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=200))
def test_bytes_that_are_no_alert(terminal: FakeTerminal, raw: bytes) -> None:
    answer = terminal.call("PUT", "/api/v1/alerts/x", raw)
    assert answer.status in {400, 422}
    assert CONTRACT.errors("problem", answer.json()) == []
