"""Drafts, alerts and outbox of one transaction in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desktop.application.errors import NotFound
from desktop.application.ports import AlreadyThere, SentAlert
from desktop.domain.alert.alert import Alert, Supplement
from desktop.domain.alert.attachment import Attachment, Progress
from desktop.domain.alert.draft import Closing, Draft
from desktop.domain.delivery.backoff import has_come
from desktop.domain.delivery.outbox import NUMBER_TAKEN, SETTLED, OutboxEntry, State, is_due
from desktop.domain.delivery.receipt import Receipt
from tests.fakes.memory_kept import Kept


class MemoryDrafts:
    """Drafts of one transaction."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def add(self, draft: Draft) -> None:
        self._kept.drafts[draft.draft_id] = draft

    def get(self, draft_id: str) -> Draft:
        if draft_id not in self._kept.drafts:
            raise NotFound("draft")
        return self._kept.drafts[draft_id]

    def replace(self, draft: Draft) -> None:
        self.get(draft.draft_id)
        self._kept.drafts[draft.draft_id] = draft

    def remove(self, draft_id: str) -> None:
        self._kept.drafts.pop(draft_id, None)

    def open(self) -> tuple[Draft, ...]:
        found = [draft for draft in self._kept.drafts.values() if draft.discarded_at is None]
        return tuple(sorted(found, key=lambda draft: draft.saved_at, reverse=True))

    def discarded(self) -> tuple[Draft, ...]:
        return tuple(draft for draft in self._kept.drafts.values() if draft.discarded_at is not None)

    def close(self, closing: Closing) -> None:
        self._kept.closings[closing.draft.alert_id] = closing
        self.remove(closing.draft.draft_id)

    def closing(self, alert_id: str) -> Closing | None:
        return self._kept.closings.get(alert_id)

    def wipeable(self, step: str, before: datetime, limit: int) -> tuple[str, ...]:
        done = ("L3", "L2") if step == "L3" else ("L2",)
        old = [key for key, one in self._kept.closings.items() if one.closed_at < before and one.wiped not in done]
        return tuple(old[:limit])

    def replace_wiped(self, closing: Closing) -> None:
        if closing.draft.alert_id not in self._kept.closings:
            raise NotFound("closing")
        self._kept.closings[closing.draft.alert_id] = closing

    def stale(self, before: datetime) -> tuple[Draft, ...]:
        return tuple(draft for draft in self.open() if draft.saved_at < before)

    def put_wiped(self, draft: Draft) -> None:
        self.replace(draft)

    def keep_checklist(self, setting: str, version: int, text: str) -> None:
        self._kept.checklists.setdefault((setting, version), text)

    def checklist_text(self, setting: str, version: int) -> str | None:
        return self._kept.checklists.get((setting, version))


