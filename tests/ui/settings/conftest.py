"""The settings page of one counter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.adapters.backups.writing import BackupArchive
from desktop.application.hardening import MADE_UP
from desktop.ui.runtime.hot_keys import hot_keys
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from tests.ui.live_line.counter import Counter, counter
from tests.ui.pages.settings import SettingsScreen

__all__ = ["counter"]


@pytest.fixture(autouse=True)
def as_shipped(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Passphrases that cost no time; keys, language and theme as shipped afterwards."""
    monkeypatch.setattr(BackupArchive.__init__, "__kwdefaults__", {"cost": MADE_UP})
    yield
    hot_keys().apply({})
    language().apply("zh")
    theme().apply("light", 100)


@pytest.fixture
def settings(counter: Counter) -> SettingsScreen:
    """The page, shown."""
    return SettingsScreen(counter)
