"""Add a person to a merchant, with the code that activates their own key."""

from station.application import auditing
from station.application.context import Station
from station.application.errors import Refused, invalid
from station.application.members import tell_members_changed
from station.application.ports import Unit
from station.application.records import Member
from station.domain.codes import ACTIVATION_LIFE, shown_code
from station.domain.findings import FieldError
from station.domain.lines import line_errors


def create_member(
    station: Station, *, merchant_id: str, name: str, role: str, actor: str = "cli"
) -> tuple[Member, str]:
    """Store a new member; returns it and its activation code as people read it. The code is kept only as a keyed hash.

    Raises Refused("unknown-merchant") or Refused("invalid-request").
    """
    errors = line_errors(("name", "姓名", name), ("role", "岗位", role))
    if not 1 <= len(name.strip()) <= 60:
        errors.append(FieldError("/name", "length", "name needs 1 to 60 characters.", "姓名应为1至60个字。"))
    if not 1 <= len(role.strip()) <= 40:
        errors.append(FieldError("/role", "length", "role needs 1 to 40 characters.", "岗位应为1至40个字。"))
    if errors:
        raise invalid("invalid-request", *errors)
    code = station.ids.code()

    def job(unit: Unit) -> Member:
        now = station.clock.now()
        if unit.merchants.get(merchant_id) is None:
            raise Refused("unknown-merchant")
        member_id = station.ids.new("mem")
        member = Member(
            member_id=member_id,
            merchant_id=merchant_id,
            name=name.strip(),
            role=role.strip(),
            created_at=now,
            activation_hash=station.vault.blind(f"activation/{member_id}", code),
            activation_expires_at=now + ACTIVATION_LIFE,
        )
        unit.members.add(member)
        tell_members_changed(unit, merchant_id, now)
        auditing.record(unit, at=now, actor=actor, action="member.create", subject=f"member:{member_id}")
        return member

    return station.store.write(job), shown_code(code)
