"""The due-diligence slip of one alert or of what was closed at the counter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QPagedPaintDevice

from desktop.application.errors import NotFound, StorageFailed
from desktop.application.records.due_diligence_slip import Slip
from desktop.ui.pages.on_paper import OnPaper
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang
from desktop.ui.viewmodels.live_line.slip import photo_name, slip_html, slip_title
from desktop.ui.widgets.paper.masked_photo import blank_photo, masked_photo
from desktop.ui.widgets.paper.printing import Put, print_on


class SlipPaper(OnPaper):
    """Joins the button in the header with the use case; `alert_id` gives the alert on the screen."""

    def __init__(self, context: UiContext, lang: Lang, alert_id: Callable[[], str], parent: QObject) -> None:
        services = context.services

        def putting() -> Put:
            shown = alert_id()

            def put(device: QPagedPaintDevice) -> None:
                slip = services.paper.slip(shown)
                print_on(device, slip_html(slip, lang), _pictures(slip, services.photos.read))

            return put

        title = slip_title(lang)
        super().__init__(context, lang, title, title, putting, parent)


def _pictures(slip: Slip, read: Callable[[str, str], bytes]) -> dict[str, QImage]:
    return {photo_name(place): _picture(read, photo.alert_id, photo.sha256) for place, photo in enumerate(slip.photos)}


def _picture(read: Callable[[str, str], bytes], alert_id: str, sha256: str) -> QImage:
    try:
        return masked_photo(read(alert_id, sha256))
    except (NotFound, StorageFailed):
        # Wiped after its time, or its file is damaged: the slip still names it.
        return blank_photo()
