"""Photos of an alert: kept sealed beside the database, announced by a supplement, sent piece by piece after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from desktop.domain.alert.problems import FieldProblem
from desktop.domain.alert.times import wire_time

MOST_PER_ALERT = 5
MOST_BYTES = 10 * 1024 * 1024
"""What the station takes of one file (published in its /meta)."""
CHUNK_BYTES = 256 * 1024
MOST_READ_BYTES = 64 * 1024 * 1024
"""A picture file larger than this is not read at all."""


class Progress(StrEnum):
    """Where one photo is; `draft` until its alert is submitted."""

    DRAFT = "draft"
    QUEUED = "queued"
    SENT = "sent"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One photo: `sha256` and `size` (bytes) of what is sent, `file` the name of its sealed copy and `key` what opens it.

    `sent` is how many bytes the station is known to have; `key` is None once the photo was wiped.
    """

    alert_id: str
    sha256: str
    size: int
    media_type: str
    file: str
    key: bytes | None = field(repr=False)
    added_at: datetime
    next_attempt_at: datetime
    taken_at: datetime | None = None
    state: Progress = Progress.DRAFT
    sent: int = 0
    attempts: int = 0
    refused_code: str | None = None


def announced(photo: Attachment) -> Mapping[str, object]:
    """Return the member `attachment` of the supplement that names this photo."""
    said: dict[str, object] = {"sha256": photo.sha256, "bytes": photo.size, "media_type": photo.media_type}
    if photo.taken_at is not None:
        said["taken_at"] = wire_time(photo.taken_at)
    return {"attachment": said}


def queued(photo: Attachment, now: datetime) -> Attachment:
    """Its alert was submitted: send it once the alert has arrived."""
    return replace(photo, state=Progress.QUEUED, next_attempt_at=now)


def photo_problem(code: str) -> FieldProblem:
    """Return what is wrong with a file offered as a photo, and what to do."""
    zh, en = _PROBLEMS[code]
    return FieldProblem("photo", code, zh, en)


_PROBLEMS: Mapping[str, tuple[str, str]] = {
    "empty": (
        "这个文件是空的（0 字节），没有添加：请重新拍一张或选另一个文件。",
        "This file is empty (0 bytes) and was not added: take the photo again or choose another file.",
    ),
    "not-a-photo": (
        "这个文件不是能用的照片，没有添加：请选 JPG、PNG、WebP、BMP 或 TIFF 图片。",
        "This file is not a usable photo and was not added: choose a JPG, PNG, WebP, BMP or TIFF picture.",
    ),
    "damaged": (
        "这张照片不完整或已损坏，没有添加：请重新保存或重拍一张。",
        "This photo is incomplete or damaged and was not added: save it again or take another.",
    ),
    "too-many-pixels": (
        "这张照片的像素太多，没有添加：请用手机或相机重拍一张普通照片（不超过 1 亿像素）。",
        "This photo has too many pixels and was not added: take an ordinary photo (up to 100 megapixels).",
    ),
    "too-large": (
        "这个文件太大，没有添加：请选 64 MB 以内的照片。",
        "This file is too large and was not added: choose a photo of up to 64 MB.",
    ),
    "unreadable": (
        "读不到这个文件，没有添加：请确认它还在原处、能打开，再试一次。",
        "This file cannot be read and was not added: check that it is still there and opens, then try again.",
    ),
    "too-many": (
        f"一条上报最多 {MOST_PER_ALERT} 张照片，这张没有添加：请先去掉一张。",
        f"One alert takes at most {MOST_PER_ALERT} photos; this one was not added: remove one first.",
    ),
}
