"""Whose body this is: merchant, terminal and member named in it must fit the sender."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from station.application.context import Station
from station.application.errors import Refused, invalid
from station.application.ports import Unit
from station.application.records import Member, Terminal
from station.domain.canonical import signed_part
from station.domain.findings import FieldError


def check_merchant(station: Station, terminal: Terminal, body: Mapping[str, Any]) -> None:
    """Raise Refused("not-your-merchant") unless merchant and terminal named in the body are the sender's.

    A computer that was enrolled anew may still send what its predecessor wrote: any terminal of the merchant fits.
    """
    if body["merchant_id"] != terminal.merchant_id:
        raise Refused("not-your-merchant")
    named = body["terminal_id"]
    if named == terminal.terminal_id:
        return
    other = station.store.read(lambda unit: unit.terminals.get(named))
    if other is None or other.merchant_id != terminal.merchant_id:
        raise Refused("not-your-merchant")


def check_member(station: Station, terminal: Terminal, body: Mapping[str, Any], slug: str) -> bool:
    """Return whether the body carries the named member's valid signature.

    A body without a signature is accepted (safety first); a wrong signature or a stranger's name is refused with `slug`.
    """
    member_id = body.get("member_id")
    signature = body.get("member_signature")
    if member_id is None:
        if signature is not None:
            raise _bad_signature(slug)
        return False

    def look(unit: Unit) -> Member | None:
        return unit.members.get(member_id)

    member = station.store.read(look)
    if member is None or member.merchant_id != terminal.merchant_id:
        raise invalid(
            slug,
            FieldError("/member_id", "unknown-member", "This member is not of your merchant.", "本单位没有这位成员。"),
        )
    station.known.members.put(member_id, member)
    if signature is None:
        return False
    part = signed_part(body)
    if member.jwk is not None and station.signatures.verify_detached(signature, member.jwk, part):
        return True
    if not _signed_before(station, member, body, signature, part):
        raise _bad_signature(slug)
    return True


def _signed_before(station: Station, member: Member, body: Mapping[str, Any], signature: str, part: bytes) -> bool:
    """True for a letter written while a key that is retired now was in force: it may have waited in an outbox."""
    written = datetime.fromisoformat(body.get("submitted_at") or body["made_at"])
    owner = f"member:{member.member_id}"
    retired = station.store.read(lambda unit: unit.retired_keys.find(("retired_at", ">=", written), owner=owner))
    return any(station.signatures.verify_detached(signature, key.jwk, part) for key in retired)


def _bad_signature(slug: str) -> Refused:
    return invalid(
        slug,
        FieldError(
            "/member_signature",
            "bad-member-signature",
            "The member's signature does not fit this body: sign in as the member and sign again.",
            "成员签名与内容不符：请本人重新登录后再提交。",
        ),
    )
