"""An encrypted profile with an enrolled shop."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.adapters.storage.profile import Storage, open_storage
from tests.fakes.counter import Enrolled
from tests.support import OPENING


@dataclass
class Profile:
    """A profile folder, its key and its open storage."""

    home: Path
    key: bytes
    storage: Storage
    enrolled: Enrolled

    def reopen(self) -> Storage:
        """Close and open again, as the next start of the app does."""
        self.storage.close()
        self.storage = open_storage(self.home, self.key, now=OPENING)
        return self.storage


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    """A fresh profile with a shop."""
    home, key = tmp_path / "profile", secrets.token_bytes(32)
    storage = open_storage(home, key, now=OPENING)
    made = Profile(home, key, storage, Enrolled(storage.begin))
    yield made
    made.storage.close()
