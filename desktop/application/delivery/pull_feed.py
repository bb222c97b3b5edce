"""Read what the police published; events and the place read to are committed together."""

from __future__ import annotations

from desktop.application.changes import NOTHING, Changes, Kind, Outcome, changed
from desktop.application.delivery.feed_news import apply_news
from desktop.application.errors import ForeignStation, NotEnrolled, StationRefused, StationUnreachable
from desktop.application.ports import Begin, Clock, UnitOfWork
from desktop.application.station_port import FeedEvent, FeedPage, StationConnector, UnknownNews, address_of
from desktop.domain.case.feed import FeedPosition, KeptEvent
from desktop.domain.delivery import comparison
from desktop.domain.delivery.connectivity import Connectivity
from desktop.domain.member.shop import Shop

HELD_UNTIL_A_PERSON_ACTS = frozenset({"terminal-revoked", "foreign-station"})


class PullFeed:
    """One long poll; each event is applied once per (epoch, seq), and an older revision never wins."""

    def __init__(self, *, begin: Begin, connect: StationConnector, clock: Clock, connectivity: Connectivity) -> None:
        self._begin = begin
        self._connect = connect
        self._clock = clock
        self._connectivity = connectivity

    def __call__(self, wait_s: float) -> Outcome[int]:
        """Wait up to `wait_s` (25 at most) for news and keep it; the value is the number of new events.

        Raises NotEnrolled, StationUnreachable, StationRefused, ForeignStation (401/403 and the last also hold the outbox).
        """
        with self._begin() as work:
            shop, asked_from = work.members.shop(), work.feed.position()
        if shop is None:
            raise NotEnrolled
        online_before = self._connectivity.contact.online
        try:
            page = self._connect(address_of(shop)).feed(asked_from.cursor, int(wait_s))
        except StationUnreachable as failure:
            if failure.reason == "busy":
                self._connectivity.answered(self._clock.now())
            else:
                self._connectivity.silent()
            raise
        except ForeignStation as stranger:
            self._connectivity.silent()
            self._hold(stranger.kind)
            raise
        except StationRefused as refusal:
            self._connectivity.answered(self._clock.now())
            if refusal.slug != "epoch-changed":
                if refusal.status in (401, 403):
                    self._hold(refusal.slug)
                raise
            return Outcome(0, self._start_over(asked_from))
        self._connectivity.answered(self._clock.now())
        count, changes = self._keep(shop, asked_from, page)
        if online_before is not True:
            changes |= changed(Kind.CONNECTION)
        return Outcome(count, changes)

    def _keep(self, shop: Shop, asked_from: FeedPosition, page: FeedPage) -> tuple[int, Changes]:
        count, changes = 0, NOTHING
        with self._begin() as work:
            if work.outbox.held() is not None and work.outbox.held() not in HELD_UNTIL_A_PERSON_ACTS:
                # The station takes this terminal's signature again.
                work.outbox.release()
                changes |= changed(Kind.OUTBOX)
            if work.feed.position() == asked_from:
                position = FeedPosition(page.epoch, page.cursor)
                if asked_from.epoch not in ("", page.epoch):
                    # What that epoch said before this page is read as well.
                    position = FeedPosition(page.epoch)
                    _restart(work)
                    work.feed.put_comparison(comparison.ask(work.feed.comparison()))
                elif asked_from.epoch == "":
                    _first_page(work, page.epoch)
                for event in page.events:
                    if work.feed.add_event(_kept(page.epoch, event)):
                        changes |= apply_news(work, event)
                        count += 1
                if not page.events and position.cursor and work.rewards.forget_unstated():
                    # The whole feed of a restored station was read: what it never spoke of, it does not know.
                    changes |= changed(Kind.REWARDS, Kind.ALERTS)
                if position != asked_from:
                    work.feed.put_position(position)
            work.commit()
        return count, changes

    def _start_over(self, asked_from: FeedPosition) -> Changes:
        """A restored station: read from its beginning again, keep all we know, and remember to reconcile."""
        with self._begin() as work:
            if work.feed.position() == asked_from:
                work.feed.put_position(FeedPosition())
                work.feed.put_comparison(comparison.ask(work.feed.comparison()))
                _restart(work)
                work.commit()
        return changed(Kind.CONNECTION, Kind.OUTBOX)

    def _hold(self, reason: str) -> None:
        with self._begin() as work:
            work.outbox.hold(reason)
            work.commit()


def _kept(epoch: str, event: FeedEvent) -> KeptEvent:
    """What was understood lives on in what it changed, and goes with that; its text would outlive it here."""
    raw = event.raw if isinstance(event.news, UnknownNews) else ""
    return KeptEvent(epoch, event.seq, event.type, event.alert_id, event.at, raw)


def _first_page(work: UnitOfWork, epoch: str) -> None:
    """Learn the station's epoch; it may be another one than that of the receipts here, though nobody was told so."""
    strangers = work.outbox.has_receipts_outside(epoch)
    work.feed.put_comparison(comparison.after_page(work.feed.comparison(), epoch, strangers=strangers))


def _restart(work: UnitOfWork) -> None:
    """A restored station counts revisions again from where its backup ended: what it says now is the newest."""
    work.cases.restart()
    work.rewards.restart()
