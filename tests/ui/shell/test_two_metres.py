"""What can be read from two metres: titles, headings, large type, window titles and tooltips of every page, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.ui.main_window.frame import TITLE
from desktop.ui.main_window.registry import PAGES
from desktop.ui.runtime.language import language
from tests.test_house_rules import FORBIDDEN
from tests.ui.live_line.counter import Counter
from tests.ui.pages.window import WindowScreen

LARGE = frozenset({"display", "title", "heading", "big", "lead", "brand"})
"""Roles of the style sheet from 16 pixels up, and the rail's brand."""
FOR_CUSTOMERS = frozenset({"card"})
"""Pages that are turned to the customer on purpose and are allowed to name the trick."""


def from_afar(root: QWidget) -> list[str]:
    """Return what large type, big buttons and window titles say, with every tooltip and accessible name."""
    parts = [root, *root.findChildren(QWidget)]
    said = [one.windowTitle() for one in parts] + [one.toolTip() for one in parts]
    said += [one.text() for one in parts if isinstance(one, QLabel) and one.property("role") in LARGE]
    said += [one.text() for one in parts if isinstance(one, QAbstractButton)]
    said += [one.accessibleName() for one in parts]
    return [text for text in said if text]


def telling(said: list[str]) -> list[str]:
    # 「上报警方」 is "report to the police": the two characters meet by chance.
    plain = [text.replace("上报警方", "上报 警方").lower() for text in said]
    return [text for text in plain if any(word in text for word in FORBIDDEN)]


def _arguments(counter: Counter) -> dict[str, Callable[[], dict[str, object]]]:
    return {
        "review": lambda: {"draft_id": counter.draft()},
        "live": lambda: {"alert_id": counter.submitted(urgent=True)},
        "checklist": lambda: {"setting": "gold_shop"},
        "drill": lambda: {"drill_id": "gold-fund-check"},
        "scanned": lambda: {"waybill": "SF1234567890123"},
        "award": lambda: {"reward_id": "r1"},
    }


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("route", sorted(set(PAGES) - FOR_CUSTOMERS))
def test_no_page_gives_the_purpose_away(screen: WindowScreen, route: str, lang: str) -> None:
    counter = screen.counter
    language().apply(lang)
    shell = screen.sign_in()
    shell.go(route, **_arguments(counter).get(route, dict)())
    tasks = screen.window.keeper.tasks
    assert tasks is not None
    # The feed's own call is always under way.
    counter.qtbot.waitUntil(lambda: tasks.under_way <= 1)
    said = from_afar(screen.window)
    assert any(text for text in said)
    assert telling(said) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nor_do_lock_calculator_and_help(screen: WindowScreen, lang: str) -> None:
    language().apply(lang)
    assert screen.gate.tiles
    said = from_afar(screen.window)
    screen.sign_in()
    screen.window.help.toggle()
    said += from_afar(screen.window)
    screen.window.hide_away()
    said += from_afar(screen.window)
    assert screen.window.windowTitle() == TITLE == "柜台助手"
    assert {one.windowTitle() for one in QApplication.topLevelWidgets() if one.isVisible()} == {TITLE}
    assert telling(said) == []


def test_the_scan_finds_a_planted_word(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    planted = QLabel("谨防诈骗", shell.page)
    planted.setProperty("role", "heading")
    planted.show()
    assert telling(from_afar(screen.window)) == ["谨防诈骗"]
