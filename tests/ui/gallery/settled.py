"""The sections of the settings at work: filled in, refused, under way, done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.application.care_models import NetworkTrial
from desktop.application.errors import StationUnreachable, StorageFailed
from desktop.ui.pages.settings.backup import BackupSection
from desktop.ui.pages.settings.diagnostics import DiagnosticsSection
from desktop.ui.pages.settings.keys import KeysSection
from desktop.ui.pages.settings.members import MembersSection
from desktop.ui.pages.settings.network import NetworkSection
from desktop.ui.pages.settings.page import PreferencesPage
from desktop.ui.pages.settings.section import Section
from tests.ui.gallery.stand import Stand

PASSPHRASE = "long enough words"
STICK = "/media/usb/counter"
BACKUP = f"{STICK}/counterwatch-20261117-1000.cwbackup"
"""The test's own folder is shown as a clerk's."""


def _section(stand: Stand, name: str) -> Section:
    page = stand.go("settings", section=name)
    assert isinstance(page, PreferencesPage)
    return page.sections[name]


def _into_sight(stand: Stand, widget: QWidget) -> None:
    area: QWidget | None = widget
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    assert area is not None
    area.ensureWidgetVisible(widget)
    stand.rest()


def _planned(stand: Stand) -> None:
    stand.sign_in()
    stand.counter.submitted()
    folder = Path(stand.counter.services.care.keeping.storage().home) / "stick"
    stand.counter.services.care.backups.plan(str(folder), PASSPHRASE, automatic=True)


def _backup(stand: Stand) -> BackupSection:
    section = _section(stand, "backup")
    assert isinstance(section, BackupSection)
    return section


def _shown_as_a_clerks(stand: Stand, section: BackupSection) -> None:
    stand.rest()
    section.folder.set_text(STICK)
    if section.file.text():
        section.file.set_text(BACKUP)
    stand.rest()


def backup_done(stand: Stand) -> None:
    """Made, read again and tried out."""
    _planned(stand)
    backups = stand.counter.services.care.backups
    note = backups.make(lambda _done, _total: True).value
    backups.drill(note.file, PASSPHRASE, lambda _done, _total: True)
    _shown_as_a_clerks(stand, _backup(stand))


def backup_running(stand: Stand) -> None:
    """One is being written."""
    _planned(stand)
    stand.hold("care.backups.make")
    section = _backup(stand)
    section.make.click()
    section.making.show_progress(430, 1000)
    _shown_as_a_clerks(stand, section)


def backup_failed(stand: Stand) -> None:
    """The stick is full."""
    _planned(stand)
    stand.fail("care.backups.make", StorageFailed("full"))
    section = _backup(stand)
    section.make.click()
    _shown_as_a_clerks(stand, section)


def drill_refused(stand: Stand) -> None:
    """The passphrase of the backup was another one."""
    _planned(stand)
    stand.counter.services.care.backups.make(lambda _done, _total: True)
    section = _backup(stand)
    section.file_passphrase.edit.setText("not the one")
    section.drill.click()
    _shown_as_a_clerks(stand, section)
    _into_sight(stand, section.drill)


def diagnostics_made(stand: Stand) -> None:
    """What the file will say."""
    section = _section(stand, "diagnostics")
    assert isinstance(section, DiagnosticsSection)
    section.make.click()
    stand.rest()


def pin_refused(stand: Stand) -> None:
    """Another PIN is wanted, the old one was wrong."""
    section = _section(stand, "members")
    assert isinstance(section, MembersSection)
    section.action_buttons["mem_1"].click()
    for field, text in ((section.pin.old, "9999"), (section.pin.new, "135790"), (section.pin.again, "135790")):
        field.edit.setText(text)
    section.pin.submit()
    stand.rest()


def member_added(stand: Stand) -> None:
    """A colleague was activated."""
    section = _section(stand, "members")
    assert isinstance(section, MembersSection)
    section.action_buttons["mem_2"].click()
    form = section.activation
    for field, text in ((form.code, "ABCD2345"), (form.pin, "5678"), (form.again, "5678")):
        field.edit.setText(text)
    form.submit()
    stand.rest()


def _proxy(stand: Stand) -> NetworkSection:
    section = _section(stand, "network")
    assert isinstance(section, NetworkSection)
    section.mode.set_value("manual")
    section.mode.chosen.emit("manual")
    section.url.set_text("https://station.example")
    return section


def proxy_refused(stand: Stand) -> None:
    """A proxy that cannot be one."""
    section = _proxy(stand)
    section.host.edit.setText("http://proxy")
    section.save.click()
    stand.rest()


def network_failed(stand: Stand) -> None:
    """Nobody answers behind the proxy."""
    stand.sign_in()
    stand.use("care.network.attempt", lambda *_asked: NetworkTrial("", 5, 0.0, StationUnreachable("proxy")))
    section = _proxy(stand)
    section.host.edit.setText("proxy.example")
    section.port.edit.setText("3128")
    section.attempt.click()
    stand.rest()
    _into_sight(stand, section.bad)


def network_good(stand: Stand) -> None:
    """The desk answers; its clock is another one."""
    stand.sign_in()
    stand.use("care.network.attempt", lambda *_asked: NetworkTrial("莲峰镇值班台", 86, 180.0, None))
    section = _section(stand, "network")
    assert isinstance(section, NetworkSection)
    section.url.set_text("https://station.example")
    section.attempt.click()
    stand.rest()


def key_taken(stand: Stand) -> None:
    """The key wanted has another work already."""
    section = _section(stand, "keys")
    assert isinstance(section, KeysSection)
    button = section.buttons["hide"]
    button.click()
    QTest.keyClick(button, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    stand.rest()
