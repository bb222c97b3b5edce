"""Keys, members, network, storage, backup and diagnostics as a clerk changes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.application.errors import StationUnreachable, WrongPin
from desktop.ui.runtime.hot_keys import hot_keys
from tests.ui.live_line.counter import PIN, words_on
from tests.ui.pages.settings import SettingsScreen

PASSPHRASE = "long enough words"


def test_a_key_is_changed_by_pressing_it_and_kept(settings: SettingsScreen) -> None:
    section = settings.keys
    button = section.buttons["hide"]
    button.click()
    QTest.keyClick(button, Qt.Key.Key_F6)
    settings.counter.settle()
    assert hot_keys().sequence("hide") == "F6"
    assert button.text() == "F6"
    assert settings.counter.services.preferences().keys == {"hide": "F6"}
    section.all_back.click()
    settings.counter.settle()
    assert settings.counter.services.preferences().keys == {}


def test_a_taken_key_names_who_has_it_and_esc_keeps_the_old_one(settings: SettingsScreen) -> None:
    section = settings.keys
    button = section.buttons["hide"]
    button.click()
    QTest.keyClick(button, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert "锁上" in section.rows["hide"].hint.text()
    assert hot_keys().sequence("hide") == "F8"
    button.click()
    listening = [button.listening]
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert [*listening, button.listening] == [True, False]
    assert button.text() == "F8"


def test_what_quick_hide_shows_and_when_it_locks(settings: SettingsScreen) -> None:
    section = settings.keys
    section.hide_page.chosen.emit("parcel")
    section.minutes.chosen.emit("10")
    settings.counter.settle()
    kept = settings.counter.services.preferences()
    assert (kept.hide_page, kept.lock_minutes) == ("parcel", 10)


def test_the_pin_is_changed_and_the_draft_is_untouched(settings: SettingsScreen) -> None:
    counter = settings.counter
    draft = counter.draft()
    section = settings.members
    section.action_buttons["mem_1"].click()
    form = section.pin
    for field, text in ((form.old, "9999"), (form.new, "135790"), (form.again, "135790")):
        field.edit.setText(text)
    form.submit()
    counter.settle()
    assert "4" in form.old.note.text()
    form.old.edit.setText(PIN)
    form.submit()
    counter.settle()
    assert not section.form_card.isVisible()
    assert counter.services.load_draft(draft).details["narrative"]
    assert counter.services.sign_in("mem_1", "135790").value.member_id == "mem_1"
    with pytest.raises(WrongPin):
        counter.services.sign_in("mem_1", PIN)


def test_somebody_is_activated_while_another_is_signed_in(settings: SettingsScreen) -> None:
    section = settings.members
    assert set(section.action_buttons) == {"mem_1", "mem_2"}
    section.action_buttons["mem_2"].click()
    form = section.activation
    for field, text in ((form.code, "ABCD2345"), (form.pin, "5678"), (form.again, "5678")):
        field.edit.setText(text)
    form.submit()
    settings.counter.settle()
    assert settings.counter.context.member_id == "mem_1"
    assert set(section.action_buttons) == {"mem_1"}
    assert settings.counter.services.sign_in("mem_2", "5678").value.name == "陈志远"


def test_another_members_reward_is_nowhere_on_the_settings(settings: SettingsScreen) -> None:
    counter = settings.counter
    alert = counter.submitted()
    counter.reward(alert, "notified", member="mem_2", amount=123_400)
    for key in settings.page.list.buttons:
        settings.page.show_section(key)
        counter.settle()
    assert not [text for text in words_on(settings.page) if "1234" in text or "1,234" in text]
    assert counter.context.session is not None
    assert not counter.services.rewards(counter.context.session).rows


def test_a_proxy_is_checked_tried_and_kept(settings: SettingsScreen) -> None:
    section = settings.network
    section.mode.set_value("manual")
    section.mode.chosen.emit("manual")
    assert section.host.isVisible()
    section.host.edit.setText("http://proxy")
    section.save.click()
    settings.counter.settle()
    assert section.host.note.text().startswith("「代理地址」")
    assert section.port.note.text().startswith("「端口」")
    section.host.edit.setText("proxy.example")
    section.port.edit.setText("3128")
    section.user.edit.setText("店")
    section.password.edit.setText("p@ss/word")
    section.attempt.click()
    settings.counter.settle()
    assert section.good.isVisible()
    assert settings.counter.services.care.network.settings().mode == "system"
    section.save.click()
    settings.counter.settle()
    kept = settings.counter.services.care.network.settings()
    assert (kept.mode, kept.host, kept.port, kept.user) == ("manual", "proxy.example", 3128, "店")
    assert section.password.edit.text() == ""


def test_a_failed_try_is_said_in_words(settings: SettingsScreen) -> None:
    from dataclasses import replace

    from desktop.application.care_models import NetworkTrial

    care = settings.counter.services.care
    no = NetworkTrial("", 5, 0.0, StationUnreachable("proxy"))
    settings.counter.use(care=replace(care, network=replace(care.network, attempt=lambda *_: no)))
    section = settings.network
    section.attempt.click()
    settings.counter.settle()
    assert section.bad.isVisible()
    assert section.bad.label.text() == "上网代理没有放行。请核对上面的代理地址、端口、用户名和密码。"
    assert section.bad.visibleRegion().boundingRect().height() == section.bad.height()


def test_retention_is_chosen_within_what_is_allowed(settings: SettingsScreen) -> None:
    settings.counter.submitted()
    section = settings.storage
    assert "上报 1" in section.sizes["rows"].value.text()
    assert not section.wipe.isEnabled()
    section.l2.chosen.emit("7")
    settings.counter.settle()
    section.l3.chosen.emit("1")
    settings.counter.settle()
    report = settings.counter.services.care.keeping.storage()
    assert (report.retention.l2, report.retention.l3) == (7, 1)


def test_a_backup_is_planned_made_and_tried_out(settings: SettingsScreen, tmp_path: Path) -> None:
    settings.counter.submitted()
    section = settings.backup
    assert not section.make.isEnabled()
    section.folder.edit.setText(str(tmp_path / "stick"))
    assert not section.passphrase.again.isVisible()
    section.passphrase.edit.setText("short")
    section.passphrase.again.edit.setText("short")
    section.keep.click()
    settings.counter.settle()
    assert "8" in section.passphrase.note.text()
    section.passphrase.edit.setText(PASSPHRASE)
    section.passphrase.again.edit.setText(PASSPHRASE + "x")
    section.keep.click()
    assert "不一样" in section.passphrase.again.note.text()
    assert section.passphrase.again.edit.selectedText()
    assert section.passphrase.edit.text() == PASSPHRASE
    section.passphrase.again.edit.setText(PASSPHRASE)
    section.weekly.setChecked(True)
    section.keep.click()
    settings.counter.settle()
    assert section.passphrase.edit.text() == ""
    section.make.click()
    settings.counter.settle()
    assert "1 条记录" in section.last.label.text()
    assert not section.making.isVisible()
    section.file_passphrase.edit.setText("not the one")
    section.drill.click()
    settings.counter.settle()
    assert section.file_passphrase.note.text().startswith("备份口令不对")
    section.file_passphrase.edit.setText(PASSPHRASE)
    section.drill.click()
    settings.counter.settle()
    assert "这个备份能恢复" in section.drilled.label.text()
    assert settings.counter.services.care.backups.state().automatic


def test_the_diagnostics_file_is_shown_and_saved_as_shown(settings: SettingsScreen, tmp_path: Path) -> None:
    section = settings.diagnostics
    assert not section.save.isEnabled()
    section.make.click()
    settings.counter.settle()
    target = tmp_path / "help.json"
    section.save_to(target)
    settings.counter.settle()
    assert target.read_text(encoding="utf-8") == section.text.toPlainText()
    assert '"versions"' in section.text.toPlainText()


def test_the_parts_and_their_licences_are_listed(settings: SettingsScreen) -> None:
    words = words_on(settings.about)
    assert "cryptography" in words
    assert any("Apache" in word for word in words)
