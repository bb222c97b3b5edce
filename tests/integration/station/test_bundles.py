"""Signed bundles: checked before they are published, newer each time, and the same bytes for everybody."""

import json
from typing import Any

from redflags import read_definition_file
from station.adapters.checklists import FOLDER
from station.adapters.contract import WireContract
from station.adapters.jose import JoseSignatures
from station.application.bundle_list import bundle_payload
from tests.fakes.desk import DeskClient, hire
from tests.fakes.terminal import in_process
from tests.integration.station.conftest import World


def admin(world: World) -> DeskClient:
    """Return a signed-in administrator."""
    hire(world.running.station, "admin", "管理员", "admin")
    desk = DeskClient(in_process(world.running.app))
    assert desk.sign_in("admin").status == 200
    return desk


def gold() -> dict[str, Any]:
    """Return the complete definition of the gold shop's checklist."""
    return dict(read_definition_file(FOLDER, "gold_shop"))


def test_a_bundle_is_signed_and_its_version_rises(world: World) -> None:
    assert world.terminal.call("GET", "/api/v1/bundles/latest").slug == "not-found"
    desk = admin(world)
    first = desk.post("/bundles", {"checklists": {"gold_shop": gold()}, "materials": {"poster": "慢一慢"}})
    assert (first.status, first.json()["version"]) == (201, 1)
    got = world.terminal.call("GET", "/api/v1/bundles/latest?have=0")
    assert WireContract().errors("bundle-answer", got.json()) == []
    key = world.running.station.vault.jwks()["keys"][0]
    payload = JoseSignatures().open_compact(got.json()["bundle"], {name: key[name] for name in ("kty", "crv", "x")})
    assert payload is not None
    bundle = json.loads(payload)
    assert WireContract().errors("bundle", bundle) == []
    assert bundle["checklists"]["gold_shop"]["setting"] == "gold_shop"
    same = world.terminal.call("GET", "/api/v1/bundles/latest?have=1")
    assert (same.status, same.content) == (304, b"")
    assert desk.post("/bundles", {"checklists": {"gold_shop": gold()}}).json()["version"] == 2
    assert world.terminal.call("GET", "/api/v1/bundles/1").content == got.content
    assert world.terminal.call("GET", "/api/v1/bundles/7").slug == "not-found"
    told = [event["data"] for event in world.terminal.feed().json()["events"] if event["type"] == "checklist.version"]
    assert [item["setting"] for item in told] == ["gold_shop", "gold_shop"]


def test_a_wrong_definition_is_refused_with_its_place(world: World) -> None:
    desk = admin(world)
    broken = gold() | {"groups": {"beh": "many"}}
    answer = desk.post("/bundles", {"checklists": {"gold_shop": broken, "bank_counter": gold()}, "expires_days": 0})
    pointers = [item["pointer"] for item in answer.json()["errors"]]
    assert pointers == ["/expires_days", "/checklists/gold_shop", "/checklists/bank_counter"]
    assert "groups" in answer.json()["errors"][1]["detail"]
    assert desk.post("/bundles", {}).slug == "invalid-request"
    assert world.terminal.call("GET", "/api/v1/bundles/latest").slug == "not-found"


def test_what_is_not_given_goes_on_as_it_was_published(world: World) -> None:
    desk = admin(world)
    bank = dict(read_definition_file(FOLDER, "bank_counter"))
    assert desk.post("/bundles", {"checklists": {"gold_shop": gold()}, "materials": {"poster": "慢一慢"}}).status == 201
    assert desk.post("/bundles", {"checklists": {"bank_counter": bank}}).json()["version"] == 2
    newest = desk.get("/bundles").json()["bundles"][0]
    assert [item["setting"] for item in newest["checklists"]] == ["bank_counter", "gold_shop"]
    assert newest["materials"] == 1
    bundle = bundle_payload(world.terminal.call("GET", "/api/v1/bundles/latest?have=1").json()["bundle"])
    assert bundle["checklists"] == {"gold_shop": gold(), "bank_counter": bank}
    newer = gold() | {"version": gold()["version"] + 1}
    desk.post("/bundles", {"checklists": {"gold_shop": newer}})
    bundle = bundle_payload(world.terminal.call("GET", "/api/v1/bundles/latest?have=2").json()["bundle"])
    assert bundle["checklists"] == {"gold_shop": newer, "bank_counter": bank}
    told = [event["data"] for event in world.terminal.feed().json()["events"] if event["type"] == "checklist.version"]
    assert [item["setting"] for item in told] == ["gold_shop", "bank_counter", "gold_shop"]
