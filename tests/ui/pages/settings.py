"""The settings page as a clerk uses it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.pages.settings.about import AboutSection
from desktop.ui.pages.settings.backup import BackupSection
from desktop.ui.pages.settings.diagnostics import DiagnosticsSection
from desktop.ui.pages.settings.enrolment import EnrolmentSection
from desktop.ui.pages.settings.keys import KeysSection
from desktop.ui.pages.settings.members import MembersSection
from desktop.ui.pages.settings.network import NetworkSection
from desktop.ui.pages.settings.page import PreferencesPage
from desktop.ui.pages.settings.section import Section
from desktop.ui.pages.settings.shop import ShopSection
from desktop.ui.pages.settings.storage import StorageSection
from tests.ui.live_line.counter import Counter

S = TypeVar("S", bound=Section)


class SettingsScreen:
    """One shown settings page; a section is opened by its button."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self.page = PreferencesPage(counter.context)
        counter.show(self.page)

    def open(self, kind: type[S]) -> S:
        """Show a section and wait for its first reading."""
        self.page.list.buttons[kind.key].click()
        self.counter.settle()
        section = self.page.sections[kind.key]
        assert isinstance(section, kind)
        return section

    @property
    def about(self) -> AboutSection:
        return self.open(AboutSection)

    @property
    def backup(self) -> BackupSection:
        return self.open(BackupSection)

    @property
    def diagnostics(self) -> DiagnosticsSection:
        return self.open(DiagnosticsSection)

    @property
    def enrolment(self) -> EnrolmentSection:
        return self.open(EnrolmentSection)

    @property
    def keys(self) -> KeysSection:
        return self.open(KeysSection)

    @property
    def members(self) -> MembersSection:
        return self.open(MembersSection)

    @property
    def network(self) -> NetworkSection:
        return self.open(NetworkSection)

    @property
    def shop(self) -> ShopSection:
        return self.open(ShopSection)

    @property
    def storage(self) -> StorageSection:
        return self.open(StorageSection)

    def press(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self.page.focusWidget(), key)
        self.counter.settle()
