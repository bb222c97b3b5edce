"""What was let go or only noted: shown with its reason and answers, on paper for the shop's file, masked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest

from desktop.ui.pages.records.kept import KeptPage
from desktop.ui.pages.records.page import RecordsPage
from desktop.ui.viewmodels.live_line.slip import slip_html
from desktop.ui.widgets.paper.masked_photo import ACROSS, masked_photo
from tests.fakes.pictures import photo
from tests.ui.live_line.counter import Counter


def released(counter: Counter) -> str:
    """A checklist that ended with letting go."""
    draft_id = counter.draft("客人说给女儿王小花买", subject_phone="13800138000", **{"local.acceptance": "accepted"})
    alert_id = counter.services.load_draft(draft_id).alert_id
    counter.services.close_draft(draft_id, counter.context.session, "released", "家人在场或已联系上")
    return alert_id


def words(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText()


def test_a_released_entry_has_its_slip(counter: Counter, tmp_path: Path) -> None:
    alert_id = released(counter)
    page = KeptPage(counter.context)
    counter.show(page, alert_id=alert_id)
    text = words(page.content.text())
    for shown in ("已放行", "家人在场或已联系上", "林秋月", "¥ 260,000", "300 g", "138****8000", "正常收寄"):
        assert shown in text
    assert "王小花" not in text
    assert "警方指示" not in text
    page.slip.menu.save_chosen.emit(tmp_path / "a.pdf")
    counter.settle()
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    english = words(slip_html(counter.services.paper.slip(alert_id), "en"))
    assert "Let go" in english
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert counter.navigator.went[-1] == ("back", {})


def test_the_records_lead_there(counter: Counter) -> None:
    alert_id = released(counter)
    page = RecordsPage(counter.context)
    counter.show(page)
    row = page.view_model.model.row_at(0)
    assert row is not None
    page.list.opened.emit(row)
    assert counter.navigator.went[-1] == ("kept", {"alert_id": alert_id})


def test_what_is_not_there_is_said(counter: Counter) -> None:
    page = KeptPage(counter.context)
    counter.show(page, alert_id="0199f0c0-0000-7000-8000-000000000001")
    assert page.error.isVisible()
    assert not page.card.isVisible()


def test_photos_stand_on_the_slip_unrecognisable(counter: Counter, tmp_path: Path) -> None:
    draft_id = counter.draft()
    alert_id = counter.services.load_draft(draft_id).alert_id
    view = counter.services.photos.add(alert_id, counter.context.session, photo()).value
    counter.services.submit_alert(draft_id, counter.context.session)
    html = slip_html(counter.services.paper.slip(alert_id), "zh")
    assert view.sha256[:12] in html
    assert 'src="photo-0"' in html
    coarse = masked_photo(counter.services.photos.read(alert_id, view.sha256))
    colours = {coarse.pixelColor(x, coarse.height() // 2).rgb() for x in range(coarse.width())}
    assert len(colours) <= ACROSS
    assert not masked_photo(b"no picture").isNull()
    assert isinstance(coarse, QImage)
