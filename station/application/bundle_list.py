"""What has been published: the bundles' versions, and what the newest holds."""

import base64
import json
from typing import Any

from station.application.context import Station
from station.application.ports import Unit
from station.application.rewards_view import officer_names

_MOST = 50


def list_bundles(station: Station) -> dict[str, Any]:
    """Return the newest bundles first; only the newest names its checklists and how many materials it holds."""

    def job(unit: Unit) -> dict[str, Any]:
        names = officer_names(unit)
        found = unit.bundles.find(order=["-version"], limit=_MOST)
        shown: list[dict[str, Any]] = [
            {
                "version": one.version,
                "issued_at": one.issued_at.isoformat(),
                "expires_at": one.expires_at.isoformat(),
                "officer": names.get(one.officer_id, ""),
            }
            for one in found
        ]
        if found:
            shown[0] |= _contents(found[0].jws)
        return {"bundles": shown}

    return station.store.read(job)


def bundle_payload(jws: str) -> dict[str, Any]:
    """Return what a stored bundle holds; our own signature is not checked again, terminals check what they are given."""
    payload = jws.split(".")[1]
    body: dict[str, Any] = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return body


def _contents(jws: str) -> dict[str, Any]:
    body = bundle_payload(jws)
    return {
        "checklists": [
            {"setting": setting, "version": str(definition["version"]), "questions": _questions(definition)}
            for setting, definition in sorted(body["checklists"].items())
        ],
        "materials": len(body.get("materials", {})),
    }


def _questions(definition: dict[str, Any]) -> int:
    return sum(len(section.get("questions", [])) for section in definition.get("sections", []))
