"""A new PC, and a PC whose key is gone: both come back from a backup through the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.adapters.backups.writing import BackupArchive
from desktop.application.hardening import MADE_UP
from desktop.hosts import MainHost
from desktop.settings import Settings
from desktop.ui.main_window.app import make_window
from desktop.ui.main_window.window import MainWindow
from desktop.ui.pages.sign_in.enrolment import EnrolmentPage
from desktop.ui.pages.sign_in.page import SignInPage
from desktop.ui.pages.sign_in.passphrase import PassphrasePage
from desktop.ui.pages.sign_in.restore import RestorePage
from tests.ui.live_line.counter import Counter

PASSPHRASE = "a long backup passphrase"


@pytest.fixture
def backup(counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A backup of a counter with one report."""
    monkeypatch.setattr(BackupArchive.__init__, "__kwdefaults__", {"cost": MADE_UP})
    counter.submitted()
    backups = counter.services.care.backups
    backups.plan(str(tmp_path / "stick"), PASSPHRASE, automatic=False)
    return backups.make(lambda _done, _total: True).value.file


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, backup: str) -> Iterator[MainWindow]:
    """The window of a home of its own."""
    shown = make_window(MainHost(Settings(tmp_path / "new", passphrase="the new PC's own")))
    qtbot.addWidget(shown)
    shown.show()
    yield shown
    shown.close()


def restore(qtbot: QtBot, window: MainWindow, file: str, passphrase: str) -> None:
    assert isinstance(window.gate, RestorePage)
    window.gate.file.edit.setText(file)
    window.gate.passphrase.edit.setText(passphrase)
    window.gate.start.click()


def test_a_new_pc_takes_over_from_a_backup(qtbot: QtBot, window: MainWindow, backup: str) -> None:
    window.start()
    qtbot.waitUntil(lambda: isinstance(window.gate, EnrolmentPage), timeout=20_000)
    assert isinstance(window.gate, EnrolmentPage)
    window.gate.restore.click()
    restore(qtbot, window, backup, "not the passphrase")
    qtbot.waitUntil(lambda: isinstance(window.gate, RestorePage) and window.gate.error.isVisible(), timeout=20_000)
    assert isinstance(window.gate, RestorePage)
    assert "备份口令不对" in window.gate.error.sentence.text()
    assert window.gate.file.text() == backup
    restore(qtbot, window, backup, PASSPHRASE)
    qtbot.waitUntil(lambda: isinstance(window.gate, SignInPage), timeout=20_000)
    assert isinstance(window.gate, SignInPage)
    assert next(tile.accessibleName() for tile in window.gate.tiles).startswith("林秋月")
    assert "1 条记录" in window.notice.text.text()
    # No keyring here: the passphrase chosen for this PC before no longer opens it.
    assert "开机口令就是这个备份口令" in window.notice.text.text()
    assert window.context is not None
    assert window.context.services.care.backups.state().restored_at is not None


def test_going_back_opens_what_was_there(qtbot: QtBot, window: MainWindow) -> None:
    window.start()
    qtbot.waitUntil(lambda: isinstance(window.gate, EnrolmentPage), timeout=20_000)
    assert isinstance(window.gate, EnrolmentPage)
    window.gate.restore.click()
    assert isinstance(window.gate, RestorePage)
    window.gate.back.click()
    qtbot.waitUntil(lambda: isinstance(window.gate, EnrolmentPage), timeout=20_000)


def test_a_lost_key_says_what_to_do_and_the_backup_brings_everything_back(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, backup: str
) -> None:
    home = tmp_path / "new"
    home.mkdir()
    (home / "profile.db").write_bytes(b"what an old key had encrypted" * 1000)
    window.start()
    qtbot.waitUntil(lambda: isinstance(window.gate, PassphrasePage), timeout=20_000)
    assert isinstance(window.gate, PassphrasePage)
    assert "钥匙" in window.gate.error.sentence.text()
    assert "从备份恢复" in window.gate.error.next_step.text()
    assert window.gate.restore.isVisible()
    window.gate.restore.click()
    restore(qtbot, window, backup, PASSPHRASE)
    qtbot.waitUntil(lambda: isinstance(window.gate, SignInPage), timeout=20_000)
    (aside,) = home.glob("before-restore-*")
    assert (aside / "profile.db").read_bytes().startswith(b"what an old key had encrypted")
