"""What the use cases need for attachments: sealed files beside the database, and pictures drawn anew."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol


class AttachmentFiles(Protocol):
    """One append-only file of sealed records for each attachment of an alert."""

    def locked(self, alert_id: str, sha256: str) -> AbstractContextManager[None]:
        """Keep every other writer of this file waiting."""

    def append(self, alert_id: str, sha256: str, at: int, sealed: bytes) -> int:
        """Cut the file to `at` bytes, append a record and force it to the disk; returns the file's new length."""

    def records(self, alert_id: str, sha256: str, length: int) -> Iterator[bytes]:
        """Return the sealed records of the first `length` bytes; raises ValueError when the file is damaged."""

    def remove(self, alert_id: str, sha256: str) -> None:
        """Throw the file away; nothing happens when it is not there."""

    def kept(self) -> Iterator[tuple[str, str, datetime]]:
        """Return (alert_id, sha256, moment of its last change) of every file."""


class Pictures(Protocol):
    """Foreign pictures made harmless."""

    def redraw(self, content: bytes, media_type: str) -> bytes | None:
        """Return the picture decoded and encoded anew, without metadata; None when it is no such picture."""
