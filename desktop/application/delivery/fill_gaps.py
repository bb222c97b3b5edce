"""Keep the line open behind a refused supplement: a filler takes its number, so that the later ones go on by themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from desktop.application.changes import NOTHING, Kind, Outcome, changed
from desktop.application.errors import ForeignStation, StationRefused, StationUnreachable
from desktop.application.ports import Begin, Clock, UnitOfWork
from desktop.application.station_port import StationApi, StationConnector, address_of
from desktop.domain.alert.filler import filler
from desktop.domain.delivery.comparison import after_receipt
from desktop.domain.delivery.outbox import NUMBER_TAKEN, OutboxEntry, State
from desktop.domain.delivery.receipt import Receipt

BATCH = 20
AGAIN = timedelta(seconds=30)
"""When a filler that did not get through is tried again; the letters behind it are still kept here."""


class FillGaps:
    """Sends what stands for refused supplements; their content stays here, refused, until a person decides about it."""

    def __init__(self, *, begin: Begin, connect: StationConnector, clock: Clock) -> None:
        self._begin = begin
        self._connect = connect
        self._clock = clock

    def __call__(self) -> Outcome[int]:
        """Fill what is open; the value is how many numbers were filled. The station's no and a dead line are not raised."""
        with self._begin() as work:
            shop = work.members.shop()
            if shop is None or shop.revoked is not None or work.outbox.held() is not None:
                return Outcome(0)
            gaps = work.outbox.gaps(self._clock.now(), BATCH)
        if not gaps:
            return Outcome(0)
        station, count = self._connect(address_of(shop)), 0
        for gap in gaps:
            try:
                count += self._fill(station, gap)
            except (StationUnreachable, ForeignStation):
                self._later(gap)
                break
        return Outcome(count, changed(Kind.ALERTS, Kind.OUTBOX) if count else NOTHING)

    def _fill(self, station: StationApi, gap: OutboxEntry) -> bool:
        with self._begin() as work:
            stands_in = filler(work.alerts.supplement(gap.alert_id, gap.n))
        try:
            receipt = station.put_supplement(gap.alert_id, gap.n, stands_in.body)
        except StationRefused as refusal:
            if refusal.slug != NUMBER_TAKEN:
                self._later(gap)
                return False
            return self._note(gap, None)
        return self._note(gap, receipt)

    def _note(self, gap: OutboxEntry, receipt: Receipt | None) -> bool:
        """Keep the filler's receipt, or that the number is taken; False when a person settled it meanwhile."""
        with self._begin() as work:
            stored = work.outbox.get(gap.alert_id, gap.n)
            if stored.state is not State.REFUSED:
                # The filler was put into the outbox in its place: its own letter gets the same receipt again.
                return False
            if receipt is None:
                work.outbox.replace(replace(stored, refused_code=NUMBER_TAKEN))
            else:
                work.outbox.add_receipt(receipt)
                # As with any letter: the station may have been restored while this one was under way.
                after = after_receipt(work.feed.comparison(), receipt.epoch, work.feed.position().epoch)
                work.feed.put_comparison(after)
            work.commit()
        return True

    def _later(self, gap: OutboxEntry) -> None:
        with self._begin() as work:
            _put_off(work, gap, self._clock.now() + AGAIN)
            work.commit()


def _put_off(work: UnitOfWork, gap: OutboxEntry, at: datetime) -> None:
    stored = work.outbox.get(gap.alert_id, gap.n)
    if stored.state is State.REFUSED:
        work.outbox.replace(replace(stored, next_attempt_at=at))
