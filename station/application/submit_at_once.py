"""The short road of an alert: its sender is remembered, so one write keeps it, with no look-up before and no thread between.

It only ever says yes. Whatever is not plainly right is left to the ordinary road (`submit_alert`), which says why not.
"""

from typing import Any

from station.application import lanes
from station.application.context import Station
from station.application.errors import AlreadyThere
from station.application.known import Changed, still_true
from station.application.ports import Unit
from station.application.receipts import Letter, Stored
from station.application.records import Member, Terminal
from station.application.submit_alert import keep_alert
from station.domain.alert_rules import check_alert
from station.domain.canonical import sha256_hex, signed_part
from station.domain.urgency import is_urgent


async def submit_at_once(
    station: Station, terminal: Terminal, alert_id: str, raw: bytes, body: dict[str, Any]
) -> Stored | None:
    """Keep an alert of a remembered sender and return its receipt; None when the ordinary road must be taken.

    Raises Refused rate-limited (the member's lane) and busy.
    """
    member_id = body.get("member_id")
    member = station.known.members.get(member_id) if isinstance(member_id, str) else None
    if not _plainly_right(station, terminal, member, alert_id, body):
        return None
    signed = member is not None and "member_signature" in body
    urgent = is_urgent(body)
    lanes.check_member(station, member_id, urgent=urgent)
    letter = Letter(body, sha256_hex(raw), station.vault.seal(raw, alert_id), signed)

    def job(unit: Unit) -> Stored:
        present = still_true(unit, terminal, member)
        return keep_alert(station, unit, terminal, alert_id, letter, present)

    try:
        return await station.store.write_soon(job, urgent=urgent)
    except Changed:
        station.known.forget(terminal, member)
        return None
    except AlreadyThere:
        return None


def _plainly_right(
    station: Station, terminal: Terminal, member: Member | None, alert_id: str, body: dict[str, Any]
) -> bool:
    if station.contract.errors("alert", body) or check_alert(body, station.clock.now()):
        return False
    sender = (body["alert_id"], body["merchant_id"], body["terminal_id"])
    if sender != (alert_id, terminal.merchant_id, terminal.terminal_id):
        return False
    signature = body.get("member_signature")
    if member is None:
        return body.get("member_id") is None and signature is None
    if member.merchant_id != terminal.merchant_id:
        return False
    if signature is None:
        return True
    # Over the canonical bytes, as on the ordinary road: how a letter is laid out on its way says nothing about who wrote it.
    return member.jwk is not None and station.signatures.verify_detached(signature, member.jwk, signed_part(body))
