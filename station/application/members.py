"""How a merchant and its members look on the wire, and telling terminals that they changed."""

from datetime import datetime
from typing import Any

from station.application.feed import emit
from station.application.ports import Unit
from station.application.records import Member, Merchant


def member_body(member: Member) -> dict[str, Any]:
    """Return a member as in the enrolment answer."""
    return {
        "member_id": member.member_id,
        "name": member.name,
        "role": member.role,
        "active": member.key_thumbprint is not None,
        "key_thumbprint": member.key_thumbprint,
    }


def merchant_body(merchant: Merchant) -> dict[str, Any]:
    """Return a merchant as in the enrolment answer."""
    return {
        "merchant_id": merchant.merchant_id,
        "name": merchant.name,
        "trade": merchant.trade,
        "address": merchant.address,
        "phone": merchant.phone,
    }


def members_of(unit: Unit, merchant_id: str) -> list[dict[str, Any]]:
    """Return the merchant's present members, oldest first."""
    found = unit.members.find(merchant_id=merchant_id, disabled_at=None, order=["created_at", "member_id"])
    return [member_body(member) for member in found]


def tell_members_changed(unit: Unit, merchant_id: str, at: datetime) -> None:
    """Send the merchant's terminals the new list of members."""
    emit(unit, "member.changed", {"members": members_of(unit, merchant_id)}, at=at, merchant_id=merchant_id)
