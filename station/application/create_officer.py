"""Give an officer an account at the duty desk."""

from collections.abc import Sequence

from station.application import auditing
from station.application.context import Station
from station.application.errors import AlreadyThere, Refused, invalid
from station.application.ports import Unit
from station.application.records import Officer
from station.domain.findings import FieldError
from station.domain.lines import line_errors

ROLES = ("duty", "approver", "finance", "admin", "auditor")
SHORTEST_PASSWORD = 10


def create_officer(
    station: Station,
    *,
    username: str,
    name: str,
    roles: Sequence[str],
    unit_name: str,
    password: str,
    totp_secret: str | None,
    actor: str = "cli",
) -> Officer:
    """Store a new officer; `totp_secret` (base32) is sealed, None leaves the second factor out.

    Raises Refused("invalid-request") naming each wrong field, Refused("username-taken").
    """
    _check(username, name, roles, unit_name, password)
    hashed = station.passwords.hash(password)

    def job(unit: Unit) -> Officer:
        now = station.clock.now()
        officer_id = station.ids.new("off")
        sealed = station.vault.seal(totp_secret.encode(), f"totp/{officer_id}") if totp_secret else None
        officer = Officer(
            officer_id, username, name.strip(), sorted(set(roles)), unit_name.strip(), hashed, now, totp_sealed=sealed
        )
        try:
            unit.officers.add(officer)
        except AlreadyThere:
            raise Refused("username-taken") from None
        auditing.record(
            unit,
            at=now,
            actor=actor,
            action="officer.create",
            subject=f"officer:{officer_id}",
            detail={"roles": officer.roles, "totp": totp_secret is not None},
        )
        return officer

    return station.store.write(job)


def _check(username: str, name: str, roles: Sequence[str], unit_name: str, password: str) -> None:
    errors = line_errors(("name", "姓名", name), ("unit", "单位", unit_name))
    if not (2 <= len(username) <= 40 and username.isascii() and username.replace("-", "").replace(".", "").isalnum()):
        errors.append(
            FieldError(
                "/username",
                "form",
                "username needs 2 to 40 letters, digits, dots or dashes.",
                "用户名应为2至40位字母、数字、点或短横。",
            )
        )
    if not 1 <= len(name.strip()) <= 60:
        errors.append(FieldError("/name", "length", "name needs 1 to 60 characters.", "姓名应为1至60个字。"))
    if not 1 <= len(unit_name.strip()) <= 60:
        errors.append(FieldError("/unit", "length", "unit needs 1 to 60 characters.", "单位应为1至60个字。"))
    if not roles or set(roles) - set(ROLES):
        errors.append(
            FieldError("/roles", "enum", f"roles are some of {', '.join(ROLES)}.", f"角色应为：{'、'.join(ROLES)}。")
        )
    if not SHORTEST_PASSWORD <= len(password) <= 200:
        errors.append(FieldError("/password", "length", "password needs at least 10 characters.", "密码至少10个字符。"))
    if errors:
        raise invalid("invalid-request", *errors)
