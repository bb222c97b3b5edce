"""A member's own key comes into force, so that an alert and its reward belong to a person."""

from datetime import datetime
from typing import Any

from station.application import auditing
from station.application.context import Station
from station.application.errors import AlreadyThere, Refused, invalid
from station.application.members import tell_members_changed
from station.application.ports import Unit
from station.application.records import Member, RetiredKey, Terminal
from station.domain.codes import MOST_WRONG_TRIES, normal_code
from station.domain.findings import FieldError


def activate_member(station: Station, terminal: Terminal, member_id: str, body: dict[str, Any]) -> dict[str, Any]:
    """Register the member's key and return the activation answer; the same key again gets the same answer.

    Raises Refused unknown-member, wrong-activation-code, expired-code, already-activated, invalid-request.
    """
    errors = station.contract.errors("activation", body)
    if errors:
        raise invalid("invalid-request", *errors)
    jwk = {name: body["member_jwk"][name] for name in ("kty", "crv", "x")}
    thumbprint = _thumbprint(station, body["member_jwk"])
    offered = station.vault.blind(f"activation/{member_id}", normal_code(body["activation_code"]))

    def job(unit: Unit) -> dict[str, Any] | Refused:
        now = station.clock.now()
        member = unit.members.get(member_id)
        if member is None or member.merchant_id != terminal.merchant_id or member.disabled_at is not None:
            raise Refused("unknown-member")
        if member.key_thumbprint == thumbprint:
            return _answer(member)
        if member.key_thumbprint is not None and not member.activation_hash:
            raise Refused("already-activated")
        if member.activation_tries >= MOST_WRONG_TRIES or now > member.activation_expires_at:
            raise Refused("expired-code")
        if offered != member.activation_hash:
            unit.members.change(member_id, activation_tries=member.activation_tries + 1)
            last = member.activation_tries + 1 >= MOST_WRONG_TRIES
            return Refused("expired-code" if last else "wrong-activation-code")
        retire_key(unit, member, thumbprint, now)
        try:
            # The code is forgotten with its use; the desk's next code opens the way for another key.
            unit.members.change(member_id, jwk=jwk, key_thumbprint=thumbprint, activated_at=now, activation_hash="")
        except AlreadyThere:
            raise Refused("already-activated") from None
        tell_members_changed(unit, member.merchant_id, now)
        auditing.record(
            unit,
            at=now,
            actor=f"terminal:{terminal.terminal_id}",
            action="member.activate",
            subject=f"member:{member_id}",
        )
        activated = unit.members.get(member_id)
        assert activated is not None
        return _answer(activated)

    return station.store.write(job)


def retire_key(unit: Unit, member: Member, successor: str, now: datetime) -> None:
    """Keep a member's replaced key: it still proves what was written before. A key that was retired never comes back."""
    if unit.retired_keys.get(successor) is not None:
        raise Refused("already-activated")
    if member.key_thumbprint is not None and member.jwk is not None:
        owner = f"member:{member.member_id}"
        unit.retired_keys.add(RetiredKey(member.key_thumbprint, owner, member.jwk, now, successor))


def _thumbprint(station: Station, jwk: dict[str, Any]) -> str:
    try:
        return station.signatures.thumbprint(jwk)
    except ValueError:
        raise invalid(
            "invalid-request",
            FieldError(
                "/member_jwk", "key", "Send a public Ed25519 key and no private part.", "请提交Ed25519公钥，不含私钥。"
            ),
        ) from None


def _answer(member: Member) -> dict[str, Any]:
    assert member.activated_at is not None
    return {
        "member_id": member.member_id,
        "key_thumbprint": member.key_thumbprint,
        "activated_at": member.activated_at.isoformat(),
    }
