"""Clear away uploads that nobody will finish: their rows, their sealed pieces, and pieces that no row knows."""

from datetime import timedelta

from station.application.case_records import Attachment
from station.application.context import Station
from station.application.ports import Unit

UNFINISHED = timedelta(days=7)
"""A counter that was off for a week starts its file again; till then it goes on where it stopped."""
STRAY = timedelta(days=1)
"""Pieces younger than this may belong to a call whose row is being committed."""


def sweep_uploads(station: Station) -> int:
    """Remove what was given up; returns how many files went. Whole attachments are never touched."""
    before = station.clock.now() - UNFINISHED
    old = ("created_at", "<", before)
    given_up = station.store.read(lambda unit: unit.attachments.find(old, complete_at=None))
    removed = sum(_given_up(station, row) for row in given_up)
    for alert_id, sha256, changed_at in station.files.kept():
        if changed_at < station.clock.now() - STRAY:
            removed += _stray(station, alert_id, sha256)
    return removed


def _given_up(station: Station, row: Attachment) -> bool:
    with station.files.locked(row.alert_id, row.sha256):

        def job(unit: Unit) -> bool:
            # It may have gone on, or been completed, since it was looked up.
            same = {"received": row.received, "complete_at": None}
            return unit.attachments.remove(alert_id=row.alert_id, sha256=row.sha256, **same) == 1

        gone = station.store.write(job)
        if gone:
            station.files.remove(row.alert_id, row.sha256)
        return gone


def _stray(station: Station, alert_id: str, sha256: str) -> bool:
    with station.files.locked(alert_id, sha256):
        if station.store.read(lambda unit: unit.attachments.get(alert_id, sha256)) is not None:
            return False
        station.files.remove(alert_id, sha256)
        return True
