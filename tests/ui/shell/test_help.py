"""Help beside every page: by key and by the question mark, in both languages, and the keyboard comes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.ui.main_window.registry import PAGES
from desktop.ui.runtime.hot_keys import hot_keys
from desktop.ui.runtime.language import language
from desktop.ui.viewmodels.help.texts import GENERAL, parse, topic, topics
from desktop.ui.widgets.help.panel import HelpPanel
from desktop.ui.widgets.page_header import PageHeader
from tests.test_house_rules import FORBIDDEN
from tests.ui.pages.help import HelpDrawer
from tests.ui.pages.window import WindowScreen


def panel(screen: WindowScreen) -> HelpPanel:
    found = screen.window.help.panel
    assert found is not None
    return found


@pytest.mark.parametrize("route", sorted({*PAGES, *GENERAL}))
def test_every_page_has_help_in_both_languages(qapp: QApplication, route: str) -> None:
    for lang in ("en", "zh"):
        language().apply(lang)
        found = topic(route, lang)
        assert found is not None, f"resources/help/{lang}/{route}.md is missing"
        assert found.title
        assert found.title != route
        assert found.parts
        said = "\n".join((found.title, *(words for _kind, words in found.parts)))
        assert not [word for word in FORBIDDEN if word in said.lower()]
        assert "{" not in said
        chinese = any("一" <= letter <= "鿿" for letter in said)
        assert chinese == (lang == "zh")


def test_both_languages_have_the_same_topics() -> None:
    assert [one.route for one in topics("zh")] == [one.route for one in topics("en")]


def test_a_file_becomes_title_headings_bullets_and_paragraphs() -> None:
    found = parse("x", "# 题\n一行\n二行\n\n## 小题\n- 甲\n- 乙\n末段\n")
    assert found.title == "题"
    assert found.parts == (
        ("text", "一行 二行"), ("heading", "小题"), ("bullet", "甲"), ("bullet", "乙"), ("text", "末段"),
    )  # fmt: skip


def test_the_key_opens_and_esc_closes_and_the_keyboard_is_back_where_it_was(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    shell.go("records")
    page = shell.page
    assert page is not None
    field = page.findChild(QLineEdit)
    assert field is not None
    screen.window.activateWindow()
    field.setFocus()
    screen.press(Qt.Key.Key_F1)
    shown = panel(screen)
    assert "记录" in shown.texts()
    assert screen.window.focusWidget() is shown.search
    QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    assert not screen.window.help.shown
    assert screen.window.focusWidget() is field


def test_the_question_mark_of_the_page_opens_it_and_it_follows_the_pages(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    drawer = HelpDrawer(screen)
    header = drawer.question_mark()
    assert "接待台" in drawer.words()
    shell.go("bulletins")
    assert "通报" in drawer.words()
    header.help.click()
    assert not drawer.open


def test_every_page_has_a_question_mark(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    without = [route for route in PAGES if not PAGES[route](shell.context).findChildren(PageHeader)]
    assert without == []


def test_searching_all_topics_and_opening_one(screen: WindowScreen) -> None:
    screen.sign_in()
    screen.window.help.toggle()
    drawer = HelpDrawer(screen)
    drawer.search("锦旗")
    assert {"rewards", "award"} <= drawer.found()
    assert "records" not in drawer.found()
    drawer.choose("award")
    assert "A4" in drawer.words()
    drawer.search("没有这个词")
    assert "没有找到" in drawer.words()
    drawer.search("")
    assert "A4" in drawer.words()
    drawer.panel._list(topics("zh"))
    assert "counter" in drawer.found()


def test_help_on_the_lock_and_none_on_the_calculator(screen: WindowScreen) -> None:
    assert screen.gate.tiles
    screen.press(Qt.Key.Key_F1)
    drawer = HelpDrawer(screen)
    assert "登录" in drawer.words()
    screen.press(Qt.Key.Key_F8)
    assert not drawer.open
    drawer.press_key()
    assert not drawer.open


def test_changed_keys_and_another_language_are_in_the_words(screen: WindowScreen) -> None:
    screen.sign_in()
    screen.window.help.toggle()
    hot_keys().apply({"alarm": "F12"})
    language().apply("en")
    assert "F12" in panel(screen).texts()
    assert "Counter" in panel(screen).texts()
    hot_keys().apply({})