class MemoryAlerts:
    """Alerts of one transaction."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def add(self, alert: Alert) -> None:
        if alert.alert_id in self._kept.alerts:
            raise AlreadyThere(alert.alert_id)
        self._kept.alerts[alert.alert_id] = alert

    def get(self, alert_id: str) -> Alert:
        if alert_id not in self._kept.alerts:
            raise NotFound("alert")
        return self._kept.alerts[alert_id]

    def has(self, alert_id: str) -> bool:
        return alert_id in self._kept.alerts

    def add_supplement(self, supplement: Supplement) -> None:
        if (supplement.alert_id, supplement.n) in self._kept.supplements:
            raise AlreadyThere(supplement.alert_id)
        self._kept.supplements[supplement.alert_id, supplement.n] = supplement

    def supplement(self, alert_id: str, n: int) -> Supplement:
        if (alert_id, n) not in self._kept.supplements:
            raise NotFound("supplement")
        return self._kept.supplements[alert_id, n]

    def supplements(self, alert_id: str) -> tuple[Supplement, ...]:
        found = [one for (known, _n), one in self._kept.supplements.items() if known == alert_id]
        return tuple(sorted(found, key=lambda one: one.n))

    def wipeable(self, step: str, before: datetime, durable_seq: int, limit: int) -> tuple[str, ...]:
        found = []
        for alert in sorted(self._kept.alerts.values(), key=lambda one: one.created_at):
            letters = [one for (alert_id, _n), one in self._kept.outbox.items() if alert_id == alert.alert_id]
            known = [one for (alert_id, _n), one in self._kept.receipts.items() if alert_id == alert.alert_id]
            going = any(p.alert_id == alert.alert_id and p.state == "queued" for p in self._kept.photos.values())
            done = alert.wiped in (("L3", "L2") if step == "L3" else ("L2",))
            safe = all(one.received_at < before and one.seq <= durable_seq for one in known)
            arrived = all(one.state is State.DELIVERED or self._over(one) for one in letters)
            if alert.created_at < before and safe and arrived and not (going or done):
                found.append(alert.alert_id)
        return tuple(found[:limit])

    def _over(self, letter: OutboxEntry) -> bool:
        if letter.state is not State.REFUSED or letter.refused_code != SETTLED:
            return False
        new = self._kept.outbox.get((self._kept.revised.get(letter.alert_id, ""), 0))
        return letter.n > 0 or (new is not None and new.state is State.DELIVERED)

    def replace_wiped(self, alert: Alert, later: tuple[Supplement, ...]) -> None:
        self._kept.alerts[alert.alert_id] = alert
        self._kept.supplements |= {(one.alert_id, one.n): one for one in later}

    def last_n(self, alert_id: str) -> int:
        return max((n for known, n in self._kept.supplements if known == alert_id), default=0)

    def put_in_place(self, supplement: Supplement) -> None:
        self.supplement(supplement.alert_id, supplement.n)
        self._kept.supplements[supplement.alert_id, supplement.n] = supplement

    def revised(self, alert_id: str) -> str | None:
        return self._kept.revised.get(alert_id)

    def note_revised(self, alert_id: str, by: str) -> None:
        self._kept.revised[alert_id] = by


class MemoryOutbox:
    """Outbox of one transaction."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def add(self, entry: OutboxEntry) -> None:
        self._kept.outbox[entry.alert_id, entry.n] = replace(entry, order=len(self._kept.outbox) + 1)

    def get(self, alert_id: str, n: int) -> OutboxEntry:
        if (alert_id, n) not in self._kept.outbox:
            raise NotFound("letter")
        return self._kept.outbox[alert_id, n]

    def replace(self, entry: OutboxEntry) -> None:
        order = self.get(entry.alert_id, entry.n).order
        self._kept.outbox[entry.alert_id, entry.n] = replace(entry, order=order)

    def due(self, now: datetime, limit: int, *, only_urgent: bool = False) -> tuple[OutboxEntry, ...]:
        found = [
            entry
            for entry in self._kept.outbox.values()
            if is_due(entry, now) and (entry.urgent or not only_urgent) and not self._blocked(entry)
        ]
        return tuple(sorted(found, key=lambda entry: (not entry.urgent, entry.order))[:limit])

    def gaps(self, now: datetime, limit: int) -> tuple[OutboxEntry, ...]:
        found = [
            entry
            for entry in self._kept.outbox.values()
            if entry.state is State.REFUSED and entry.n > 0 and has_come(entry.next_attempt_at, now)
        ]
        free = [entry for entry in found if not self._passed(entry) and not self._blocked(entry)]
        return tuple(sorted(free, key=lambda entry: (not entry.urgent, entry.order))[:limit])

    def next_at(self) -> datetime | None:
        queued = [entry.next_attempt_at for entry in self._kept.outbox.values() if entry.state is State.QUEUED]
        leased = [entry.lease_until for entry in self._kept.outbox.values() if entry.state is State.SENDING]
        return min([*queued, *(at for at in leased if at is not None)], default=None)

    def undelivered(self) -> tuple[int, int]:
        entries = list(self._kept.outbox.values())
        asking = [one for one in entries if one.state is State.REFUSED and one.refused_code != SETTLED]
        return sum(one.state in (State.QUEUED, State.SENDING) for one in entries), len(asking)

    def sent_alerts(self, after: int, limit: int, since: datetime) -> tuple[SentAlert, ...]:
        found = []
        for (alert_id, n), entry in self._kept.outbox.items():
            if n or entry.state is not State.DELIVERED or entry.order <= after:
                continue
            alert = self._kept.alerts[alert_id]
            later = [one for (other, m), one in self._kept.outbox.items() if other == alert_id and m > 0]
            there = [one for one in later if one.state is State.DELIVERED or self._passed(one)]
            if alert.created_at >= since:
                found.append(SentAlert(entry.order, alert_id, alert.sha256, len(there)))
        return tuple(sorted(found, key=lambda one: one.order)[:limit])

    def hold(self, reason: str) -> None:
        self._kept.held = reason

    def release(self) -> None:
        self._kept.held = None

    def held(self) -> str | None:
        return self._kept.held

    def add_receipt(self, receipt: Receipt) -> None:
        self._kept.receipts[receipt.alert_id, receipt.n] = receipt

    def receipt(self, alert_id: str, n: int) -> Receipt | None:
        return self._kept.receipts.get((alert_id, n))

    def forget_receipt(self, alert_id: str, n: int) -> None:
        self._kept.receipts.pop((alert_id, n), None)

    def has_receipts_outside(self, epoch: str) -> bool:
        return any(receipt.epoch != epoch for receipt in self._kept.receipts.values())

    def count_odd_receipts(self) -> int:
        kept = list(self._kept.receipts.values())
        digests = {one.digest for one in kept}
        links = [(one.epoch, one.prev) for one in kept]
        odd = [one for one in kept if one.prev and (one.prev not in digests or links.count((one.epoch, one.prev)) > 1)]
        return len(odd)

    def odd_receipts(self) -> int:
        return self._kept.odd

    def note_odd_receipts(self, count: int) -> None:
        self._kept.odd = count

    def _blocked(self, entry: OutboxEntry) -> bool:
        return any(
            other.alert_id == entry.alert_id
            and other.n < entry.n
            and other.state is not State.DELIVERED
            and not self._passed(other)
            for other in self._kept.outbox.values()
        )

    def _passed(self, entry: OutboxEntry) -> bool:
        taken = entry.refused_code in (NUMBER_TAKEN, SETTLED) or (entry.alert_id, entry.n) in self._kept.receipts
        return entry.state is State.REFUSED and entry.n > 0 and taken


