"""The contract itself: valid, complete, bounded, and in step with the program's routes."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from fastapi import FastAPI
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from station.adapters.contract import WireContract, wire_schemas
from station.api.sentences import SENTENCES
from station.api.terminal import install_terminal_api
from tests.fakes.alerts import gold_alert, silent_alarm, supplement

WIRE = Path(__file__).resolve().parents[3] / "resources" / "wire"
SPEC: dict[str, Any] = yaml.safe_load((WIRE / "openapi.yaml").read_text(encoding="utf-8"))
ENROLMENT = {"merchant": {"merchant_id": "mer_1"}, "terminal_id": "ter_1"}


def test_the_contract_is_valid_openapi() -> None:
    validate(SPEC, base_uri=(WIRE / "openapi.yaml").as_uri())


@pytest.mark.parametrize("name", sorted(wire_schemas()))
def test_every_schema_is_valid_and_relative(name: str) -> None:
    schema = wire_schemas()[name]
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"{name}.schema.json"


def members(schema: object, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Return every sub-schema that types a string or a number, with its path."""
    if isinstance(schema, list):
        for number, item in enumerate(schema):
            yield from members(item, f"{path}/{number}")
    if not isinstance(schema, dict):
        return
    kind = schema.get("type")
    words = kind if isinstance(kind, list) else [kind]
    # A property may itself be called "type": then this is a table of properties, not a schema.
    if {"string", "integer", "number"} & {word for word in words if isinstance(word, str)}:
        yield path, schema
    for name, item in schema.items():
        if name not in {"enum", "const", "required"}:
            yield from members(item, f"{path}/{name}")


@pytest.mark.parametrize("name", sorted(wire_schemas()))
def test_every_text_and_number_is_bounded_and_no_decimals_travel(name: str) -> None:
    for path, schema in members(wire_schemas()[name]):
        kind = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        assert "number" not in kind, path
        if "string" in kind:
            assert "maxLength" in schema or "enum" in schema, path
        if "integer" in kind:
            assert {"minimum", "maximum"} <= set(schema), path


def test_every_alert_member_names_its_privacy_level() -> None:
    for name, schema in wire_schemas()["alert"]["$defs"].items():
        assert schema["x-privacy"] in {"L0", "L1", "L2", "L3"}, name
        assert schema["description"], name


def test_terminal_routes_and_the_contract_are_the_same() -> None:
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    install_terminal_api(app)
    served = set()
    for router in app.routes:
        for route in getattr(getattr(router, "original_router", None), "routes", [router]):
            path = re.sub(r"\{\w+\}", "{}", route.path.removeprefix("/api/v1"))
            # The framework answers HEAD for every GET by itself; the contract names only those that stand alone.
            served |= {
                (path, method.lower()) for method in route.methods - ({"HEAD"} if "GET" in route.methods else set())
            }
    written = {
        (re.sub(r"\{\w+\}", "{}", path), method)
        for path, calls in SPEC["paths"].items()
        for method in calls
        if not path.startswith("/desk")
    }
    assert served == written


def test_every_refusal_of_the_contract_has_its_status_and_sentences() -> None:
    for path, calls in SPEC["paths"].items():
        for call in calls.values():
            for status, answer in call["responses"].items():
                if not status.startswith("4") and not status.startswith("5"):
                    continue
                for slug in answer["description"].split(", "):
                    assert SENTENCES[slug][0] == int(status), (path, slug)


def test_examples_keep_the_contract_and_spoiled_ones_do_not() -> None:
    contract = WireContract()
    assert contract.errors("alert", gold_alert(ENROLMENT)) == []
    assert contract.errors("alert", silent_alarm(ENROLMENT)) == []
    assert contract.errors("supplement", supplement("0190b3a0-0000-7000-8000-000000000000", 1)) == []
    spoiled: list[tuple[dict[str, Any], str, str]] = [
        ({"amount_fen": 0}, "/amount_fen", "minimum"),
        ({"amount_fen": True}, "/amount_fen", "type"),
        ({"amount_fen": 10**30}, "/amount_fen", "maximum"),
        ({"alert_id": "0190B3A0-0000-7000-8000-000000000000"}, "/alert_id", "pattern"),
        ({"alert_id": "0190b3a0-0000-4000-8000-000000000000"}, "/alert_id", "pattern"),
        ({"observed_at": "2026-11-17"}, "/observed_at", "format"),
        ({"observed_at": "2026-11-17T10:00:00"}, "/observed_at", "format"),
        ({"narrative": "长" * 501}, "/narrative", "maxLength"),
        ({"setting": "pawn_shop"}, "/setting", "enum"),
        ({"scam_types": ["a", "b", "c", "d"]}, "/scam_types", "maxItems"),
        ({"place": {"address": "街", "lat_e7": 900000001}}, "/place/lat_e7", "maximum"),
        ({"payments": [{"method": "cash", "amount_fen": 1, "last4": "12"}]}, "/payments/0/last4", "pattern"),
        ({"place": None}, "/place", "required"),
        ({"schema_version": "2"}, "/schema_version", "const"),
    ]
    for changes, pointer, code in spoiled:
        found = contract.errors("alert", gold_alert(ENROLMENT, **changes))
        assert [(item.pointer, item.code) for item in found] == [(pointer, code)]
        assert all(item.detail and item.detail_zh for item in found)


def test_schemas_are_written_readably() -> None:
    for file in WIRE.glob("*.schema.json"):
        text = file.read_text(encoding="utf-8")
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"
