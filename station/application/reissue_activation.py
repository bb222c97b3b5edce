"""The desk gives a member a new activation code: a lost or stolen key is replaced by one made with it."""

from typing import Any

from station.application import auditing
from station.application.context import Station
from station.application.desk_access import Actor
from station.application.errors import Refused
from station.application.ports import Unit
from station.domain.codes import ACTIVATION_LIFE, shown_code


def reissue_activation(station: Station, actor: Actor, member_id: str) -> dict[str, Any]:
    """Return a fresh code, shown this once; the present key stays in force until the code is used.

    Raises Refused forbidden, unknown-member.
    """
    actor.require("admin")
    code = station.ids.code()

    def job(unit: Unit) -> dict[str, Any]:
        now = station.clock.now()
        member = unit.members.get(member_id)
        if member is None or member.disabled_at is not None:
            raise Refused("unknown-member")
        unit.members.change(
            member_id,
            activation_hash=station.vault.blind(f"activation/{member_id}", code),
            activation_expires_at=now + ACTIVATION_LIFE,
            activation_tries=0,
        )
        auditing.record(unit, at=now, actor=actor.label, action="member.activation-code", subject=f"member:{member_id}")
        expires = (now + ACTIVATION_LIFE).isoformat()
        return {"member_id": member_id, "activation_code": shown_code(code), "expires_at": expires}

    return station.store.write(job)