class MemoryAttachments:
    """Photos of one transaction."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def add(self, photo: Attachment) -> None:
        self._kept.photos[photo.alert_id, photo.sha256] = photo

    def get(self, alert_id: str, sha256: str) -> Attachment | None:
        return self._kept.photos.get((alert_id, sha256))

    def replace(self, photo: Attachment) -> None:
        if (photo.alert_id, photo.sha256) not in self._kept.photos:
            raise NotFound("photo")
        self.add(photo)

    def remove(self, alert_id: str, sha256: str) -> None:
        self._kept.photos.pop((alert_id, sha256), None)

    def of(self, alert_id: str) -> tuple[Attachment, ...]:
        found = [photo for photo in self._kept.photos.values() if photo.alert_id == alert_id]
        return tuple(sorted(found, key=lambda photo: (photo.added_at, photo.sha256)))

    def due(self, now: datetime, limit: int) -> tuple[Attachment, ...]:
        found = [photo for photo in self._waiting() if has_come(photo.next_attempt_at, now)]
        found.sort(key=lambda one: (not self._kept.alerts[one.alert_id].urgent, one.added_at, one.sha256))
        return tuple(found[:limit])

    def next_at(self) -> datetime | None:
        return min((photo.next_attempt_at for photo in self._waiting()), default=None)

    def files(self) -> frozenset[str]:
        return frozenset(photo.file for photo in self._kept.photos.values() if photo.key is not None)

    def _waiting(self) -> list[Attachment]:
        arrived = {
            alert_id for (alert_id, n), one in self._kept.outbox.items() if n == 0 and one.state is State.DELIVERED
        }
        return [
            photo
            for photo in self._kept.photos.values()
            if photo.state is Progress.QUEUED and photo.alert_id in arrived
        ]
