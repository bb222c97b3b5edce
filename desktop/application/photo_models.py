"""Frozen rows about photos, handed to screens and between senders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from desktop.domain.alert.attachment import Attachment


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """One photo as screens see it; `state` is draft | queued | sent | refused, `size` and `sent` in bytes.

    `gone` once the picture was wiped from this PC after its time; what was sent stays at the station.
    """

    alert_id: str
    sha256: str
    size: int
    added_at: datetime
    state: Literal["draft", "queued", "sent", "refused"]
    sent: int = 0
    refused_code: str | None = None
    gone: bool = False


def attachment_view(photo: Attachment) -> AttachmentView:
    """Return a photo as screens see it."""
    return AttachmentView(
        photo.alert_id,
        photo.sha256,
        photo.size,
        photo.added_at,
        photo.state.value,
        photo.sent,
        photo.refused_code,
        gone=photo.key is None,
    )


@dataclass(frozen=True, slots=True)
class PhotoReport:
    """What one round did; `next_at` is when the next photo can be tried, None when none can."""

    sent: int = 0
    refused: int = 0
    failed: int = 0
    next_at: datetime | None = None
