"""Marks by which repeated phones, ids, waybills, plates and accounts are found without keeping them readable."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from station.application.case_records import BlindMark
from station.application.context import Station
from station.application.ports import Unit
from station.domain.formats import normal_phone, normal_waybill


def mark(station: Station, unit: Unit, alert_id: str, body: Mapping[str, Any]) -> None:
    """Store the marks of an alert's (or a supplement's) facts; repeats within the alert are stored once."""
    for kind, value in sorted(set(_values(body))):
        token = station.vault.blind(kind, value)
        if unit.blind_marks.get(kind, token, alert_id) is None:
            unit.blind_marks.add(BlindMark(kind, token, alert_id))


def _values(body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for holder in ("recipient", "subject"):
        phone = body.get(holder, {}).get("phone")
        if phone:
            yield "phone", normal_phone(phone)
    number = body.get("subject", {}).get("id_no")
    if number:
        yield "id", number.strip().upper()
    if body.get("waybill_no"):
        yield "waybill", normal_waybill(body["waybill_no"])
    plate = body.get("vehicle", {}).get("plate")
    if plate:
        yield "plate", re.sub(r"[\s··•-]", "", plate).upper()
    account = re.sub(r"\s", "", body.get("payee", {}).get("account", ""))
    if re.search(r"\d{6}", account):
        yield "account", account
