"""The system's keyring is lost, at the start or while one works: it is said with a way out, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from keyring.errors import KeyringLocked
from pytestqt.qtbot import QtBot

from desktop.settings import Settings
from desktop.ui.main_window.window import MainWindow
from desktop.ui.runtime.care_timer import CareTimer
from tests.memory_keyring import MemoryKeyring
from tests.ui.live_line.counter import Counter
from tests.ui.pages.gates import GateScreen
from tests.ui.pages.window import OneProfileHost, WindowScreen


@pytest.fixture
def keyring(memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
    """A keyring the program trusts."""
    monkeypatch.setattr("desktop.adapters.credentials.keyrings.REAL_BACKENDS", (MemoryKeyring.__module__,))
    return memory_keyring


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, keyring: MemoryKeyring) -> Iterator[MainWindow]:
    """The window of a new profile whose key lies in the keyring."""
    screen = GateScreen.of_home(qtbot, Settings(tmp_path / "main"))
    assert screen.enrolment.isVisible()
    assert len(keyring.secrets) == 1
    yield screen.window
    screen.window.close()


def look(qtbot: QtBot, window: MainWindow) -> None:
    """What is done every half hour."""
    timer, tasks = window.keeper.findChild(CareTimer), window.keeper.tasks
    assert isinstance(timer, CareTimer)
    assert tasks is not None
    timer.look()
    qtbot.waitUntil(lambda: not tasks.busy)


def lock(patch: pytest.MonkeyPatch) -> None:
    def locked(_self: MemoryKeyring, _service: str, _username: str) -> str | None:
        raise KeyringLocked

    patch.setattr(MemoryKeyring, "get_password", locked)


def test_what_the_keyring_forgot_while_it_ran_is_put_back(
    qtbot: QtBot, window: MainWindow, keyring: MemoryKeyring
) -> None:
    kept = dict(keyring.secrets)
    keyring.secrets.clear()
    look(qtbot, window)
    assert keyring.secrets == kept
    assert not window.notice.isVisible()


def test_a_keyring_gone_while_it_runs_is_said_once_and_the_work_goes_on(counter: Counter, tmp_path: Path) -> None:
    asked: list[bool] = []

    def gone() -> bool:
        asked.append(True)
        return False

    services = replace(counter.services, care=replace(counter.services.care, key_kept=gone))
    screen = WindowScreen(counter, host=OneProfileHost(services))
    screen.sign_in()
    for _ in range(2):
        look(counter.qtbot, screen.window)
    assert len(asked) == 1
    notice = screen.window.notice
    counter.qtbot.waitUntil(notice.isVisible)
    assert "钥匙串" in notice.text.text()
    assert "备份一次" in notice.text.text()
    backups = services.care.backups
    backups.plan(str(tmp_path / "stick"), "a long backup passphrase", automatic=False)
    assert Path(backups.make(lambda _done, _total: True).value.file).is_file()
    screen.window.close()


def test_at_the_start_it_is_said_and_once_it_is_back_the_profile_opens(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, keyring: MemoryKeyring
) -> None:
    window.close()
    kept = dict(keyring.secrets)
    keyring.secrets.clear()
    again = GateScreen.of_home(qtbot, Settings(tmp_path / "main"))
    gate = again.refused()
    assert "没有丢" in gate.error.next_step.text()
    assert gate.restore.isVisible()
    assert not gate.card.isVisible()
    assert keyring.secrets == {}
    keyring.secrets.update(kept)
    gate.error.retry.click()
    assert again.enrolment.isVisible()
    again.window.close()


def test_a_locked_one_at_the_start_is_asked_again_when_a_person_says_so(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.close()
    with pytest.MonkeyPatch.context() as patch:
        lock(patch)
        again = GateScreen.of_home(qtbot, Settings(tmp_path / "main"))
        gate = again.refused()
    assert "锁着" in gate.error.sentence.text()
    gate.error.retry.click()
    assert again.enrolment.isVisible()
    again.window.close()
