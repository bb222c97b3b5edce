"""Give a terminal the events after its cursor."""

import base64
from dataclasses import dataclass
from typing import Any

from station.application.context import Station
from station.application.errors import Refused, invalid
from station.application.ports import Unit
from station.application.records import Terminal
from station.domain.findings import FieldError


@dataclass(frozen=True, slots=True)
class Reader:
    """A terminal at a place in the feed."""

    terminal_id: str
    merchant_id: str
    trade: str
    after: int


def open_feed(station: Station, terminal: Terminal, cursor: str) -> Reader:
    """Return the reader for a cursor (empty at first); raises Refused epoch-changed, invalid-request."""
    epoch, after = _parse(cursor) if cursor else (station.epoch, 0)
    if epoch != station.epoch:
        raise Refused("epoch-changed", {"epoch": station.epoch})
    merchant = station.store.read(lambda unit: unit.merchants.get(terminal.merchant_id))
    assert merchant is not None
    return Reader(terminal.terminal_id, terminal.merchant_id, merchant.trade, after)


def read_feed(station: Station, reader: Reader) -> dict[str, Any]:
    """Return one page of the feed, perhaps empty."""

    def job(unit: Unit) -> dict[str, Any]:
        found = unit.feed_for(
            reader.merchant_id, reader.terminal_id, reader.trade, reader.after, station.limits.feed_page
        )
        last = found[-1].seq if found else reader.after
        events = [
            {
                "seq": event.seq,
                "type": event.type,
                "alert_id": event.alert_id,
                "at": event.at.isoformat(),
                "data": event.data,
            }
            for event in found
        ]
        return {"epoch": station.epoch, "cursor": make_cursor(station.epoch, last), "events": events}

    return station.store.read(job)


def make_cursor(epoch: str, seq: int) -> str:
    """Return the opaque cursor after `seq`."""
    return base64.urlsafe_b64encode(f"{epoch}:{seq}".encode()).rstrip(b"=").decode()


def _parse(cursor: str) -> tuple[str, int]:
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        epoch, _colon, seq = text.rpartition(":")
        number = int(seq)
        if not epoch or not 0 <= number < 2**62:
            raise ValueError(seq)
    except ValueError:
        raise invalid(
            "invalid-request",
            FieldError("/after", "cursor", "Start again with an empty cursor.", "游标不对：请从头同步。"),
        ) from None
    return epoch, number
