"""Receipts: signed, chained for each terminal, made inside the write that stores what they confirm."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from station.application.context import Station
from station.application.ports import Unit
from station.application.records import Terminal
from station.domain.canonical import sha256_hex


@dataclass(frozen=True, slots=True)
class Stored:
    """What is answered: the receipt, and whether this very request stored it."""

    receipt: str
    created: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """A checked body on its way into a write: its digest, its sealed bytes, and whether its member signed it."""

    body: Mapping[str, Any]
    sha256: str
    sealed: bytes
    signed: bool


def make_receipt(
    station: Station,
    unit: Unit,
    terminal: Terminal,
    *,
    alert_id: str,
    n: int | None,
    sha256: str,
    member_id: str | None,
    seq: int,
    received_at: datetime,
    present: Terminal | None = None,
) -> str:
    """Return the compact JWS and make it the end of the terminal's chain; `present` is the terminal read in this write."""
    # Read again inside the write: another alert of this terminal may have extended the chain meanwhile.
    present = present or unit.terminals.get(terminal.terminal_id)
    payload: dict[str, Any] = {
        "alert_id": alert_id,
        "sha256": sha256,
        "terminal_id": terminal.terminal_id,
        "member_id": member_id,
        "station": station.station_id,
        "epoch": station.epoch,
        "seq": seq,
        "received_at": received_at.isoformat(),
        "prev": present.last_receipt_sha256 if present else None,
    }
    if n is not None:
        payload["n"] = n
    receipt = station.vault.sign_receipt(payload)
    unit.terminals.change(terminal.terminal_id, last_receipt_sha256=sha256_hex(receipt.encode()))
    return receipt
