"""The checklist worked by keys on a real encrypted profile."""

from __future__ import annotations

import threading
from collections.abc import Mapping

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.application.changes import Outcome
from desktop.application.errors import StorageFailed
from desktop.application.read_models import DraftView
from desktop.application.session import Session
from desktop.ui.runtime.theme import theme
from redflags import Level
from tests.ui.live_line.counter import Counter
from tests.ui.pages.checklist import ChecklistScreen


def test_the_quick_screen_is_filled_by_keys_alone(counter: Counter) -> None:
    screen = ChecklistScreen(counter, setting="gold_shop")
    quick = screen.page.model.definition.quick_screen if screen.page.model.definition else ()
    assert screen.current() == quick[0]
    screen.press("2", "3", "2", "2", "2", "2")
    assert screen.page.footer.progress.text() == "已答 6 / 6"
    assert screen.current() not in quick
    assert screen.saved_answers() == dict(zip(quick, ("no", "unknown", "no", "no", "no", "no"), strict=True))


def test_arrows_move_and_change_nothing(counter: Counter) -> None:
    screen = ChecklistScreen(counter, setting="gold_shop")
    first = screen.current()
    screen.press("down")
    assert screen.current() != first
    screen.press("up")
    assert screen.current() == first
    assert counter.services.open_drafts() == ()


def test_a_follow_up_opens_under_its_parent_and_takes_the_keys(counter: Counter) -> None:
    screen = ChecklistScreen(counter, setting="gold_shop")
    screen.press("2", "2", "2", "1")
    screen.settle()
    assert screen.current() == "g-recipient-unknown"
    parent, child = screen.card("g-mail-out"), screen.card("g-recipient-unknown")
    inner = screen.page.left.canvas
    assert child.isVisible()
    below = child.mapTo(inner, QPoint()).y() - parent.mapTo(inner, QPoint()).y()
    assert 0 < below <= parent.height() + theme().px(24)
    assert child.mapTo(inner, QPoint()).x() > parent.mapTo(inner, QPoint()).x()
    screen.card("g-mail-out").buttons["no"].click()
    assert not child.isVisible()


def test_the_draft_is_saved_at_every_answer(counter: Counter) -> None:
    screen = ChecklistScreen(counter, setting="gold_shop")
    for count in range(1, 5):
        screen.press("2")
        assert len(screen.saved_answers()) == count
    assert screen.page.footer.saved.text() == "已保存在本机"


def test_the_screen_never_waits_for_the_disk(counter: Counter) -> None:
    gate, real = threading.Event(), counter.services.save_draft

    def slow(
        draft_id: str,
        answers: Mapping[str, str],
        tx: Mapping[str, object],
        ctx: Mapping[str, object],
        details: Mapping[str, str],
        session: Session | None = None,
    ) -> Outcome[DraftView]:
        assert gate.wait(30)
        return real(draft_id, answers, tx, ctx, details, session)

    counter.use(save_draft=slow)
    screen = ChecklistScreen(counter, setting="gold_shop")
    screen.press("1", "1", "1")
    assert screen.page.model.assessment is not None
    assert screen.page.model.assessment.reasons
    assert screen.page.footer.saved.text() == "正在保存…"
    gate.set()
    assert len(screen.saved_answers()) == 3


def test_a_failed_save_is_said_and_tried_again(counter: Counter) -> None:
    real, failures = counter.services.save_draft, [StorageFailed("full")]

    def sometimes(
        draft_id: str,
        answers: Mapping[str, str],
        tx: Mapping[str, object],
        ctx: Mapping[str, object],
        details: Mapping[str, str],
        session: Session | None = None,
    ) -> Outcome[DraftView]:
        if failures:
            raise failures.pop()
        return real(draft_id, answers, tx, ctx, details, session)

    counter.use(save_draft=sometimes)
    screen = ChecklistScreen(counter, setting="gold_shop")
    screen.press("1")
    counter.settle()
    assert screen.page.footer.saved.text().startswith("未保存：")
    counter.qtbot.waitUntil(lambda: screen.page.footer.saved.text() == "已保存在本机")
    assert len(screen.saved_answers()) == 1


def test_typed_facts_are_understood_and_kept(counter: Counter) -> None:
    screen = ChecklistScreen(counter, setting="gold_shop")
    assert screen.page.transaction is not None
    amount, weight = (screen.page.transaction.lines[key] for key in ("amount_cny", "weight_g"))
    QTest.keyClicks(weight.edit, "3")
    weight.edit.setText("3钱")
    weight.edit.textEdited.emit("3钱")
    amount.edit.setText("1.5万")
    amount.edit.textEdited.emit("1.5万")
    assert "克" in weight.note.text()
    assert amount.note.text() == "¥ 15,000"
    counter.qtbot.waitUntil(lambda: screen.page.model.saved == "saved")
    counter.settle()
    assert dict(counter.services.open_drafts()[0].tx) == {"amount_cny": 15_000}


