"""The conformance tests: the reference station passes every clause, and a gateway that errs is found out."""

import json
import re
from pathlib import Path

import pytest
import yaml

from redflags import read_definition_file
from station.adapters.checklists import FOLDER
from station.application.create_member import create_member
from station.application.create_merchant import create_merchant
from station.application.enrolment_code import make_enrolment_code
from station.bootstrap import open_station
from station.commands.conformance.command import CHAPTERS
from station.settings import read_settings
from tests.fakes.desk import DeskClient, hire
from tests.fakes.erring_gateway import Passing, erring_gateway
from tests.fakes.served import command, command_json, prepared, served
from tests.fakes.terminal import in_process

SPEC = Path(__file__).resolve().parents[3] / "resources" / "wire" / "openapi.yaml"


def arguments(database: Path) -> list[str]:
    """Return what the command needs from a station: two codes and a member."""
    running = open_station(read_settings(str(database), environ={}))
    try:
        station = running.station
        first = station.store.read(lambda unit: unit.merchants.find()[0])
        other = create_merchant(station, name="寄递点", trade="courier", address="北街9号")
        member, activation = create_member(station, merchant_id=first.merchant_id, name="测试", role="测试")
        code, _ = make_enrolment_code(station, merchant_id=first.merchant_id)
        second, _ = make_enrolment_code(station, merchant_id=other.merchant_id)
        hire(station, "admin", "管理员", "admin")
        desk = DeskClient(in_process(running.app))
        desk.sign_in("admin")
        definition = dict(read_definition_file(FOLDER, "gold_shop"))
        assert desk.post("/bundles", {"checklists": {"gold_shop": definition}}).status == 201
    finally:
        running.close()
    given = ["--merchant-code", code, "--second-code", second, "--member-id", member.member_id]
    return [*given, "--activation-code", activation]


@pytest.mark.slow
def test_the_reference_station_conforms(tmp_path: Path) -> None:
    database = tmp_path / "s.sqlite"
    prepared(database)
    given = arguments(database)
    with served(database) as station:
        report = command_json("conformance", "--url", station.url, *given)
    odd = {item["name"]: item for item in report["clauses"] if item["result"] != "passed"}
    assert not odd
    assert report["conforms"]
    assert report["passed"] == sum(len(chapter.clauses) for chapter in CHAPTERS)


def test_a_report_for_people_and_an_exit_code(tmp_path: Path) -> None:
    database = tmp_path / "s.sqlite"
    prepared(database)
    with served(database) as station:
        said = command("conformance", "--url", f"{station.url}/api/v1/", "--merchant-code", "AAAA-2222")
    assert said.exit_code == 1
    assert "✗ 不符 FAIL  enrolments.first" in said.output
    assert "不符合接口约定" in said.output
    assert "未测 n/a" in said.output
    gone = command("conformance", "--url", "http://127.0.0.1:9", "--merchant-code", "AAAA-2222")
    assert (gone.exit_code, "cannot be reached" in gone.stderr) == (1, True)
    assert command("conformance", "--url", "http://gateway.example", "--merchant-code", "AAAA-2222").exit_code == 2


def spoil(seen: Passing) -> None:
    """Err as a gateway might: each slip breaks one clause of the contract."""
    if seen.status == 409 and b"out-of-order" in seen.body:
        seen.edit(lambda body: body.update(expected=2))
    elif seen.status == 409 and b"alert-id-conflict" in seen.body:
        seen.status, seen.body = 200, b'{"receipt":"eyJhbGciOiJub25lIn0.e30.eA"}'
        seen.headers["content-type"] = "application/json"
    elif seen.status == 413 and "/alerts/" in seen.path:
        seen.headers["content-type"] = "application/json"
    elif seen.method == "HEAD" and seen.status == 204:
        seen.headers["upload-offset"] = "7"
    elif seen.path.startswith("/api/v1/feed?") and seen.status == 200:
        seen.edit(lambda body: body["events"].reverse())
    elif seen.path.endswith("/reconcile") and seen.status == 200:
        seen.edit(lambda body: body.update(missing=[]))


@pytest.mark.slow
def test_a_gateway_that_errs_is_found_out(tmp_path: Path) -> None:
    database = tmp_path / "s.sqlite"
    prepared(database)
    given = arguments(database)
    with served(database) as station, erring_gateway(station.url, spoil) as url:
        said = command("conformance", "--url", url, *given, "--json")
    assert said.exit_code == 1
    report = json.loads(said.stdout)
    assert {item["name"] for item in report["clauses"] if item["result"] == "failed"} == {
        "supplements.order",
        "alerts.conflict",
        "alerts.bad.size",
        "attachments.resume",
        "feed.order",
        "reconcile",
    }
    assert not report["conforms"]


@pytest.mark.slow
def test_every_terminal_call_is_tried(tmp_path: Path) -> None:
    database = tmp_path / "s.sqlite"
    prepared(database)
    given = arguments(database)
    seen: set[tuple[str, str]] = set()

    def note(passing: Passing) -> None:
        seen.add((passing.method.lower(), passing.path.removeprefix("/api/v1").partition("?")[0]))

    with served(database) as station, erring_gateway(station.url, note) as url:
        assert command("conformance", "--url", url, *given).exit_code == 0
    paths = yaml.safe_load(SPEC.read_text(encoding="utf-8"))["paths"]
    for path, calls in paths.items():
        for method in calls if not path.startswith("/desk") else ():
            form = re.compile(re.sub(r"\{\w+\}", "[^/]+", path))
            assert any(tried == method and form.fullmatch(where) for tried, where in seen), (method, path)
