"""The road of a silent alarm while everything else is still being loaded; imports here are counted in milliseconds."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from desktop.adapters.credentials import known_key
from desktop.adapters.shipped_versions import shipped_version
from desktop.adapters.storage import in_use
from desktop.adapters.storage.connection import DATABASE
from desktop.adapters.storage.early import EarlyStorage
from desktop.adapters.system.clock import KEPT, SystemClock
from desktop.adapters.system.ids import RandomIds
from desktop.application.alerts.early_alarm import EarlyAlarm
from desktop.domain.member.shop import settings_of_trade
from desktop.settings import Settings
from desktop.wiring.places import CHECKLISTS


@dataclass(frozen=True, slots=True)
class EarlyRoad:
    """The alarm, ready to be saved; `key` is the profile's, so that nobody is asked for it twice."""

    alarm: EarlyAlarm
    storage: EarlyStorage
    release: Callable[[], None]
    key: bytes = field(repr=False)

    def save(self) -> str:
        """Save one alarm and return its id; StorageFailed, NotEnrolled, ProfileLocked."""
        return self.alarm()

    def close(self) -> None:
        """Close the connection."""
        self.storage.close()
        self.release()


def open_early(settings: Settings, checklists: Path = CHECKLISTS) -> EarlyRoad | None:
    """Open the short road of an enrolled shop; None where there is no shop to call for yet.

    Raises ProfileLocked and StorageFailed, as opening the profile does; nothing is made or changed.
    """
    if not (settings.home / DATABASE).exists():
        return None
    with contextlib.ExitStack() as closing:
        release = in_use.share(settings.home)
        closing.callback(release)
        key = known_key(settings.home, passphrase=settings.passphrase)
        if key is None:
            return None
        storage = EarlyStorage(settings.home, key)
        closing.callback(storage.close)
        shop = storage.shop()
        if shop is None:
            return None
        ruleset = current_ruleset(storage, checklists, settings_of_trade(shop.merchant.trade)[0])
        clock, ids = SystemClock(settings.home / KEPT), RandomIds()
        alarm = EarlyAlarm(begin=storage.begin, now=clock.now, new_id=ids.uuid7, ruleset=lambda _setting: ruleset)
        closing.pop_all()
        return EarlyRoad(alarm, storage, release, key)


def current_ruleset(storage: EarlyStorage, checklists: Path, setting: str) -> str:
    """Return the ruleset new drafts of a setting begin with; the engine is loaded only when the station published a checklist."""
    bundle = storage.bundle()
    version = shipped_version(checklists, setting)
    if version is not None and (bundle is None or setting not in bundle.checklists):
        return f"{setting}@{version}"
    from desktop.adapters.checklist_files import ChecklistFiles
    from desktop.application.checklists.current_checklists import CurrentChecklists

    return CurrentChecklists(shipped=ChecklistFiles(checklists), reads=storage).current(setting).ruleset
