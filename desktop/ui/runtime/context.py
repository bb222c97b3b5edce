"""What every page and view model is given: the use cases, the task runner, who is signed in, and how to go elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from desktop.ui.runtime.task_runner import TaskRunner

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.application.services import Services
    from desktop.application.session import Session


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Navigator(Protocol):
    """The main window, as far as a page may know it."""

    def go(self, route: str, **args: object) -> None:
        """Show the page of a route (see the route names in the pages); `args` reach its `on_shown`."""

    def back(self) -> None:
        """Show the page before this one."""

    def toast(
        self,
        text: str,
        *,
        undo: Callable[[], None] | None = None,
        settled: Callable[[], None] | None = None,
        tone: str = "ok",
        file: Path | None = None,
    ) -> None:
        """Say one thing at the lower edge for a few seconds, with an undo button when `undo` is given.

        `settled` is called once the undo is no longer offered and was not used. With a `file` its folder can be opened.
        """


@dataclass(slots=True)
class UiContext:
    """One open profile as the screens see it; `session` is None while nobody is signed in."""

    services: Services
    tasks: TaskRunner
    navigator: Navigator
    session: Session | None = None
    now: Callable[[], datetime] = field(default=_utc_now)
    ending: set[str] = field(default_factory=set)
    """Drafts that were ended and can still be taken back: kept, but no longer shown as open."""
    entries_of: dict[str, set[str]] = field(default_factory=dict)
    """By checklist in hand, the register's entries written for it: they are its own sale, not an earlier one."""

    @property
    def member_id(self) -> str | None:
        """Return the id of the clerk signed in."""
        return self.session.member_id if self.session else None
