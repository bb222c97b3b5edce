"""Send what is due: urgent first, then oldest, strictly in order within one alert; only a checked receipt means delivered."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.application.changes import NOTHING, Kind, Outcome, changed
from desktop.application.errors import ForeignStation, StationRefused, StationUnreachable
from desktop.application.ports import Begin, Clock, Ids, UnitOfWork
from desktop.application.read_models import DeliveryReport
from desktop.application.station_port import StationAddress, StationApi, StationConnector, address_of
from desktop.domain.case.feed import ReadReceipt
from desktop.domain.delivery.backoff import has_come, next_attempt, wait_s
from desktop.domain.delivery.comparison import after_receipt
from desktop.domain.delivery.connectivity import Connectivity
from desktop.domain.delivery.outbox import OutboxEntry, State, delivered, put_back, refused, take
from desktop.domain.delivery.receipt import Receipt

PROBE_HELD_S = 60.0
BATCH = 16
"""Letters taken and booked in one commit; an urgent one that comes meanwhile waits for these at most."""
LONGEST_BATCH_S = 1.0
ODD_IN_A_ROW = 3
_TRY_AGAIN = frozenset({"unknown-alert", "out-of-order"})
"""Refusals that speak of the station's memory and not of the letter: after a restore it asks for earlier ones first."""


@dataclass(frozen=True, slots=True)
class _Letter:
    entry: OutboxEntry
    body: bytes
    address: StationAddress


@dataclass(slots=True)
class _Round:
    sent: int = 0
    refused: int = 0
    failed: int = 0
    over: bool = False

    @property
    def letters(self) -> int:
        """How many letters were tried."""
        return self.sent + self.refused + self.failed


Result = Receipt | StationRefused | StationUnreachable | ForeignStation


