"""One checklist's records alone: by keyboard, by touch, together with tab and search, and what is exported follows."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.courier.conftest import depot
from tests.ui.live_line.counter import Counter
from tests.ui.pages.records import RecordsScreen

__all__ = ["depot"]


@pytest.fixture
def screen(depot: Counter) -> RecordsScreen:
    """A depot's records: two acceptances, of which one was closed at the counter, and one inquiry closed there."""
    alarmed = depot.services.start_draft("courier_acceptance", depot.context.member_id).value
    depot.services.silent_alarm(depot.context.session, alarmed.draft_id)
    for setting, words in (("courier_acceptance", "收寄时一直听电话"), ("courier_inquiry", "问退款的电话打不通")):
        depot.clock.advance(1)
        draft = depot.services.start_draft(setting, depot.context.member_id).value
        depot.services.save_draft(draft.draft_id, {}, {}, {}, {"narrative": words})
        depot.services.close_draft(draft.draft_id, depot.context.session, "released", "家人到场")
    return RecordsScreen(depot)


def settings(screen: RecordsScreen) -> list[str]:
    return [row.setting for row in screen.rows()]


def test_only_the_chosen_checklist_is_listed_counted_and_found(screen: RecordsScreen) -> None:
    assert len(settings(screen)) == 3
    screen.setting("courier_acceptance")
    assert settings(screen) == ["courier_acceptance"] * 2
    assert screen.page.filters.setting.text() == "场景：收寄"
    assert (screen.tab_words("all"), screen.tab_words("closed")) == ("全部 2", "已办结 1")
    screen.search("电话")
    assert settings(screen) == ["courier_acceptance"]
    screen.setting("courier_delivery")
    assert screen.page.empty.title.text() == "没有找到"
    screen.see_all()
    assert len(settings(screen)) == 3
    assert screen.page.filters.setting.text() == "场景：全部"
    assert screen.page.filters.search.text() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_by_keyboard(screen: RecordsScreen, key: Qt.Key) -> None:
    menu = screen.open_settings(key)
    for step in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(menu, step)
        if menu.activeAction() is screen.page.filters.setting.actions_of["courier_inquiry"]:
            break
    QTest.keyClick(menu, Qt.Key.Key_Return)
    screen.settle()
    assert settings(screen) == ["courier_inquiry"]


def test_by_touch(screen: RecordsScreen) -> None:
    menu = screen.open_settings()
    place = menu.actionGeometry(screen.page.filters.setting.actions_of["courier_inquiry"])
    assert place.height() >= 44
    assert screen.page.filters.setting.height() >= 44
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place.center())
    screen.settle()
    assert settings(screen) == ["courier_inquiry"]


def test_what_is_exported_is_what_is_shown(screen: RecordsScreen, tmp_path: Path) -> None:
    screen.setting("courier_inquiry")
    screen.page.exporter.export(tmp_path / "a.csv")
    screen.settle()
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row[2] for row in csv.reader(file)][1:] == ["查询咨询"]


def test_a_page_built_anew_shows_the_same_list(screen: RecordsScreen) -> None:
    screen.setting("courier_acceptance")
    screen.tab("closed")
    shown = screen.page.arguments()
    assert shown is not None
    other = RecordsScreen(screen.counter, **shown)
    assert [row.delivery for row in other.rows()] == ["local"]
    assert other.page.filters.setting.text() == "场景：收寄"
    assert other.page.filters.tabs["closed"].isChecked()


def test_who_has_one_checklist_is_not_asked(counter: Counter) -> None:
    counter.use(checklists_of_shop=lambda: ("sighting",))
    assert not RecordsScreen(counter).page.filters.setting.isVisible()
