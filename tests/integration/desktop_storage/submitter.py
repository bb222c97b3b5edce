"""A shop PC in a process of its own: submits alerts and says each id once it is saved, or stops just before.

Arguments: home, key in hex, how many, `ordinary` or `early` for the road, and `before-commit` to be killed with everything written
but not committed.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from desktop.adapters.checklist_files import ChecklistFiles
from desktop.adapters.storage.early import EarlyStorage
from desktop.adapters.storage.profile import Storage, open_storage
from desktop.adapters.system.clock import SystemClock
from desktop.adapters.system.ids import RandomIds
from desktop.application.alerts.early_alarm import EarlyAlarm
from desktop.application.alerts.silent_alarm import SilentAlarm
from desktop.application.early_port import EarlyWork
from desktop.application.ports import UnitOfWork
from tests.fakes.counter import CHECKLISTS


class StopsBeforeCommit:
    """Transactions that wait for the kill with all rows written."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    @contextlib.contextmanager
    def begin(self) -> Iterator[UnitOfWork]:
        """Like the storage's own, but `commit` never comes back."""
        with self._storage.begin() as work:
            work.commit = _wait_to_be_killed  # type: ignore[method-assign]  # the one step this program must not reach
            yield work


def main(home: str, key: str, many: str, road: str, mode: str = "") -> None:
    """Submit."""
    press = _early(Path(home), bytes.fromhex(key), mode) if road == "early" else _ordinary(home, key, mode)
    for _alert in range(int(many)):
        print(press(), flush=True)


def _ordinary(home: str, key: str, mode: str) -> Callable[[], str]:
    storage = open_storage(Path(home), bytes.fromhex(key), now=datetime.now(UTC))
    begin = StopsBeforeCommit(storage).begin if mode == "before-commit" else storage.begin
    alarm = SilentAlarm(begin=begin, clock=SystemClock(), ids=RandomIds(), checklists=ChecklistFiles(CHECKLISTS))
    return lambda: alarm(None).value


def _early(home: Path, key: bytes, mode: str) -> Callable[[], str]:
    storage = EarlyStorage(home, key)

    @contextlib.contextmanager
    def begin() -> Iterator[EarlyWork]:
        with storage.begin() as work:
            if mode == "before-commit":
                work.commit = _wait_to_be_killed  # type: ignore[method-assign]  # the one step this program must not reach
            yield work

    ids = RandomIds()
    return EarlyAlarm(begin=begin, now=SystemClock().now, new_id=ids.uuid7, ruleset=lambda setting: f"{setting}@1")


def _wait_to_be_killed() -> None:
    print("written", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
