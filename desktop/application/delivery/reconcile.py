"""After a station came back from a backup: ask what it still has, and send again what it lost, same id and same bytes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from desktop.application.changes import NOTHING, Changes, Kind, Outcome, changed
from desktop.application.errors import ForeignStation, StationRefused, StationUnreachable
from desktop.application.ports import Begin, Clock, SentAlert, UnitOfWork
from desktop.application.station_port import Reconciled, StationApi, StationConnector, address_of
from desktop.domain.alert.attachment import Progress
from desktop.domain.delivery.comparison import Comparison, after_comparison
from desktop.domain.delivery.outbox import State, disputed, requeued

PAGE = 500
LOOK_BACK = timedelta(days=400)
"""How far back letters are compared (PROTOCOL): older ones are in every backup a station may keep."""
TRY_AGAIN_S = 5.0


@dataclass(frozen=True, slots=True)
class _Start:
    """What was known when a comparison began."""

    comparison: Comparison
    read_epoch: str


class Reconcile:
    """Runs when letters may be gone; a run that was cut short starts again and does nothing twice."""

    def __init__(self, *, begin: Begin, connect: StationConnector, clock: Clock) -> None:
        self._begin = begin
        self._connect = connect
        self._clock = clock
        self._not_before = 0.0

    def __call__(self) -> Outcome[int]:
        """Compare when there is a reason to; the value is how many letters were queued again. Never raises the station's no."""
        with self._begin() as work:
            shop, began = work.members.shop(), _Start(work.feed.comparison(), work.feed.position().epoch)
            held = work.outbox.held() is not None
        if not began.comparison.due or shop is None or shop.revoked is not None or held:
            return Outcome(0)
        if self._clock.monotonic() < self._not_before:
            return Outcome(0)
        self._not_before = self._clock.monotonic() + TRY_AGAIN_S
        return self._compare(self._connect(address_of(shop)), began)

    def _compare(self, station: StationApi, began: _Start) -> Outcome[int]:
        after, queued, epoch, changes = 0, 0, None, NOTHING
        while True:
            with self._begin() as work:
                page = work.outbox.sent_alerts(after, PAGE, self._clock.now() - LOOK_BACK)
            try:
                said = station.reconcile(began.read_epoch, page)
            except (StationRefused, StationUnreachable, ForeignStation):
                return Outcome(queued, changes)
            if epoch not in (None, said.epoch):
                # Restored again meanwhile: what the pages before were told is of a station that is no more.
                return Outcome(queued, changes)
            epoch = said.epoch
            more, touched = self._apply(page, said, began if len(page) < PAGE else None)
            queued, changes = queued + more, changes | touched
            if len(page) < PAGE:
                return Outcome(queued, changes)
            after = page[-1].order

    def _apply(self, page: tuple[SentAlert, ...], said: Reconciled, ended: _Start | None) -> tuple[int, Changes]:
        asked, queued = {sent.alert_id for sent in page}, 0
        with self._begin() as work:
            for alert_id in asked:
                if alert_id in said.missing:
                    queued += self._again(work, alert_id, 0)
                elif alert_id in said.conflicting:
                    _dispute(work, alert_id)
                elif alert_id in said.have:
                    queued += self._again(work, alert_id, said.have[alert_id] + 1)
                self._photos_again(work, alert_id)
            if ended is not None:
                _finish(work, ended, said.epoch)
            work.commit()
        return queued, changed(Kind.ALERTS, Kind.OUTBOX, Kind.CONNECTION)

    def _again(self, work: UnitOfWork, alert_id: str, first: int) -> int:
        if work.alerts.get(alert_id).wiped:
            # Wiped only after a finished backup had it: nothing is left here that could be sent.
            return 0
        now, count = self._clock.now(), 0
        for n in range(first, work.alerts.last_n(alert_id) + 1):
            entry = work.outbox.get(alert_id, n)
            if entry.state is State.DELIVERED:
                work.outbox.replace(requeued(entry, now))
                count += 1
            elif entry.state is State.REFUSED and n > 0 and work.outbox.receipt(alert_id, n) is not None:
                # The filler under its number is lost: the gap is open again.
                work.outbox.forget_receipt(alert_id, n)
                count += 1
        return count

    def _photos_again(self, work: UnitOfWork, alert_id: str) -> None:
        """Let every photo be asked for: one the station still has whole costs a question and no bytes."""
        for photo in work.attachments.of(alert_id):
            if photo.state is Progress.SENT and photo.key is not None:
                again = replace(photo, state=Progress.QUEUED, attempts=1, sent=0, next_attempt_at=self._clock.now())
                work.attachments.replace(again)


def _finish(work: UnitOfWork, began: _Start, epoch: str) -> None:
    """Note that all was compared, unless the feed has meanwhile shown that it was a station that is no more."""
    if work.feed.position().epoch in (began.read_epoch, epoch):
        work.feed.put_comparison(after_comparison(began.comparison, work.feed.comparison(), epoch))


def _dispute(work: UnitOfWork, alert_id: str) -> None:
    entry = work.outbox.get(alert_id, 0)
    if entry.state is State.DELIVERED:
        work.outbox.replace(disputed(entry, "alert-id-conflict"))
