"""The photos of one alert or draft as a page shows them: added, looked at and taken back off the UI thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage

from desktop.application.changes import Changes, Kind, changed
from desktop.application.errors import InvalidInput
from desktop.application.photo_models import AttachmentView
from desktop.domain.alert.attachment import MOST_READ_BYTES, photo_problem
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang, error_words, problem_text
from desktop.ui.runtime.language import language

_TOUCHES: Final = changed(Kind.ALERTS, Kind.OUTBOX, Kind.DRAFTS)


class PhotosViewModel(QObject):
    """Lists the photos of `alert_id`; one read is under way at most."""

    listed = Signal()
    pictured = Signal(str, QImage)  # sha256, a small picture
    failed = Signal(str)
    done = Signal()

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lang: Lang = "en" if language().code == "en" else "zh"
        self.alert_id = ""
        self.photos: tuple[AttachmentView, ...] = ()
        self.adding = 0

    def open(self, alert_id: str) -> None:
        """Show the photos of an alert, or of the draft that will be it."""
        if alert_id != self.alert_id:
            self.photos = ()
        self.alert_id = alert_id
        self.refresh()

    def on_changed(self, kinds: Changes) -> None:
        """Look again."""
        if self.alert_id and kinds & _TOUCHES:
            self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        read = partial(self._context.services.photos.of, self.alert_id)
        self._context.tasks.run(read, self._on_listed, self._on_failed, owner=self, lane="photos")

    def add_files(self, paths: Iterable[str]) -> None:
        """Add picture files; each that cannot be used says why, the others are kept."""
        for path in paths:
            self._add(partial(read_file, Path(path)))

    def add_data(self, data: bytes) -> None:
        """Add a picture from the clipboard."""
        self._add(lambda: data)

    def remove(self, sha256: str) -> None:
        """Take a draft's photo back."""
        take_back = partial(self._context.services.photos.remove, self.alert_id, sha256)
        self._context.tasks.run(take_back, self._on_removed, self._on_failed, owner=self, lane="photos")

    def picture(self, sha256: str, size: QSize) -> None:
        """Ask for a small picture; `pictured` brings it."""
        open_one = self._context.services.photos.read
        alert_id = self.alert_id

        def small() -> QImage:
            image = QImage.fromData(open_one(alert_id, sha256))
            fast = Qt.TransformationMode.SmoothTransformation
            return image.scaled(size, Qt.AspectRatioMode.KeepAspectRatioByExpanding, fast)

        # A picture that cannot be opened keeps its icon: the row says what there is to say.
        self._context.tasks.run(small, lambda image: self.pictured.emit(sha256, image), lambda _error: None, owner=self)

    def _add(self, read: Callable[[], bytes]) -> None:
        self.adding += 1
        self.listed.emit()
        alert_id, session, services = self.alert_id, self._context.session, self._context.services
        self._context.tasks.run(
            lambda: services.photos.add(alert_id, session, read()),
            self._on_added,
            self._on_add_failed,
            owner=self,
            lane="photos",
        )

    def _on_removed(self, _outcome: object) -> None:
        self.done.emit()
        self.refresh()

    def _on_added(self, _outcome: object) -> None:
        self.adding -= 1
        self.refresh()

    def _on_add_failed(self, error: Exception) -> None:
        self.adding -= 1
        self.listed.emit()
        self._on_failed(error)

    def _on_listed(self, photos: tuple[AttachmentView, ...]) -> None:
        self.photos = photos
        self.listed.emit()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, InvalidInput):
            self.failed.emit(problem_text(error.problems[0], self.lang))
        else:
            self.failed.emit(error_words(error, self.lang).sentence)


def read_file(path: Path) -> bytes:
    """Return a picture file's bytes; InvalidInput when it cannot be read or is far too large."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_READ_BYTES + 1)
    except OSError:
        raise InvalidInput((photo_problem("unreadable"),)) from None
    if len(data) > MOST_READ_BYTES:
        raise InvalidInput((photo_problem("too-large"),))
    return data
