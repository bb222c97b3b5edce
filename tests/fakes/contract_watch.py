"""Every answer of the terminal API held against the written contract: its status, its shape, its kind of refusal."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from station.adapters.contract import WireContract
from tests.fakes.terminal import Answer, Send

_SPEC = Path(__file__).resolve().parents[2] / "resources" / "wire" / "openapi.yaml"
_PREFIX = "/api/v1"


def watched(send: Send) -> Send:
    """Return a sender that fails a test at the first answer the contract does not know."""

    def sent(method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        answer = send(method, url, headers, body)
        path = urlsplit(url).path
        if path.startswith(_PREFIX) and not path.startswith(f"{_PREFIX}/desk"):
            _check(method.lower(), path.removeprefix(_PREFIX), answer)
        return answer

    return sent


def _check(method: str, path: str, answer: Answer) -> None:
    calls, contract = _written()
    # A literal path is written beside a pattern (/bundles/latest, /bundles/{version}): the literal one is meant.
    found = [call for form, call in calls if call[0] == method and form.fullmatch(path)]
    if not found:
        assert answer.slug in {"not-found", "method-not-allowed", "bad-signature"}, (method, path, answer.status)
        return
    responses = found[0][1]
    said = responses.get(str(answer.status))
    assert said is not None, f"{method} {path} answered {answer.status}, which the contract does not name"
    if answer.status >= 400 and method != "head":
        assert contract.errors("problem", answer.json()) == []
        assert answer.slug in said["description"].split(", "), (method, path, answer.status, answer.slug)
    schema = said.get("content", {}).get("application/json", {}).get("schema", {}).get("$ref", "")
    if schema:
        assert contract.errors(schema.removesuffix(".schema.json"), answer.json()) == [], (method, path)


@cache
def _written() -> tuple[list[tuple[re.Pattern[str], tuple[str, dict[str, Any]]]], WireContract]:
    paths: dict[str, Any] = yaml.safe_load(_SPEC.read_text(encoding="utf-8"))["paths"]
    calls = [
        (re.compile(re.sub(r"\{\w+\}", "[^/]+", path)), (method, call["responses"]))
        for path, methods in sorted(paths.items(), key=lambda item: "{" in item[0])
        if not path.startswith("/desk")
        for method, call in methods.items()
    ]
    return calls, WireContract()
