"""Now and then: learn what the station has safe, take out personal details whose time is over, look over the receipts."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from desktop.application.changes import NOTHING, Changes, Kind, Outcome, changed
from desktop.application.errors import ForeignStation, StationRefused, StationUnreachable, StorageFailed
from desktop.application.photo_ports import PhotoFiles
from desktop.application.ports import Begin, Clock, UnitOfWork
from desktop.application.station_port import StationConnector, address_of
from desktop.domain.alert.attachment import Progress
from desktop.domain.alert.retention import (
    STEPS,
    Retention,
    Wipe,
    wipe_alert,
    wipe_closing,
    wipe_draft,
    wipe_supplement,
    wiped_before,
)

EVERY_S = 3600.0
BATCH = 50
"""Alerts or closings wiped in one commit: nobody at the counter waits for it."""
LONGEST_ROUND = 20
YOUNG = timedelta(hours=1)
"""A sealed file younger than this may belong to a photo that is just being added."""


class KeepHouse:
    """Runs when first called and then once an hour; the station's failures only mean that less is known.

    `copies` forgets copies of the profile that are older than what may lie in it.
    """

    def __init__(
        self,
        *,
        begin: Begin,
        connect: StationConnector,
        clock: Clock,
        files: PhotoFiles,
        retention: Callable[[], Retention] = Retention,
        copies: Callable[[datetime, Retention], None] = lambda _now, _kept: None,
    ) -> None:
        self._retention = retention
        self._copies = copies
        self._begin = begin
        self._connect = connect
        self._clock = clock
        self._files = files
        self._next = 0.0

    def __call__(self) -> Outcome[int]:
        """Do what is due; the value is how many records were wiped. Raises StorageFailed."""
        if self._clock.monotonic() < self._next:
            return Outcome(0)
        self._next = self._clock.monotonic() + EVERY_S
        self._ask()
        changes = self._look_over_receipts()
        wiped = self.wipe()
        self._sweep()
        return Outcome(wiped.value, changes | wiped.changes)

    def wipe(self) -> Outcome[int]:
        """Take out every detail whose time is over, whenever asked; the value is how many records were wiped. StorageFailed."""
        kept, now = self._retention(), self._clock.careful()
        wiped = begun = 0
        for step in STEPS:
            before = wiped_before(step, now, kept)
            wiped += self._wipe(step, before) + self._wipe_closings(step, before)
            begun += self._wipe_drafts(step, before)
        self._forget_unread(wiped_before("L2", now, kept))
        self._copies(now, kept)
        changes = changed(Kind.ALERTS) if wiped else NOTHING
        return Outcome(wiped + begun, changes | (changed(Kind.DRAFTS) if begun else NOTHING))

    def _ask(self) -> None:
        """Note up to where the station's finished backups reach, in its present epoch."""
        with self._begin() as work:
            shop = work.members.shop()
        if shop is None or shop.revoked is not None:
            return
        with contextlib.suppress(StationUnreachable, StationRefused, ForeignStation):
            meta = self._connect(address_of(shop)).meta()
            if meta.station_id == shop.station_id:
                with self._begin() as work:
                    work.feed.put_durable(meta.epoch, meta.durable_seq)
                    work.commit()

    def _look_over_receipts(self) -> Changes:
        """Each receipt names the one before: a gap once nothing waits means that the station or this PC lost some."""
        with self._begin() as work:
            waiting, _refused = work.outbox.undelivered()
            if waiting or work.feed.comparison().due:
                return NOTHING
            odd, before = work.outbox.count_odd_receipts(), work.outbox.odd_receipts()
            if odd == before:
                return NOTHING
            work.outbox.note_odd_receipts(odd)
            work.commit()
        return changed(Kind.CONNECTION)

    def _wipe(self, step: Wipe, before: datetime) -> int:
        count = 0
        for _ in range(LONGEST_ROUND):
            with self._begin() as work:
                position, (epoch, seq) = work.feed.position(), work.feed.durable()
                if work.feed.comparison().due or epoch != position.epoch:
                    # Numbers of another epoch say nothing about what this station has safe.
                    return count
                ids = work.alerts.wipeable(step, before, seq, BATCH)
                files = [name for alert_id in ids for name in _wipe_one(work, alert_id, step)]
                if ids:
                    work.commit()
            for name in files:
                self._files.remove(name)
            count += len(ids)
            if len(ids) < BATCH:
                break
        return count

    def _wipe_closings(self, step: Wipe, before: datetime) -> int:
        """Closings were never sent, so their time counts from when they were closed."""
        count = 0
        for _ in range(LONGEST_ROUND):
            with self._begin() as work:
                ids = work.drafts.wipeable(step, before, BATCH)
                for closing in filter(None, map(work.drafts.closing, ids)):
                    work.drafts.replace_wiped(wipe_closing(closing, step))
                if ids:
                    work.commit()
            count += len(ids)
            if len(ids) < BATCH:
                break
        return count

    def _wipe_drafts(self, step: Wipe, before: datetime) -> int:
        """Drafts nobody went on with: their time counts from when they were saved last, and they stay on the counter."""
        files: list[str] = []
        with self._begin() as work:
            lean = [wiped for draft in work.drafts.stale(before) if (wiped := wipe_draft(draft, step)) != draft]
            for draft in lean:
                work.drafts.put_wiped(draft)
            for draft in work.drafts.stale(before) if step == "L2" else ():
                for photo in work.attachments.of(draft.alert_id):
                    # After a silent alarm the photos are the alert's.
                    if photo.state is Progress.DRAFT:
                        work.attachments.remove(photo.alert_id, photo.sha256)
                        files.append(photo.file)
            if lean or files:
                work.commit()
        for name in files:
            self._files.remove(name)
        return len(lean)

    def _forget_unread(self, before: datetime) -> None:
        """What the station said and nothing here understood may be anything, as what the table of fields does not know."""
        with self._begin() as work:
            if work.feed.forget_raw(before):
                work.commit()

    def _sweep(self) -> None:
        """Delete sealed files that no photo names any more: their keys are gone already."""
        with self._begin() as work:
            wanted = work.attachments.files()
        old = self._clock.now() - YOUNG
        for name in self._files.names() - wanted:
            if _made_before(name, old):
                with contextlib.suppress(StorageFailed):
                    self._files.remove(name)


def _wipe_one(work: UnitOfWork, alert_id: str, step: Wipe) -> list[str]:
    supplements = tuple(wipe_supplement(one, step) for one in work.alerts.supplements(alert_id))
    work.alerts.replace_wiped(wipe_alert(work.alerts.get(alert_id), step), supplements)
    files = []
    if step == "L2":
        for photo in work.attachments.of(alert_id):
            if photo.state in (Progress.SENT, Progress.REFUSED) and photo.key is not None:
                work.attachments.replace(replace(photo, key=None))
                files.append(photo.file)
    return files


def _made_before(name: str, at: datetime) -> bool:
    """Whether a file's name, a UUIDv7, was made before a time; other names are left alone."""
    try:
        return int(name.replace("-", "")[:12], 16) < at.timestamp() * 1000
    except ValueError:
        return False
