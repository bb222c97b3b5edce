"""The photos of one alert, and a photo itself."""

from __future__ import annotations

from desktop.application.errors import NotFound
from desktop.application.photo_models import AttachmentView, attachment_view
from desktop.application.photo_ports import PhotoFiles
from desktop.application.ports import ReadSide


class ListPhotos:
    """Return the photos of an alert or of the draft that will be it, oldest first."""

    def __init__(self, *, reads: ReadSide) -> None:
        self._reads = reads

    def __call__(self, alert_id: str) -> tuple[AttachmentView, ...]:
        """List them; empty when there are none."""
        return tuple(attachment_view(photo) for photo in self._reads.photos(alert_id))


class ReadPhoto:
    """Return one photo's bytes for the screen."""

    def __init__(self, *, reads: ReadSide, files: PhotoFiles) -> None:
        self._reads = reads
        self._files = files

    def __call__(self, alert_id: str, sha256: str) -> bytes:
        """Open it; NotFound once it was wiped, StorageFailed."""
        for photo in self._reads.photos(alert_id):
            if photo.sha256 == sha256 and photo.key is not None:
                return self._files.read(photo.file, photo.key)
        raise NotFound("photo")
