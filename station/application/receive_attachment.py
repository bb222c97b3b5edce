"""Take an attachment piece by piece: what is answered is on the disk, and whole only with the digest announced."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from station.application.access import within_rate
from station.application.attachment_done import tell_complete
from station.application.case_records import Attachment
from station.application.context import Station
from station.application.errors import Refused, busy, invalid
from station.application.known import still_true
from station.application.ports import Unit
from station.application.records import Terminal
from station.domain.attachment_rules import MAGIC_BYTES, MEDIA_TYPES, looks_like
from station.domain.findings import FieldError

_GIVEN_UP = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Piece:
    """One chunk: `offset` of its first byte, `length` and type of the whole file."""

    alert_id: str
    sha256: str
    offset: int
    length: int
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a file the station has."""

    received: int
    length: int


def attachment_progress(station: Station, terminal: Terminal, alert_id: str, sha256: str) -> Progress:
    """Return how much is here; raises Refused unknown-alert, not-your-merchant, unknown-attachment."""

    def look(unit: Unit) -> Attachment | None:
        _check_owner(unit, terminal, alert_id)
        return unit.attachments.get(alert_id, sha256)

    found = station.store.read(look)
    if found is None:
        raise Refused("unknown-attachment")
    return Progress(found.received, found.bytes)


def receive_piece(station: Station, terminal: Terminal, piece: Piece) -> Progress:
    """Keep one chunk and return how much is here; a file that is whole answers its full length to any chunk.

    Raises Refused unknown-alert, not-your-merchant, wrong-offset (with `expected`), too-large, too-many-attachments,
    unsupported-type, bad-digest (the file starts again at 0), rate-limited, busy, invalid-request; and Changed, before anything is
    written, when a remembered terminal is no longer what it was.
    """
    within_rate(station, f"attachment:{terminal.terminal_id}", station.limits.rate_per_minute)
    with station.files.locked(piece.alert_id, piece.sha256):
        known = station.store.read(lambda unit: _known(station, unit, terminal, piece))
        if known is not None and known.complete_at is not None:
            return Progress(known.bytes, known.bytes)
        received = known.received if known else 0
        if piece.offset != received:
            raise Refused("wrong-offset", {"expected": received}, {"Upload-Offset": str(received)})
        end = piece.offset + len(piece.content)
        if end > piece.length:
            raise _wrong("Upload-Offset", "past-end", "The chunk goes past Upload-Length.", "分片超出文件总长。")
        if not piece.content:
            return Progress(received, piece.length)
        sealed_end = known.sealed_bytes if known else 0
        sealed = station.vault.seal(piece.content, _context(piece, piece.offset))
        try:
            sealed_end = station.files.append(piece.alert_id, piece.sha256, sealed_end, sealed)
        except OSError:
            # A full disk passes: the sender keeps the file and goes on from the same place.
            raise busy() from None
        row = _row(station, terminal, piece, known, end, sealed_end)
        if end == piece.length:
            _check_whole(station, row, piece)
        station.store.write(lambda unit: _keep(station, unit, row, fresh=known is None))
        return Progress(end, piece.length)


def attachment_content(station: Station, row: Attachment) -> bytes:
    """Return the bytes received; raises ValueError when the file is damaged or missing."""
    return b"".join(_opened(station, row))


def _known(station: Station, unit: Unit, terminal: Terminal, piece: Piece) -> Attachment | None:
    still_true(unit, terminal, None)
    _check_owner(unit, terminal, piece.alert_id)
    if piece.media_type not in MEDIA_TYPES:
        raise Refused("unsupported-type")
    if piece.length > station.limits.attachment_bytes:
        raise Refused("too-large", {"limit": station.limits.attachment_bytes})
    known = unit.attachments.get(piece.alert_id, piece.sha256)
    if known is None:
        _check_room(station, unit, piece.alert_id)
    elif known.complete_at is None and (known.bytes, known.media_type) != (piece.length, piece.media_type):
        raise _wrong(
            "Upload-Length", "differs", "Length or type differ from the first chunk's.", "长度或类型与首个分片不一致。"
        )
    return known


def _check_owner(unit: Unit, terminal: Terminal, alert_id: str) -> None:
    alert = unit.alerts.get(alert_id)
    if alert is None:
        raise Refused("unknown-alert")
    if alert.merchant_id != terminal.merchant_id:
        raise Refused("not-your-merchant")


def _check_room(station: Station, unit: Unit, alert_id: str) -> None:
    # A file given up on the way stops counting after a day.
    lately = ("created_at", ">", station.clock.now() - _GIVEN_UP)
    taken = unit.attachments.count(("complete_at", "not null", None), alert_id=alert_id)
    taken += unit.attachments.count(lately, alert_id=alert_id, complete_at=None)
    if taken >= station.limits.attachments_per_alert:
        raise Refused("too-many-attachments", {"limit": station.limits.attachments_per_alert})


def _row(
    station: Station, terminal: Terminal, piece: Piece, known: Attachment | None, end: int, sealed_end: int
) -> Attachment:
    now = station.clock.now()
    return Attachment(
        piece.alert_id,
        piece.sha256,
        terminal.merchant_id,
        terminal.terminal_id,
        piece.media_type,
        piece.length,
        end,
        sealed_end,
        known.created_at if known else now,
        complete_at=now if end == piece.length else None,
    )


def _check_whole(station: Station, row: Attachment, piece: Piece) -> None:
    digest, start = hashlib.sha256(), b""
    # What came in one piece is still at hand; anything else is read back as it was kept.
    for part in [piece.content] if piece.offset == 0 else _opened(station, row):
        digest.update(part)
        start = (start + part)[:MAGIC_BYTES]
    right = digest.hexdigest() == piece.sha256
    if right and looks_like(start, piece.media_type):
        return
    station.store.write(lambda unit: unit.attachments.remove(alert_id=piece.alert_id, sha256=piece.sha256))
    station.files.remove(piece.alert_id, piece.sha256)
    raise Refused("unsupported-type") if right else Refused("bad-digest")


def _keep(station: Station, unit: Unit, row: Attachment, *, fresh: bool) -> None:
    if fresh:
        # Two files of one alert may race for the last place.
        _check_room(station, unit, row.alert_id)
        unit.attachments.add(row)
    else:
        unit.attachments.change(row.alert_id, row.sha256, received=row.received, sealed_bytes=row.sealed_bytes)
    if row.complete_at is not None:
        _complete(unit, row, row.complete_at)


def _complete(unit: Unit, row: Attachment, now: datetime) -> None:
    unit.attachments.change(row.alert_id, row.sha256, complete_at=now, seq=unit.next_seq())
    tell_complete(unit, row, now)


def _opened(station: Station, row: Attachment) -> Iterator[bytes]:
    offset = 0
    for sealed in station.files.records(row.alert_id, row.sha256, row.sealed_bytes):
        part = station.vault.unseal(sealed, f"{row.alert_id}/{row.sha256}/{offset}")
        offset += len(part)
        yield part


def _context(piece: Piece, offset: int) -> str:
    return f"{piece.alert_id}/{piece.sha256}/{offset}"


def _wrong(header: str, code: str, detail: str, detail_zh: str) -> Refused:
    return invalid("invalid-request", FieldError(f"/{header}", code, detail, detail_zh))
