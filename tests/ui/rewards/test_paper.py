"""The claim slip: what it says, what its code holds, and how it gets on paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import segno
from PySide6.QtGui import QColor, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from desktop.ui.pages.on_paper import OnPaper
from desktop.ui.pages.rewards.page import RewardsScreen
from desktop.ui.viewmodels.rewards.claim_slip import ClaimSlip, claim_code, claim_html, has_claim_slip
from desktop.ui.widgets.paper.qr_image import qr_image
from tests.support import OPENING
from tests.ui.live_line.counter import Counter
from tests.ui.rewards.build import reward


def shown(counter: Counter, state: str = "notified") -> RewardsScreen:
    counter.reward(counter.submitted(), state, amount=50_000)
    page = RewardsScreen(counter.context)
    counter.show(page)
    return page


def text_of(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText()


@pytest.mark.parametrize(
    ("state", "has"), [("notified", True), ("claimed", True), ("reviewing", False), ("paid", False)]
)
def test_only_cash_that_waits_has_a_slip(counter: Counter, state: str, has: bool) -> None:
    page = shown(counter, state)
    assert bool(page.cards["r1"].findChildren(OnPaper)) is has
    assert not has_claim_slip(replace(reward(), kind="letter", state="notified"))


def test_the_slip_says_what_is_needed_at_the_desk() -> None:
    row = replace(reward(), state="notified", title="奖<b>励", amount_fen=50_050, text="请到二楼")
    slip = ClaimSlip(row, "鑫福珠宝", "林秋月", OPENING)
    for lang, words in (("zh", "奖励领取单"), ("en", "Reward claim slip")):
        text = text_of(claim_html(slip, lang))
        for part in (words, "¥ 500.50", row.reward_id, row.alert_no, "鑫福珠宝", "林秋月", "奖<b>励", "请到二楼"):
            assert part in text


def test_the_code_holds_numbers_only_and_every_module_is_drawn() -> None:
    row = reward()
    code = claim_code(row)
    assert row.reward_id in code
    assert row.alert_no in code
    assert code.isascii()
    image, rows = qr_image(code, module=3), segno.make_qr(code, error="m").matrix
    assert image.width() == 3 * (len(rows) + 8)
    for y, line in enumerate(rows):
        for x, dark in enumerate(line):
            at = image.pixelColor(3 * (x + 4) + 1, 3 * (y + 4) + 1)
            assert (at == QColor("black")) is bool(dark)


def test_the_page_saves_and_prints_it(counter: Counter, tmp_path: Path) -> None:
    page = shown(counter)
    (paper,) = page.cards["r1"].findChildren(OnPaper)
    assert paper.menu.file_name.startswith("奖励领取单-")
    paper.menu.save_chosen.emit(tmp_path / "slip.pdf")
    counter.settle()
    content = (tmp_path / "slip.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert b"/Subtype /Image" in content
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    paper.menu.print_chosen.emit(printer)
    counter.settle()
    assert (tmp_path / "printed.pdf").stat().st_size > 5_000
    assert counter.navigator.said == [f"已存到 {tmp_path.name}/slip.pdf", "已送到打印机"]
    assert paper.menu.isEnabled()


def test_a_folder_that_is_gone_is_said(counter: Counter, tmp_path: Path) -> None:
    page = shown(counter)
    (paper,) = page.cards["r1"].findChildren(OnPaper)
    paper.save(tmp_path / "gone" / "slip.pdf")
    counter.settle()
    assert len(counter.navigator.said) == 1
    assert "已存到" not in counter.navigator.said[0]
    assert paper.menu.isEnabled()
