"""The desk's lists of merchants, members and terminals, and taking a terminal out of service."""

from typing import Any

from station.application import auditing
from station.application.context import Station
from station.application.desk_access import Actor
from station.application.desk_form import DeskForm
from station.application.desk_items import when
from station.application.errors import Refused
from station.application.feed import emit
from station.application.members import member_body, merchant_body
from station.application.ports import Unit

READERS = ("duty", "approver", "admin", "auditor")


def merchants(station: Station, actor: Actor) -> dict[str, Any]:
    """Return every merchant, oldest first."""
    actor.require(*READERS)
    found = station.store.read(lambda unit: unit.merchants.find(order=["created_at", "merchant_id"]))
    return {"merchants": [merchant_body(one) for one in found]}


def members(station: Station, actor: Actor, merchant_id: str | None) -> dict[str, Any]:
    """Return the present members of one merchant, or of all."""
    actor.require(*READERS)
    only = [("merchant_id", "=", merchant_id)] if merchant_id else []

    def job(unit: Unit) -> list[dict[str, Any]]:
        found = unit.members.find(*only, disabled_at=None, order=["created_at", "member_id"])
        return [member_body(one) | {"merchant_id": one.merchant_id} for one in found]

    return {"members": station.store.read(job)}


def terminals(station: Station, actor: Actor) -> dict[str, Any]:
    """Return every enrolled computer."""
    actor.require(*READERS)
    found = station.store.read(lambda unit: unit.terminals.find(order=["enrolled_at", "terminal_id"]))
    return {
        "terminals": [
            {
                "terminal_id": one.terminal_id,
                "merchant_id": one.merchant_id,
                "name": one.name,
                "enrolled_at": when(one.enrolled_at),
                "revoked_at": when(one.revoked_at),
                "revoke_reason": one.revoke_reason,
            }
            for one in found
        ]
    }


def revoke_terminal(station: Station, actor: Actor, terminal_id: str, body: dict[str, Any]) -> dict[str, Any]:
    """Take a computer out of service from its next request on; raises Refused("not-found") or ("illegal-transition")."""
    actor.require("admin")
    form = DeskForm(body)
    reason = form.text("reason", "停用原因", most=200)
    form.done()

    def job(unit: Unit) -> dict[str, Any]:
        terminal = unit.terminals.get(terminal_id)
        if terminal is None:
            raise Refused("not-found")
        if terminal.revoked_at is not None:
            raise Refused("illegal-transition", {"state": "revoked", "allowed": []})
        now = station.clock.now()
        unit.terminals.change(terminal_id, revoked_at=now, revoke_reason=reason)
        emit(
            unit,
            "terminal.revoked",
            {"reason": reason},
            at=now,
            merchant_id=terminal.merchant_id,
            terminal_id=terminal_id,
        )
        auditing.record(unit, at=now, actor=actor.label, action="terminal.revoke", subject=f"terminal:{terminal_id}")
        return {"terminal_id": terminal_id, "revoked_at": when(now), "revoke_reason": reason}

    return station.store.write(job)
