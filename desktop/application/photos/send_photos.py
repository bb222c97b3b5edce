"""Send photos piece by piece once their alert has arrived; a cut line costs at most one piece."""

from __future__ import annotations

from dataclasses import replace

from desktop.application.changes import NOTHING, Kind, Outcome, changed
from desktop.application.errors import ForeignStation, NotFound, StationRefused, StationUnreachable, StorageFailed
from desktop.application.photo_models import PhotoReport
from desktop.application.photo_ports import PhotoFiles
from desktop.application.ports import Begin, Clock, Ids
from desktop.application.station_port import StationApi, StationConnector, address_of
from desktop.domain.alert.attachment import CHUNK_BYTES, Attachment, Progress
from desktop.domain.delivery.backoff import next_attempt
from desktop.domain.delivery.comparison import Comparison
from desktop.domain.member.shop import Shop

ROUND_S = 1.0
"""How long one round may take before urgent letters get their turn again."""
MOST_DETOURS = 3
_LATER = frozenset({"unknown-alert"})


class SendPhotos:
    """Sends what is due for about a second; what is left goes on in the next round where this one stopped."""

    def __init__(self, *, begin: Begin, connect: StationConnector, clock: Clock, ids: Ids, files: PhotoFiles) -> None:
        self._begin = begin
        self._connect = connect
        self._clock = clock
        self._ids = ids
        self._files = files

    def __call__(self) -> Outcome[PhotoReport]:
        """Send for one round. The station's failures are in the report, not raised; StorageFailed is."""
        until = self._clock.monotonic() + ROUND_S
        done, touched = PhotoReport(), False
        while self._clock.monotonic() < until:
            taken = self._take()
            if taken is None:
                break
            shop, photo, compared = taken
            after = self._send(shop, photo, until)
            self._book(photo, after, compared)
            touched = True
            done = replace(
                done,
                sent=done.sent + (after.state is Progress.SENT),
                refused=done.refused + (after.state is Progress.REFUSED),
                failed=done.failed + (after.next_attempt_at > self._clock.now()),
            )
            if after.next_attempt_at > self._clock.now():
                break
        with self._begin() as work:
            done = replace(done, next_at=work.attachments.next_at())
        return Outcome(done, changed(Kind.ALERTS) if touched else NOTHING)

    def _take(self) -> tuple[Shop, Attachment, Comparison] | None:
        with self._begin() as work:
            shop = work.members.shop()
            if shop is None or shop.revoked is not None or work.outbox.held() is not None:
                return None
            due = work.attachments.due(self._clock.now(), 1)
            return (shop, due[0], work.feed.comparison()) if due else None

    def _book(self, before: Attachment, after: Attachment, compared: Comparison) -> None:
        with self._begin() as work:
            if after.state is Progress.SENT and work.feed.comparison() != compared:
                # A station restored meanwhile was asked without this photo: it is asked once more, which costs no bytes.
                after = replace(after, state=Progress.QUEUED, attempts=1)
            stored = work.attachments.get(before.alert_id, before.sha256)
            if stored is not None and stored.state is Progress.QUEUED:
                work.attachments.replace(replace(after, key=stored.key))
                work.commit()

    def _send(self, shop: Shop, photo: Attachment, until: float) -> Attachment:
        try:
            data = self._files.read(photo.file, photo.key or b"")
        except (NotFound, StorageFailed, ValueError):
            return replace(photo, state=Progress.REFUSED, refused_code="photo-lost")
        try:
            station = self._connect(address_of(shop))
            return self._pieces(station, photo, data, until)
        except StationUnreachable as failure:
            return self._later(photo, failure.retry_after_s)
        except ForeignStation:
            return self._later(photo, None)
        except StationRefused as refusal:
            if refusal.status in (401, 403) and refusal.slug != "not-your-merchant":
                return self._later(photo, None)
            if refusal.slug in _LATER or (refusal.slug == "bad-digest" and photo.attempts < MOST_DETOURS):
                return replace(self._later(photo, None), sent=0)
            return replace(photo, state=Progress.REFUSED, refused_code=refusal.slug)

    def _pieces(self, station: StationApi, photo: Attachment, data: bytes, until: float) -> Attachment:
        offset = photo.sent
        if photo.attempts:
            # The answer to the last piece may have been lost: the station knows what it has.
            offset = station.upload_offset(photo.alert_id, photo.sha256) or 0
        detours = 0
        while offset < photo.size:
            piece = data[offset : offset + CHUNK_BYTES]
            try:
                offset = station.put_piece(photo.alert_id, photo.sha256, photo.media_type, offset, photo.size, piece)
            except StationRefused as refusal:
                detours += 1
                if refusal.slug != "wrong-offset" or refusal.expected is None or detours > MOST_DETOURS:
                    raise
                offset = min(refusal.expected, photo.size)
            if self._clock.monotonic() >= until and offset < photo.size:
                return replace(photo, sent=offset)
        return replace(photo, sent=photo.size, state=Progress.SENT)

    def _later(self, photo: Attachment, asked_s: float | None) -> Attachment:
        attempts = photo.attempts + 1
        at = next_attempt(self._clock.now(), attempts, self._ids.fraction(), asked_s)
        return replace(photo, attempts=attempts, next_attempt_at=at)
