"""Cards for customers: readable, full screen and back, in their language, and on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import segno
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.application.errors import StorageFailed
from desktop.ui.pages.customer_card.page import CustomerCardPage
from desktop.ui.viewmodels.learn.customer_card import card_words
from desktop.ui.widgets.learn.warning_card import fitting_size, paint_card
from desktop.ui.widgets.paper.poster import paint_qr, poster_pdf, save_poster
from tests.ui.learn.lessons import shelf
from tests.ui.live_line.counter import Counter
from tests.ui.pages.customer_card import CustomerCardScreen

CARDS = shelf().cards


def shown(counter: Counter, scam_type: str = "fake-police") -> CustomerCardPage:
    page = CustomerCardPage(counter.context)
    counter.show(page, scam_type=scam_type)
    return page


def test_the_card_and_what_to_say_with_it(counter: Counter) -> None:
    page = shown(counter)
    assert page.header.title.text() == "提示卡"
    assert page.name.text() == "冒充公检法及机关"
    assert "公检法不在电话里办案" in page.preview.accessibleName()
    assert "96110" in page.preview.accessibleName()
    assert "我去请店长开柜" in page.script.text()


def test_arrows_turn_the_cards_over_around_the_end(counter: Counter) -> None:
    screen = CustomerCardScreen(counter, CARDS[0].scam_type)
    screen.press(Qt.Key.Key_Left)
    assert screen.name() == CARDS[-1].name.zh
    screen.press(Qt.Key.Key_Right)
    assert screen.place() == f"1 / {len(CARDS)}"


def test_the_customer_may_read_another_language_than_the_clerk(counter: Counter) -> None:
    screen = CustomerCardScreen(counter)
    screen.language("en")
    assert screen.shown_words().startswith("Stop a moment")
    assert screen.name() == "冒充公检法及机关"


def test_the_full_screen_card_comes_by_key_and_goes_by_escape(counter: Counter) -> None:
    page = shown(counter)
    QTest.keyClick(page, Qt.Key.Key_F11)
    screen = page.screen_window
    assert screen.isFullScreen()
    assert screen.view.accessibleName() == page.preview.accessibleName()
    assert screen.windowTitle() == page.window().windowTitle()
    page.model.step(1)
    assert screen.view.accessibleName() == page.preview.accessibleName()
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert not screen.isVisible()
    QTest.keyClick(page, Qt.Key.Key_F11)
    QTest.mouseClick(screen.leave, Qt.MouseButton.LeftButton)
    assert not screen.isVisible()


def test_leaving_the_page_takes_the_card_off_the_clerks_screen(counter: Counter) -> None:
    page = shown(counter)
    page.full.click()
    page.on_hidden()
    assert not page.screen_window.isVisible()


def test_a_card_on_the_customers_screen_stays_until_the_window_is_put_away(counter: Counter) -> None:
    page = shown(counter)
    screen = page.screen()
    page.screen_window.show_on(screen, card_words(CARDS[0], "zh"))
    page.on_hidden()
    assert page.screen_window.isVisible()
    page.hide()
    page.on_hidden()
    assert not page.screen_window.isVisible()


def test_with_one_screen_the_second_one_is_not_offered(counter: Counter) -> None:
    page = shown(counter)
    assert not page.other.isEnabled()
    assert page.screens.text() == "只接了一块屏幕。"


def test_an_unknown_card_is_the_first_one(counter: Counter) -> None:
    assert shown(counter, "no-such").name.text() == CARDS[0].name.zh


@pytest.mark.parametrize("size", [(1366, 768), (1600, 1000), (970, 1420)])
def test_every_card_is_readable_from_afar(qtbot: QtBot, size: tuple[int, int]) -> None:
    canvas = QImage(*size, QImage.Format.Format_RGB32)
    room = QRectF(0, 0, size[0] * 0.9, size[1] * 0.46)
    painter = QPainter(canvas)
    for card in CARDS:
        for lang in ("zh", "en"):
            words = card_words(card, lang)
            paint_card(painter, QRectF(canvas.rect()), words)
            assert fitting_size(painter, words.text, room, size[1] * 0.115, 500) >= size[1] / 30, (card.scam_type, lang)
    painter.end()


def test_a_rule_of_the_shop_is_a_notice_and_stops_nobody() -> None:
    card = next(card for card in CARDS if card.scam_type == "cash-structuring")
    words = card_words(card, "zh")
    assert words.headline == "温馨提示"
    assert (words.foot, words.urgent) == ("", "")


@pytest.mark.parametrize(("paper", "points"), [("A4", (595, 842)), ("A5", (420, 595))])
def test_a_poster_is_one_page_of_its_paper_with_its_fonts_inside(
    qtbot: QtBot, paper: str, points: tuple[int, int]
) -> None:
    pdf = poster_pdf(card_words(CARDS[3], "zh"), paper)
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert box is not None
    assert (round(float(box[1])), round(float(box[2]))) == pytest.approx(points, abs=1)
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1
    assert b"/FontFile" in pdf
    assert b"/ToUnicode" in pdf


def test_a_poster_is_saved_and_said(counter: Counter, tmp_path: Path) -> None:
    page = shown(counter)
    page.poster.paper.set_value("A5")
    folder = tmp_path / "posters"
    folder.mkdir()
    page.poster.save(folder / "poster")
    counter.settle()
    assert [path.name for path in folder.iterdir()] == ["poster.pdf"]
    assert (folder / "poster.pdf").read_bytes().startswith(b"%PDF")
    assert counter.navigator.said == ["已存到 posters/poster.pdf"]


def test_a_poster_that_cannot_be_saved_says_so_and_leaves_nothing(counter: Counter, tmp_path: Path) -> None:
    page = shown(counter)
    page.poster.save(tmp_path / "not there" / "poster.pdf")
    counter.settle()
    assert "海报没有存成" in page.error.accessibleName()
    assert page.poster.button.isEnabled()
    with pytest.raises(StorageFailed):
        save_poster(tmp_path / "not there" / "poster.pdf", card_words(CARDS[0], "zh"), "A4")


def test_the_code_on_the_poster_is_the_code_of_its_words(qtbot: QtBot) -> None:
    for card in CARDS:
        for lang in ("zh", "en"):
            text = card_words(card, lang).to_take_home
            code = segno.make_qr(text, error="l", encoding="utf-8")
            # A5 leaves 31 mm for it; a phone reads modules from a third of a millimetre on.
            assert 31 / len(code.matrix) > 1 / 3, (card.scam_type, lang, code.designator)
            canvas = QImage(len(code.matrix) * 6, len(code.matrix) * 6, QImage.Format.Format_RGB32)
            canvas.fill(Qt.GlobalColor.white)
            painter = QPainter(canvas)
            paint_qr(painter, QRectF(canvas.rect()), text)
            painter.end()
            read = [
                [canvas.pixelColor(x * 6 + 3, y * 6 + 3).value() == 0 for x in range(len(row))]
                for y, row in enumerate(code.matrix)
            ]
            assert read == [[bool(cell) for cell in row] for row in code.matrix]


def test_a_card_leads_to_the_cases_of_its_kind(counter: Counter) -> None:
    screen = CustomerCardScreen(counter, "stock-guru")
    assert [story.id for story in screen.page.model.stories] == ["insider-group"]
    screen.open_related()
    assert counter.navigator.went == [("learn", {"tab": "stories", "group": "investor"})]
