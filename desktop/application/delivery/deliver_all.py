"""One round of sending: the letters first, then the photos of those that have arrived."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from desktop.application.changes import Outcome
from desktop.application.photo_models import PhotoReport
from desktop.application.read_models import DeliveryReport


class Letters(Protocol):
    """Sends what is due of the outbox."""

    def __call__(self, *, limit: int = 50, only_urgent: bool = False) -> Outcome[DeliveryReport]: ...


class DeliverAll:
    """Letters never wait behind photos: these get about a second at a time, when no letter failed."""

    def __init__(
        self,
        *,
        letters: Letters,
        photos: Callable[[], Outcome[PhotoReport]],
        reconcile: Callable[[], Outcome[int]],
        keep_house: Callable[[], Outcome[int]],
        finish_rotation: Callable[[], None],
        fetch_bundle: Callable[[], Outcome[int]],
        fill_gaps: Callable[[], Outcome[int]],
    ) -> None:
        self._fill_gaps = fill_gaps
        self._keep_house = keep_house
        self._finish_rotation = finish_rotation
        self._fetch_bundle = fetch_bundle
        self._letters = letters
        self._reconcile = reconcile
        self._photos = photos

    def __call__(self, *, limit: int = 50, only_urgent: bool = False) -> Outcome[DeliveryReport]:
        """Send for one round; the report counts letters, `next_at` regards both."""
        self._finish_rotation()
        compared = self._reconcile()
        letters = self._send(limit, only_urgent=only_urgent)
        if only_urgent or letters.value.failed:
            return Outcome(letters.value, letters.changes | compared.changes)
        photos, kept, bundle = self._photos(), self._keep_house(), self._fetch_bundle()
        times = [at for at in (letters.value.next_at, photos.value.next_at) if at is not None]
        report = replace(letters.value, next_at=min(times, default=None))
        return Outcome(report, letters.changes | photos.changes | compared.changes | kept.changes | bundle.changes)

    def _send(self, limit: int, *, only_urgent: bool) -> Outcome[DeliveryReport]:
        """Send letters; what waits behind a supplement refused just now goes in the same round."""
        before = self._fill_gaps()
        first = self._letters(limit=limit, only_urgent=only_urgent)
        changes = before.changes | first.changes
        if not first.value.refused or first.value.failed:
            return Outcome(first.value, changes)
        filled = self._fill_gaps()
        if not filled.value:
            return Outcome(first.value, changes | filled.changes)
        then = self._letters(limit=limit, only_urgent=only_urgent)
        done, more = first.value, then.value
        report = DeliveryReport(
            done.sent + more.sent, done.refused + more.refused, done.failed + more.failed, more.next_at
        )
        return Outcome(report, changes | filled.changes | then.changes)
