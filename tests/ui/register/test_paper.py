"""The register out of the program: a table with masked customers, and one customer's day in full for the shop's file."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QTextDocument

from desktop.application.register_models import EntryForm
from desktop.ui.pages.register.page import RegisterPage
from desktop.ui.viewmodels.register.paper import entry_html
from desktop.ui.widgets.paper.menu import PaperMenu
from tests.ui.live_line.counter import Counter

PERSON = {"name": "王秀英", "id_no": "11010519491231002X", "phone": "13800138000"}


def sold(counter: Counter, amount: str = "6万", cash: str = "6万") -> str:
    """One entry of the same customer."""
    assert counter.context.session is not None
    form = EntryForm("sell", amount, cash, PERSON)
    return counter.services.register.record(form, counter.context.session).value


def shown(counter: Counter) -> RegisterPage:
    page = RegisterPage(counter.context)
    counter.show(page)
    return page


def test_every_entry_is_in_the_table_and_nobody_can_be_read(counter: Counter, tmp_path: Path) -> None:
    first = sold(counter)
    counter.clock.advance(400 * 86_400)
    sold(counter, "4.5万", "0")
    assert counter.context.session is not None
    counter.services.register.note((first,), "void", counter.context.session)
    page = shown(counter)
    page.paper.list.export(tmp_path / "a.csv")
    counter.settle()
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        heads, old, new = list(csv.reader(file))
    assert heads == ["时间", "种类", "客人", "金额（元）", "其中现金（元）", "经手人", "状态"]
    assert old[1:] == ["卖出", "王** · **************002X", "60000.00", "60000.00", "林秋月", "已作废"]
    assert new[3:] == ["45000.00", "0.00", "林秋月", ""]
    assert counter.navigator.said == [f"已导出 2 笔，在 {tmp_path.name}/a.csv"]
    assert page.paper.list.menu.isEnabled()
    assert PERSON["phone"] not in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("suffix", ["xlsx", "pdf"])
def test_other_kinds_of_file(counter: Counter, tmp_path: Path, suffix: str) -> None:
    sold(counter)
    page = shown(counter)
    target = tmp_path / f"a.{suffix}"
    page.paper.list.export(target)
    counter.settle()
    if suffix == "pdf":
        assert target.read_bytes().startswith(b"%PDF-")
    else:
        (sheet,) = load_workbook(target).worksheets
        assert [row[3] for row in sheet.iter_rows(values_only=True)][1:] == [60_000]
    assert [path.name for path in tmp_path.glob("*a.*[!l]*") if "profile" not in path.name] == [target.name]


def test_stop_is_offered_while_it_runs_and_leaves_nothing(counter: Counter, tmp_path: Path) -> None:
    sold(counter)
    page = shown(counter)
    before = set(tmp_path.iterdir())
    for name in ("a.csv", "a.xlsx", "a.pdf"):
        page.paper.list.export(tmp_path / name)
        assert page.paper.list.progress.isVisible()
        assert not page.paper.list.menu.isEnabled()
        page.paper.list.progress.stop.click()
        counter.settle()
        assert counter.navigator.said.pop() == "已停止，没有留下文件"
        assert page.paper.list.menu.isEnabled()
        assert not page.paper.list.progress.isVisible()
    assert {path.name for path in set(tmp_path.iterdir()) - before if not path.name.startswith("profile.db")} == set()


def test_an_empty_register_says_so(counter: Counter, tmp_path: Path) -> None:
    page = shown(counter)
    page.paper.list.export(tmp_path / "a.csv")
    counter.settle()
    assert counter.navigator.said == ["登记里还没有内容"]


def test_a_folder_that_is_gone_is_said(counter: Counter, tmp_path: Path) -> None:
    sold(counter)
    page = shown(counter)
    page.paper.list.export(tmp_path / "gone" / "a.csv")
    counter.settle()
    assert len(counter.navigator.said) == 1
    assert "已导出" not in counter.navigator.said[0]
    assert page.paper.list.menu.isEnabled()


def test_one_customers_day_in_full_for_the_shops_own_file(counter: Counter, tmp_path: Path) -> None:
    sold(counter)
    sold(counter, "4万", "4万")
    page = shown(counter)
    register = counter.services.register.page()
    document = QTextDocument()
    document.setHtml(entry_html(register.people[0], register.today, "鑫福<珠宝>", "zh"))
    text = document.toPlainText()
    for value in (*PERSON.values(), "鑫福<珠宝>", "¥ 100,000", "林秋月", "至少保存 10 年", "5 个工作日"):
        assert value in text
    (menu,) = page.sections.people[0].findChildren(PaperMenu)
    menu.save_chosen.emit(tmp_path / "a.pdf")
    counter.settle()
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert PERSON["name"] not in menu.file_name


def test_what_the_rule_asks_for_and_nobody_knows_is_left_to_be_added(counter: Counter) -> None:
    assert counter.context.session is not None
    counter.services.register.record(EntryForm("buyback", "100", "", {"mark": "红衣"}), counter.context.session)
    register = counter.services.register.page()
    html = entry_html(register.people[0], register.today, "店", "zh")
    assert html.count("（待补）") == 3
    assert "5 个工作日" not in html
    assert "回收" in html
