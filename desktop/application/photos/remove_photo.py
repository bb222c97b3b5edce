"""A photo of a draft is taken back before anything was sent."""

from __future__ import annotations

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import NotFound
from desktop.application.photo_ports import PhotoFiles
from desktop.application.ports import Begin
from desktop.domain.alert.attachment import Progress


class RemovePhoto:
    """Forget a draft's photo and delete its file; a photo of a submitted alert stays."""

    def __init__(self, *, begin: Begin, files: PhotoFiles) -> None:
        self._begin = begin
        self._files = files

    def __call__(self, alert_id: str, sha256: str) -> Outcome[None]:
        """Remove it; NotFound when there is none, or it belongs to a submitted alert."""
        with self._begin() as work:
            photo = work.attachments.get(alert_id, sha256)
            if photo is None or photo.state is not Progress.DRAFT:
                raise NotFound("photo")
            work.attachments.remove(alert_id, sha256)
            work.commit()
        self._files.remove(photo.file)
        return Outcome(None, changed(Kind.DRAFTS))
