"""The counter and the clock's place these views stand at."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.adapters.backups.writing import BackupArchive
from desktop.application.hardening import MADE_UP
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from tests.ui.live_line.counter import counter

__all__ = ["cheap_passphrases", "chinese_time", "counter", "usual_look"]


@pytest.fixture(autouse=True)
def cheap_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases of backups that cost no time."""
    monkeypatch.setattr(BackupArchive.__init__, "__kwdefaults__", {"cost": MADE_UP})


@pytest.fixture(autouse=True)
def usual_look() -> Iterator[None]:
    """Chinese, light and 100 % again, once the windows of the test are gone: a style sheet for nobody costs nothing."""
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    language().apply("zh")
    theme().apply("light", 100)


@pytest.fixture(autouse=True)
def chinese_time(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Times of day are those of China, wherever the test runs."""
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    if hasattr(time, "tzset"):
        time.tzset()
    yield
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()
