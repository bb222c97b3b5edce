"""What the silent alarm needs before the profile is open for everything else: one shop, one alert with its letter, one commit."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.alert.alert import Alert
    from desktop.domain.delivery.outbox import OutboxEntry
    from desktop.domain.member.shop import Shop


class EarlyWork(Protocol):
    """One transaction; leaving it without `commit` rolls back."""

    def shop(self) -> Shop | None: ...
    def add(self, alert: Alert, letter: OutboxEntry) -> None: ...
    def commit(self) -> None: ...


EarlyBegin = Callable[[], AbstractContextManager[EarlyWork]]
"""Start the transaction; StorageFailed, and ProfileLocked("newer-version") when the file's schema is another than this one's."""
NewId = Callable[["datetime"], str]
RulesetOf = Callable[[str], str]
"""The ruleset a setting's new drafts begin with, as `setting@version`."""
