"""What comes out of the printer, as pictures: drawn with the functions that draw on paper, run by `tools/screens.py`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.ui.runtime.error_text import Lang
from desktop.ui.viewmodels.learn.customer_card import card_words
from desktop.ui.viewmodels.live_line.slip import slip_html
from desktop.ui.viewmodels.rewards.award import AwardWords
from desktop.ui.viewmodels.rewards.claim_slip import QR_IMAGE, ClaimSlip, claim_code, claim_html
from desktop.ui.widgets.paper.poster import paint_poster
from desktop.ui.widgets.paper.printing import document_of
from desktop.ui.widgets.paper.qr_image import qr_image
from desktop.ui.widgets.rewards.award import paint_award
from tests.ui.live_line.counter import Counter

WIDTH, HEIGHT = 744, 1052
"""A4 at 90 dots an inch."""
EDGE = 70
LETTER = "感谢您细心核对，及时联系，让一位老人保住了积蓄。"


def _sheet(paint: Callable[[QPainter, QRectF], None], edge: int = EDGE) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter, QRectF(edge, edge, WIDTH - 2 * edge, HEIGHT - 2 * edge))
    painter.end()
    return image


def _html(html: str, images: dict[str, QImage] | None = None) -> QImage:
    document = document_of(html, images)

    def paint(painter: QPainter, room: QRectF) -> None:
        document.documentLayout().setPaintDevice(painter.device())
        document.setPageSize(QSizeF(room.width(), room.height()))
        painter.translate(room.topLeft())
        document.drawContents(painter, QRectF(0, 0, room.width(), room.height()))

    return _sheet(paint)


def slip(counter: Counter, lang: Lang) -> QImage:
    """The first page of a due-diligence slip."""
    alert_id = counter.submitted(subject_name="王秀英", subject_phone="13800138000")
    counter.deliver()
    counter.clock.advance(50)
    counter.instruct(alert_id, "请拖住客人十分钟，便衣马上到。")
    return _html(slip_html(counter.services.paper.slip(alert_id), lang))


def claim(counter: Counter, lang: Lang) -> QImage:
    """A claim slip with its code."""
    counter.reward(counter.submitted(), "notified", amount=80_000)
    session = counter.context.session
    assert session is not None
    (row,) = counter.services.rewards(session).rows
    words = ClaimSlip(row, "鑫福珠宝", session.name, counter.clock.now())
    return _html(claim_html(words, lang), {QR_IMAGE: qr_image(claim_code(row))})


def poster(counter: Counter, lang: Lang) -> QImage:
    """A warning card with the code that holds its words."""
    words = card_words(counter.services.learning.lessons().cards[0], lang)
    return _sheet(lambda painter, room: paint_poster(painter, room, words), 36)


def _award(kind: Literal["letter", "banner"], text: str) -> QImage:
    title = "表扬信" if kind == "letter" else "锦旗"
    words = AwardWords(kind, title, "鑫福珠宝 林秋月：", text, "莲峰镇派出所", "2026年11月23日")
    return _sheet(lambda painter, room: paint_award(painter, room, words), 43)


def letter(_counter: Counter, _lang: Lang) -> QImage:
    """A letter of praise."""
    return _award("letter", LETTER)


def banner(_counter: Counter, _lang: Lang) -> QImage:
    """A banner of honour."""
    return _award("banner", "火眼金睛\n守护民财")


PAPERS: dict[str, Callable[[Counter, Lang], QImage]] = {
    "slip": slip, "claim": claim, "poster": poster, "letter": letter, "banner": banner,
}  # fmt: skip
OWN_LANGUAGE = ("letter", "banner")
"""The bureau wrote them: they are what they are in every language."""
