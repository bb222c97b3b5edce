"""What the written contract says, read once."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from tests.house import ROOT

WIRE = ROOT / "resources" / "wire"


@cache
def operations() -> dict[str, dict[str, Any]]:
    """Return every operation by its name; its members are the contract's, and `path` and `method` beside them."""
    paths = yaml.safe_load((WIRE / "openapi.yaml").read_text(encoding="utf-8"))["paths"]
    return {
        call["operationId"]: {**call, "path": path, "method": method.upper()}
        for path, calls in paths.items()
        for method, call in calls.items()
    }


def refusals(operation: str, status: int) -> frozenset[str]:
    """Return the kinds of refusal an operation may give with a status."""
    answer = operations()[operation]["responses"].get(str(status), {})
    return frozenset(str(answer.get("description", "")).split(", "))
