"""An enrolled profile with its settings and care, and a passphrase that costs no time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop import bootstrap
from desktop.application.hardening import MADE_UP
from desktop.application.services import Services
from tests.support import FixedClock
from tests.unit.desktop_sending.profile import Profile, open_test_profile


@dataclass
class Kept:
    """A profile in `home` and its use cases."""

    home: Path
    profile: Profile
    services: Services
    clock: FixedClock
    steps: list[tuple[int, int]] = field(default_factory=list)

    def told(self, done: int, total: int) -> bool:
        """Remember the progress and go on."""
        self.steps.append((done, total))
        return True


@pytest.fixture(autouse=True)
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive backup keys at the cost of made-up secrets."""
    monkeypatch.setattr("desktop.adapters.backups.writing.BackupArchive.__init__.__kwdefaults__", {"cost": MADE_UP})


@pytest.fixture
def kept(tmp_path: Path, clock: FixedClock) -> Iterator[Kept]:
    """The profile of a gold shop."""
    home = tmp_path / "profile"
    with open_test_profile(home, clock) as profile:
        profile.enrol()
        outside = bootstrap._Outside(
            begin=profile.storage.begin,
            clock=clock,
            ids=profile.ids,
            keys=profile.keys,
            connect=profile.station,
            connectivity=profile.connectivity,
        )
        yield Kept(home, profile, bootstrap._services(home, profile.storage, outside), clock)