def test_a_kept_draft_comes_back_as_it_was(counter: Counter) -> None:
    draft_id = counter.draft()
    screen = ChecklistScreen(counter, draft_id=draft_id)
    counter.qtbot.waitUntil(lambda: screen.page.model.draft is not None)
    screen.settle()
    assert screen.card("g-mail-out").answer == "yes"
    assert screen.page.transaction is not None
    assert screen.page.transaction.lines["amount_cny"].text() == "260000"
    assert screen.page.panel.pill.label.text() in ("上报", "紧急")
    screen.press("2")
    counter.settle()
    kept = counter.services.load_draft(draft_id)
    assert kept.details["contact_mode"] == "in_app"


def test_ctrl_enter_goes_to_the_report_with_everything_saved(counter: Counter) -> None:
    screen = ChecklistScreen(counter, setting="gold_shop")
    screen.press("1")
    counter.qtbot.waitUntil(lambda: screen.page.model.saved == "saved")
    screen.page.footer.report.click()
    counter.qtbot.waitUntil(lambda: bool(counter.navigator.went))
    draft = counter.services.open_drafts()[0]
    assert counter.navigator.went == [("review", {"draft_id": draft.draft_id})]


def test_letting_go_is_one_press_on_a_reason(counter: Counter) -> None:
    screen = ChecklistScreen(counter, setting="gold_shop")
    screen.press("2")
    screen.page.model.answer_text("m-tries-on", "yes")
    screen.page.footer.release.click()
    bar = screen.page.release
    assert bar.isVisible()
    assert bar.reasons[0].accessibleName() == "试戴、挑款、改圈口"
    assert "您慢走" in bar.polite.text()
    bar.reasons[2].click()
    counter.qtbot.waitUntil(lambda: bool(counter.navigator.went))
    assert counter.navigator.went == [("counter", {})]
    assert counter.navigator.said == ["已放行"]
    assert counter.context.ending == {counter.services.open_drafts()[0].draft_id}


def test_a_digit_chooses_the_reason_and_escape_thinks_again(counter: Counter) -> None:
    screen = ChecklistScreen(counter, setting="gold_shop")
    screen.press("2")
    screen.page.footer.release.click()
    QTest.keyClick(screen.page.release.reasons[0], Qt.Key.Key_Escape)
    assert not screen.page.release.isVisible()
    screen.page.footer.release.click()
    QTest.keyClick(screen.page.release.reasons[0], Qt.Key.Key_2)
    counter.qtbot.waitUntil(lambda: bool(counter.navigator.went))
    assert counter.navigator.went == [("counter", {})]


def test_while_one_only_watches_questions_that_clear_come_first(counter: Counter) -> None:
    screen = ChecklistScreen(counter, setting="gold_shop")
    screen.page.model.answer_text("g-guided-live", "yes")
    screen.settle()
    result, panel = screen.page.model.assessment, screen.page.panel
    assert result is not None
    assert result.level is Level.WATCH
    shown = [line for line in panel.clearing.lines if line.isVisible()]
    assert panel.clearing.y() < panel.reasons.y()
    assert shown[0].item == "g-helper-who"
    assert shown[0].ask.text().startswith("顺口问：")
    assert shown[0].level.text().startswith("不是这样，就降为「")
    shown[0].click()
    assert screen.current() == "g-helper-who"
    for item in ("g-mail-out", "g-weight-only"):
        screen.page.model.answer_text(item, "yes")
    screen.settle()
    assert panel.clearing.y() > panel.reasons.y() or not panel.clearing.isVisible()


def test_the_panel_leads_to_the_card_of_its_pattern_whose_name_stays_small(counter: Counter) -> None:
    screen = ChecklistScreen(counter, setting="gold_shop")
    assert not screen.page.panel.card.isVisible()
    screen.page.model.answer_text("g-purpose-official", "yes")
    screen.settle()
    screen.page.panel.card.click()
    assert counter.navigator.went[-1] == ("card", {"scam_type": "fake-police"})
    assert screen.page.panel.script_name.font().pixelSize() <= theme().px(13)
    assert not screen.page.panel.script_name.font().bold()


@pytest.mark.parametrize(("percent", "width"), [(100, 812), (150, 1166), (150, 910)])
def test_nothing_is_cut_at_any_text_size(counter: Counter, percent: int, width: int) -> None:
    theme().apply("light", percent)
    screen = ChecklistScreen(counter, setting="gold_shop")
    screen.page.resize(width, 700)
    screen.settle()
    for area in (screen.page.left, screen.page.panel):
        inner = area.canvas
        for child in inner.findChildren(QWidget):
            if child.isVisibleTo(inner) and child.parent() is not None:
                right = child.mapTo(inner, child.rect().topRight()).x()
                assert right <= area.viewport().width(), f"{type(child).__name__} {child.accessibleName()}"
    assert area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    theme().apply("light", 100)


def test_targets_are_large_enough_to_touch(counter: Counter) -> None:
    screen = ChecklistScreen(counter, setting="gold_shop")
    buttons = list(screen.card("g-mail-out").buttons.values())
    buttons += [screen.page.footer.release, screen.page.footer.note, screen.page.footer.report]
    assert all(button.height() >= 44 and button.width() >= 44 for button in buttons)
