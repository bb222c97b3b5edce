"""What can be written from the home page, the checklist and the review, and the call for help."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.pages.counter.page import CounterPage
from desktop.ui.pages.review.page import AlertReviewPage
from desktop.ui.widgets.photos.card import DraftPhotos
from tests.fakes.pictures import photo
from tests.ui.gallery.stand import PATIENCE_MS, Stand
from tests.ui.states.writing import Trial, Writing


def enter(edit: QLineEdit) -> None:
    """Press Enter in a line."""
    QTest.keyClick(edit, Qt.Key.Key_Return)


def discard(stand: Stand) -> Trial:
    """Throw a draft away on the home page."""
    stand.counter.draft()
    page = stand.go("counter")
    assert isinstance(page, CounterPage)

    def press() -> None:
        drop = next(one for one in page.drafts.findChildren(QAbstractButton) if "丢弃" in one.accessibleName())
        drop.click()

    return Trial(press, lambda: not stand.counter.services.open_drafts(), stand.counter.services.open_drafts)


def take_back(stand: Stand) -> Trial:
    """Take it back."""
    draft_id = stand.counter.draft()
    page = stand.go("counter")
    assert isinstance(page, CounterPage)
    stand.counter.services.discard_draft(draft_id)
    return Trial(lambda: page.model.restore(draft_id), stand.counter.services.open_drafts)


def release(stand: Stand) -> Trial:
    """Let the customer go: written down once it can no longer be taken back."""
    draft_id = stand.counter.draft()

    def press() -> None:
        page = stand.go("checklist", draft_id=draft_id)
        assert isinstance(page, ChecklistPage)
        stand.counter.qtbot.waitUntil(
            lambda: page.questions is not None and page.questions.complete, timeout=PATIENCE_MS
        )
        page.footer.release.click()
        page.release.reasons[0].click()
        stand.rest()
        stand.window.notice.dismiss()

    def listed() -> bool:
        page = stand.page
        return isinstance(page, CounterPage) and any(
            "丢弃" in one.accessibleName() for one in page.drafts.findChildren(QAbstractButton)
        )

    def ended() -> bool:
        return draft_id not in [draft.draft_id for draft in stand.counter.services.open_drafts()]

    return Trial(press, ended, listed)


def _review(stand: Stand) -> AlertReviewPage:
    page = stand.go("review", draft_id=stand.counter.draft())
    assert isinstance(page, AlertReviewPage)
    stand.counter.qtbot.waitUntil(lambda: page.complete, timeout=PATIENCE_MS)
    return page


def submit(stand: Stand) -> Trial:
    """Send the alert."""
    page = _review(stand)
    narrative, plate = page.rows["narrative"].text, page.rows["contact_phone"].line
    assert narrative is not None
    assert plate is not None
    page.view_model.edit("narrative", "一直听电话，催着要金条，不看款式")
    narrative.setPlainText("一直听电话，催着要金条，不看款式")

    def press() -> None:
        assert page.footer.send.isEnabled()
        page.footer.send.click()

    def beside() -> str:
        return " ".join(page.rows[key].problem() for key in ("narrative", "contact_phone"))

    return Trial(
        press,
        lambda: stand.page.route == "live",
        lambda: narrative.toPlainText() == "一直听电话，催着要金条，不看款式" and page.isVisible(),
        {"narrative": narrative, "contact_phone": plate.edit},
        beside,
    )


def _photos(stand: Stand) -> DraftPhotos:
    card = _review(stand).findChild(DraftPhotos)
    assert card is not None
    return card


def add_photo(stand: Stand) -> Trial:
    """Add a picture to the draft."""
    card = _photos(stand)
    picture = QImage(64, 48, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(picture)

    def press() -> None:
        assert card.paste.isEnabled()
        card.paste.click()

    return Trial(press, lambda: len(card.tiles) == 1, lambda: not card.tiles)


def remove_photo(stand: Stand) -> Trial:
    """Take it away again."""
    card = _photos(stand)
    card.view_model.add_data(photo(4))
    stand.counter.qtbot.waitUntil(lambda: len(card.tiles) == 1, timeout=PATIENCE_MS)

    def press() -> None:
        next(one for one in card.findChildren(QAbstractButton) if "去掉照片" in one.accessibleName()).click()

    return Trial(press, lambda: not card.tiles, lambda: len(card.tiles) == 1)


def alarm(stand: Stand) -> Trial:
    """Call for help without a word."""
    stand.go("counter")
    before = len(stand.counter.services.counter_overview(None).open_alerts)
    return Trial(
        lambda: stand.screen.press(Qt.Key.Key_F9),
        lambda: len(stand.counter.services.counter_overview(None).open_alerts) > before,
    )


AT_WORK = (
    Writing("discard", "discard_draft", discard),
    Writing("take back", "restore_draft", take_back),
    Writing("release", "close_draft", release),
    Writing("submit", "submit_alert", submit),
    Writing("add photo", "photos.add", add_photo),
    Writing("remove photo", "photos.remove", remove_photo),
    Writing("alarm", "silent_alarm", alarm),
)
