"""What the use cases need for photos, as Protocols: cleaning, sealed files, and the rows that name them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from desktop.domain.alert.attachment import Attachment


@dataclass(frozen=True, slots=True)
class CleanPhoto:
    """A picture fit to send: small, upright, with nothing of the camera in it; `taken_at` is when the camera says."""

    data: bytes = field(repr=False)
    media_type: str
    taken_at: datetime | None = None


class PhotoCleaner(Protocol):
    """Shrinks pictures and strips them; InvalidInput says what is wrong with a file. Slow."""

    def clean(self, data: bytes) -> CleanPhoto: ...


class PhotoFiles(Protocol):
    """Sealed files: `put` returns the key once the file is on the disk; `read` raises NotFound or StorageFailed("corrupt")."""

    def put(self, name: str, data: bytes) -> bytes: ...
    def read(self, name: str, key: bytes) -> bytes: ...
    def remove(self, name: str) -> None: ...
    def names(self) -> frozenset[str]: ...


class Attachments(Protocol):
    """Photos of alerts and drafts.

    `due`: photos to send now, never before their alert has arrived; urgent alerts first, then oldest. `files` are the
    sealed files still wanted.
    """

    def add(self, photo: Attachment) -> None: ...
    def get(self, alert_id: str, sha256: str) -> Attachment | None: ...
    def replace(self, photo: Attachment) -> None: ...
    def remove(self, alert_id: str, sha256: str) -> None: ...
    def of(self, alert_id: str) -> tuple[Attachment, ...]: ...
    def due(self, now: datetime, limit: int) -> tuple[Attachment, ...]: ...
    def next_at(self) -> datetime | None: ...
    def files(self) -> frozenset[str]: ...
