"""The due-diligence slip: everything that happened, nothing personal, on paper as it was on the screen."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from desktop.application.errors import NotFound, StorageFailed
from desktop.domain.alert.times import CHINA
from desktop.ui.pages.live_line.page import LiveLinePage
from desktop.ui.viewmodels.live_line.slip import slip_html
from desktop.ui.widgets.paper.printing import save_beside
from tests.ui.live_line.counter import Counter

PERSONAL = {
    "subject_name": "王秀英",
    "subject_phone": "13800138000",
    "vehicle_plate": "湘A12345",
    "handover_where": "解放路口的槐树下",
}


def told(counter: Counter) -> str:
    """An alert with personal fields, a supplement and an instruction."""
    draft = counter.draft("客人说女儿王小花出了事", **PERSONAL)
    alert_id = counter.services.submit_alert(draft, counter.context.session).value
    counter.services.add_fact(alert_id, counter.context.session, "她的电话是 13900139000")
    counter.services.send_reply(alert_id, counter.context.session, reply_code="stalled")
    counter.deliver()
    counter.instruct(alert_id, "请稳住客人，<b>五分钟</b>到")
    return alert_id


def text_of(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText()


def test_times_questions_answers_and_instructions(counter: Counter) -> None:
    slip = counter.services.paper.slip(told(counter))
    text = text_of(slip_html(slip, "zh"))
    assert slip.member == "林秋月"
    assert {item.answer for item in slip.answers} == {"yes"}
    assert len(slip.answers) == 4
    for item in slip.answers:
        assert item.question.zh in text
    assert "请稳住客人，<b>五分钟</b>到" in text
    assert "¥ 260,000" in text
    assert "300 g" in text
    assert "已拖住" in text
    assert f"{slip.line.created_at.astimezone(CHINA):%Y-%m-%d %H:%M:%S}" in text
    assert slip.checklist.startswith("gold_shop@")


def test_personal_fields_are_masked(counter: Counter) -> None:
    text = text_of(slip_html(counter.services.paper.slip(told(counter)), "zh"))
    for value in (*PERSONAL.values(), "王小花", "13900139000"):
        assert value not in text
    assert "王**" in text
    assert "138****8000" in text


def test_a_silent_alarm_says_that_nothing_was_asked(counter: Counter) -> None:
    alert_id = counter.services.silent_alarm(counter.context.session).value
    slip = counter.services.paper.slip(alert_id)
    assert slip.answers == ()
    assert "没有逐项核对" in text_of(slip_html(slip, "zh"))
    assert "No questions were asked" in text_of(slip_html(slip, "en"))


def test_english_leaves_no_chinese_of_ours(counter: Counter) -> None:
    slip = counter.services.paper.slip(counter.submitted(narrative="An old lady"))
    text = text_of(slip_html(slip, "en"))
    own = [slip.shop, slip.address, slip.member, *(value for _name, value in slip.fields)]
    for typed in sorted(own, key=len, reverse=True):
        text = text.replace(typed, "")
    assert not re.findall(r"[\u4e00-\u9fff]+", text)


def test_the_page_saves_a_pdf(counter: Counter, tmp_path: Path) -> None:
    page = LiveLinePage(counter.context)
    counter.show(page, alert_id=told(counter))
    page.slip.menu.save_chosen.emit(tmp_path / "a.pdf")
    assert not page.slip.menu.isEnabled()
    counter.settle()
    content = (tmp_path / "a.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert b"/FontFile2" in content or b"/FontFile3" in content
    assert [path.name for path in tmp_path.glob("*a.pdf*")] == ["a.pdf"]
    assert counter.navigator.said == [f"已存到 {tmp_path.name}/a.pdf"]
    assert page.slip.menu.isEnabled()


def test_the_page_prints(counter: Counter, tmp_path: Path) -> None:
    page = LiveLinePage(counter.context)
    counter.show(page, alert_id=told(counter))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page.slip.menu.print_chosen.emit(printer)
    counter.settle()
    assert (tmp_path / "printed.pdf").stat().st_size > 5_000
    assert counter.navigator.said == ["已送到打印机"]


def test_a_folder_that_is_gone_is_said(counter: Counter, tmp_path: Path) -> None:
    page = LiveLinePage(counter.context)
    counter.show(page, alert_id=told(counter))
    page.slip.menu.save_chosen.emit(tmp_path / "gone" / "a.pdf")
    counter.settle()
    assert len(counter.navigator.said) == 1
    assert "已存到" not in counter.navigator.said[0]
    with pytest.raises(StorageFailed):
        save_beside(tmp_path / "gone" / "a.pdf", b"x")


def test_dialogs_do_not_block(counter: Counter) -> None:
    page = LiveLinePage(counter.context)
    counter.show(page, alert_id=told(counter))
    page.slip.menu.save.trigger()
    page.slip.menu.print.trigger()
    for kind in (QFileDialog, QPrintDialog):
        (dialog,) = page.slip.menu.findChildren(kind)
        assert dialog.isVisible()
        dialog.close()


def test_an_alert_that_is_not_here(counter: Counter) -> None:
    counter.clock.advance(timedelta(minutes=1).total_seconds())
    with pytest.raises(NotFound):
        counter.services.paper.slip("nowhere")
