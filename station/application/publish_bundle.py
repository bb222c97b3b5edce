"""Publishing checklists and material as one signed bundle whose version never goes back."""

from datetime import timedelta
from typing import Any

from redflags.catalogue import combine
from station.application import auditing
from station.application.bundle_list import bundle_payload
from station.application.context import Station
from station.application.desk_access import Actor
from station.application.desk_form import DeskForm
from station.application.errors import Refused
from station.application.feed import emit
from station.application.ports import Unit
from station.application.records import Bundle

_LONGEST_DAYS = 730
_USUAL_DAYS = 180


def publish_bundle(station: Station, actor: Actor, body: dict[str, Any]) -> dict[str, Any]:
    """Check, sign and keep a bundle {checklists, shared?, materials?, expires_days?}; tells terminals of each checklist's version.

    `shared` holds the tables common to all checklists, as they stand in a file of their own; each is published whole. What is not
    given goes on as it was published before: a bundle always holds all that counts, and leaving one out takes nothing back.

    Raises Refused forbidden, invalid-request (a definition that is refused names its place).
    """
    actor.require("admin")
    checklists, materials, days = _checked(station, body)

    def job(unit: Unit) -> dict[str, Any]:
        now = station.clock.now()
        last = unit.bundles.find(order=["-version"], limit=1)
        # A station restored from an older backup goes on above what it may have published since.
        version = max(last[0].version if last else 0, int(unit.meta("bundle_floor") or "0")) + 1
        before = bundle_payload(last[0].jws) if last else {}
        expires = now + timedelta(days=days)
        payload = {
            "version": version,
            "issued_at": now.isoformat(),
            "expires_at": expires.isoformat(),
            "checklists": {**before.get("checklists", {}), **checklists},
            "materials": {**before.get("materials", {}), **materials},
        }
        unit.bundles.add(Bundle(version, station.vault.sign_bundle(payload), now, expires, actor.officer_id))
        for setting, definition in checklists.items():
            emit(unit, "checklist.version", {"setting": setting, "version": str(definition["version"])}, at=now)
        auditing.record(
            unit,
            at=now,
            actor=actor.label,
            action="bundle.publish",
            subject=f"bundle:{version}",
            detail={"settings": sorted(checklists)},
        )
        return {"version": version, "issued_at": now.isoformat(), "expires_at": expires.isoformat()}

    return station.store.write(job)


def latest_bundle(station: Station, have: int) -> str | None:
    """Return the newest bundle's JWS, None when `have` is as new; raises Refused("not-found") before the first."""
    found = station.store.read(lambda unit: unit.bundles.find(order=["-version"], limit=1))
    if not found:
        raise Refused("not-found")
    return found[0].jws if found[0].version > have else None


def bundle_of(station: Station, version: int) -> str:
    """Return one bundle's JWS; raises Refused("not-found")."""
    found = station.store.read(lambda unit: unit.bundles.get(version))
    if found is None:
        raise Refused("not-found")
    return found.jws


def _checked(station: Station, body: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any], int]:
    form = DeskForm(body)
    checklists, materials = body.get("checklists"), body.get("materials", {})
    days = body.get("expires_days", _USUAL_DAYS)
    if not isinstance(checklists, dict) or not checklists:
        form.wrong("checklists", "required", "checklists is an object by setting.", "请按业务场景给出核对表。")
        checklists = {}
    if not isinstance(materials, dict):
        form.wrong("materials", "type", "materials is an object.", "materials 应为对象。")
    if not isinstance(days, int) or isinstance(days, bool) or not 1 <= days <= _LONGEST_DAYS:
        form.wrong(
            "expires_days",
            "number",
            f"expires_days is 1 to {_LONGEST_DAYS}.",
            f"有效天数应为 1 到 {_LONGEST_DAYS} 天。",
        )
    shared = body.get("shared", {})
    if not isinstance(shared, dict):
        form.wrong("shared", "type", "shared is an object.", "shared 应为对象。")
        shared = {}
    if shared:
        checklists = {
            setting: combine(shared, definition) if isinstance(definition, dict) else definition
            for setting, definition in checklists.items()
        }
    for setting, definition in checklists.items():
        why = station.wording.definition_error(setting, definition)
        if why is not None:
            form.wrong(
                f"checklists/{setting}", "definition", f"{setting}: {why[1]}", f"核对表 {setting} 有误。{why[0]}"
            )
    form.done()
    return checklists, materials, days
