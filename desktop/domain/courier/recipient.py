"""Who was sent parcels lately, by marks instead of names: the form in which values are marked, and counting senders."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from desktop.domain.alert.identifiers import clean_phone
from desktop.domain.alert.numbers import plain
from desktop.domain.alert.times import CHINA
from desktop.domain.courier.waybill import clean_waybill

WINDOW: Final = timedelta(days=7)
MANY: Final = 3
"""Senders from which the question about one recipient is answered yes (DOMAIN 2.2, c-same-recipient)."""
SHORTEST_ADDRESS: Final = 6
_UNITS: Final = re.compile(r"[省市县区镇乡\W_]")


@dataclass(frozen=True, slots=True)
class Marked:
    """The values of one parcel in the form they are compared in; empty where not known."""

    waybill: str = ""
    phone: str = ""
    address: str = ""
    sender: str = ""


@dataclass(frozen=True, slots=True)
class EarlierParcel:
    """One earlier parcel to the same recipient; `sender` is a mark, empty when the sender was not noted."""

    at: datetime
    sender: str


@dataclass(frozen=True, slots=True)
class RecipientSeen:
    """Different senders to one recipient in the last seven days (this one among them), without anybody's name.

    `days` are the days of earlier parcels, the newest first; `unnoted` counts earlier parcels whose sender nobody noted.
    """

    senders: int
    parcels: int
    days: tuple[date, ...]
    unnoted: int

    @property
    def many(self) -> bool:
        """Tell whether the matching question would be answered yes for valuable or heavy parcels."""
        return self.senders >= MANY


def marked(details: Mapping[str, str], *, at_acceptance: bool = True) -> Marked:
    """Return what of a draft's details is compared: phones cleaned, addresses without spaces and units.

    Only at acceptance is the person the details speak of the sender; at delivery it is who came to collect.
    """
    address = _UNITS.sub("", plain(details.get("recipient_address", "")).casefold())
    sender = clean_phone(details.get("subject_phone", "")) or plain(details.get("subject_id_no", "")).upper()
    return Marked(
        waybill=clean_waybill(details.get("waybill_no", "")),
        phone=clean_phone(details.get("recipient_phone", "")),
        address=address if len(address) >= SHORTEST_ADDRESS else "",
        sender=sender if at_acceptance else "",
    )


def count_senders(own: str, earlier: Sequence[EarlierParcel]) -> RecipientSeen:
    """Count the senders of this parcel and the earlier ones, each once."""
    known = {parcel.sender for parcel in earlier if parcel.sender}
    days = sorted({parcel.at.astimezone(CHINA).date() for parcel in earlier}, reverse=True)
    # The present sender counts also before anybody noted who it is: someone stands at the counter.
    senders = len(known | {own}) if own else len(known) + 1
    return RecipientSeen(senders, len(earlier), tuple(days), sum(not parcel.sender for parcel in earlier))