class DeliverDue:
    """One sender of this process; any number of threads and processes may call, a letter has one lease at a time."""

    def __init__(
        self, *, begin: Begin, connect: StationConnector, clock: Clock, ids: Ids, connectivity: Connectivity, owner: str
    ) -> None:
        self._begin = begin
        self._connect = connect
        self._clock = clock
        self._ids = ids
        self._connectivity = connectivity
        self._owner = owner
        self._lock = threading.Lock()
        self._failures_in_a_row = 0
        self._quiet_until = 0.0
        self._ask_again_at = 0.0

    def __call__(self, *, limit: int = 50, only_urgent: bool = False) -> Outcome[DeliveryReport]:
        """Send up to `limit` letters, then the waiting read receipts. The station's failures are in the report, not raised."""
        online_before = self._connectivity.contact.online
        done = _Round()
        letters = self._next(only_urgent, (), done, limit)
        touched = bool(letters)
        while letters:
            results = self._send_in_order(letters)
            letters = self._next(only_urgent, results, done, limit - done.letters - len(results))
        if not done.over and not only_urgent:
            self._send_read_receipts()
        kinds = changed(Kind.ALERTS, Kind.OUTBOX) if touched else NOTHING
        if self._connectivity.contact.online is not online_before:
            kinds |= changed(Kind.CONNECTION)
        return Outcome(DeliveryReport(done.sent, done.refused, done.failed, self._next_at()), kinds)

    def _next(
        self, only_urgent: bool, results: Sequence[tuple[OutboxEntry, Result | None]], done: _Round, room: int
    ) -> tuple[_Letter, ...]:
        """Book results and take the next letters in one transaction.

        A crash before this commit costs nothing but sending again: the station answers the same letter with the same receipt.
        """
        with self._begin() as work:
            for entry, result in results:
                if result is None:
                    self._untouched(work, entry)
                else:
                    self._book(work, entry, result, done)
            letters = self._take(work, only_urgent, min(room, BATCH)) if room > 0 and not done.over else ()
            if results or letters:
                work.commit()
            return letters

    def _take(self, work: UnitOfWork, only_urgent: bool, count: int) -> tuple[_Letter, ...]:
        shop = work.members.shop()
        if shop is None or shop.revoked is not None:
            return ()
        held = work.outbox.held() is not None
        now, quiet = self._clock.now(), self._pause_s(held=held) > 0
        if quiet and held:
            return ()
        # While the station refuses this terminal one letter is enough to ask.
        due = work.outbox.due(now, 1 if held else count, only_urgent=only_urgent or quiet)
        address = address_of(shop)
        return tuple(self._taken(work, entry, address, now) for entry in due)

    def _taken(self, work: UnitOfWork, due: OutboxEntry, address: StationAddress, now: datetime) -> _Letter:
        entry = take(due, self._owner, now)
        work.outbox.replace(entry)
        if entry.n == 0:
            return _Letter(entry, work.alerts.get(entry.alert_id).body, address)
        return _Letter(entry, work.alerts.supplement(entry.alert_id, entry.n).body, address)

    def _send_in_order(self, letters: Sequence[_Letter]) -> list[tuple[OutboxEntry, Result | None]]:
        """Send until something says that the rest had better wait; None for those not sent."""
        results: list[tuple[OutboxEntry, Result | None]] = []
        started, failures = self._clock.monotonic(), 0
        for place, letter in enumerate(letters):
            result = self._send(letter)
            results.append((letter.entry, result))
            failures = failures + 1 if isinstance(result, StationUnreachable) else 0
            slow = self._clock.monotonic() - started > LONGEST_BATCH_S
            if slow or failures >= ODD_IN_A_ROW or _ends_round(result):
                results += [(later.entry, None) for later in letters[place + 1 :]]
                break
        return results

    def _send(self, letter: _Letter) -> Result:
        entry = letter.entry
        try:
            station = self._connect(letter.address)
            if entry.n == 0:
                return station.put_alert(entry.alert_id, letter.body)
            return station.put_supplement(entry.alert_id, entry.n, letter.body)
        except (StationRefused, StationUnreachable, ForeignStation) as failure:
            return failure

    def _untouched(self, work: UnitOfWork, entry: OutboxEntry) -> None:
        stored = work.outbox.get(entry.alert_id, entry.n)
        if stored.state is State.SENDING and stored.lease_owner == self._owner:
            work.outbox.replace(put_back(stored, entry.next_attempt_at, count_try=False))

    def _book(self, work: UnitOfWork, entry: OutboxEntry, result: Result, done: _Round) -> None:
        now_stored = work.outbox.get(entry.alert_id, entry.n)
        mine = now_stored.state is State.SENDING and now_stored.lease_owner == self._owner
        if isinstance(result, Receipt):
            if now_stored.state in (State.QUEUED, State.SENDING):
                work.outbox.replace(delivered(now_stored))
                work.outbox.add_receipt(result)
                _look_again(work, result)
            if work.outbox.held() is not None:
                work.outbox.release()
            self._line_is_good()
            done.sent += 1
            return
        held = _hold_reason(result)
        if held is not None:
            work.outbox.hold(held)
            done.over = True
            with self._lock:
                self._ask_again_at = self._clock.monotonic() + PROBE_HELD_S
        if isinstance(result, StationRefused) and held is None and result.slug not in _TRY_AGAIN:
            if mine:
                work.outbox.replace(refused(now_stored, result.slug, *_sentences(result)))
            self._line_is_good()
            done.refused += 1
            return
        done.failed += 1
        if mine:
            # The hold makes a letter wait, not a time of its own: when it ends, by whatever way, the letter is due.
            again = self._again_at(now_stored, result) if held is None else now_stored.next_attempt_at
            work.outbox.replace(put_back(now_stored, again, count_try=held is None))
        if isinstance(result, StationUnreachable):
            self._line_failed(result, done)

    def _again_at(self, entry: OutboxEntry, result: Result) -> datetime:
        asked = result.retry_after_s if isinstance(result, StationUnreachable) else None
        return next_attempt(self._clock.now(), entry.attempts, self._ids.fraction(), asked)

    def _line_is_good(self) -> None:
        self._connectivity.answered(self._clock.now())
        with self._lock:
            self._failures_in_a_row, self._quiet_until = 0, 0.0

    def _line_failed(self, failure: StationUnreachable, done: _Round) -> None:
        """A dead line ends the round; one odd answer does not, since it may be about that one letter only."""
        if failure.reason == "busy":
            self._connectivity.answered(self._clock.now())
        else:
            self._connectivity.silent()
        with self._lock:
            self._failures_in_a_row += 1
            in_a_row = self._failures_in_a_row
        if _ends_round(failure) or in_a_row >= ODD_IN_A_ROW:
            done.over = True
            with self._lock:
                self._quiet_until = self._clock.monotonic() + wait_s(
                    in_a_row, self._ids.fraction(), failure.retry_after_s
                )

    def _pause_s(self, *, held: bool) -> float:
        """Seconds in which only urgent letters are tried, none at all while held.

        A word from the station on the feed ends the quiet of a dead line, the end of the hold the quiet of a held terminal.
        """
        with self._lock:
            until = max(self._quiet_until, self._ask_again_at) if held else self._quiet_until
        if not held and self._connectivity.contact.online is True:
            return 0.0
        return max(until - self._clock.monotonic(), 0.0)

    def _next_at(self) -> datetime | None:
        with self._begin() as work:
            at, held = work.outbox.next_at(), work.outbox.held() is not None
        if at is None:
            return None
        pause, now = self._pause_s(held=held), self._clock.now()
        at = now if has_come(at, now) else at
        return max(at, now + timedelta(seconds=pause)) if pause else at

    def _send_read_receipts(self) -> None:
        with self._begin() as work:
            shop, waiting, epoch = work.members.shop(), work.feed.read_receipts(), work.feed.position().epoch
        if shop is None or shop.revoked is not None:
            return
        for receipt in waiting:
            # A receipt for an event of another epoch names nothing the station still knows.
            if receipt.epoch == epoch and not _told(self._connect, address_of(shop), receipt):
                return
            with self._begin() as work:
                work.feed.read_receipt_sent(receipt)
                work.commit()


def _told(connect: StationConnector, address: StationAddress, receipt: ReadReceipt) -> bool:
    try:
        station: StationApi = connect(address)
        station.shown(receipt.seq, receipt.shown_at, receipt.member_id)
    except (StationUnreachable, ForeignStation):
        return False
    except StationRefused as refusal:
        return refusal.status not in (401, 403)
    return True


def _look_again(work: UnitOfWork, receipt: Receipt) -> None:
    """Note a reason to compare when the station was restored while this letter was under way."""
    known = work.feed.comparison()
    now = after_receipt(known, receipt.epoch, work.feed.position().epoch)
    if now != known:
        work.feed.put_comparison(now)


def _ends_round(result: Result) -> bool:
    """Whether the next letter would fare no better: the line is dead, the station asks for time, or it holds us."""
    if isinstance(result, StationUnreachable):
        return result.reason not in ("busy", "not-a-station") or result.retry_after_s is not None
    return _hold_reason(result) is not None


def _hold_reason(result: Result) -> str | None:
    if isinstance(result, ForeignStation):
        return result.kind
    if isinstance(result, StationRefused) and result.status in (401, 403) and result.slug != "not-your-merchant":
        return result.slug
    return None


def _sentences(refusal: StationRefused) -> tuple[str, str]:
    english = " ".join([refusal.detail, *(problem.en for problem in refusal.problems)])
    chinese = "".join([refusal.detail_zh, *(problem.zh for problem in refusal.problems)])
    return english.strip(), chinese.strip()
