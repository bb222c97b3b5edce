"""What was typed into a draft and could not be written: kept while the profile is open, and tried again until it is written."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from desktop.application.changes import Outcome
from desktop.application.errors import CounterwatchError, NotFound
from desktop.application.read_models import DraftView
from desktop.ui.runtime.context import UiContext

if TYPE_CHECKING:
    from desktop.application.services import Services
    from desktop.application.session import Session

RETRY_MS: Final = 2_000
LANE: Final = "draft"


@dataclass(slots=True)
class Begun:
    """The draft a checklist became; remembered as soon as it was begun, so that a failed filling does not begin another."""

    draft: DraftView | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """The full content of one draft at one moment, and who worked on it."""

    setting: str
    member_id: str | None
    session: Session | None
    answers: Mapping[str, str]
    tx: Mapping[str, object]
    ctx: Mapping[str, object]
    details: Mapping[str, str]
    begun: Begun = field(default_factory=Begun)

    def write(self, services: Services) -> Outcome[DraftView]:
        """Begin the draft unless it was, and store this content; blocking."""
        known = self.begun.draft or services.start_draft(self.setting, self.member_id).value
        self.begun.draft = known
        return services.save_draft(known.draft_id, self.answers, self.tx, self.ctx, self.details, self.session)

    def over(self, draft: DraftView) -> DraftView:
        """Return the stored draft with this content in place of its own."""
        return replace(draft, answers=self.answers, tx=self.tx, ctx=self.ctx, details=self.details)


def unsaved_drafts(context: UiContext) -> UnsavedDrafts:
    """Return the profile's one keeper: pages come and go, made anew in another language or let go at the lock."""
    known = context.tasks.findChild(UnsavedDrafts)
    return known if isinstance(known, UnsavedDrafts) else UnsavedDrafts(context, context.tasks)


class UnsavedDrafts(QObject):
    """A page that leaves a draft unwritten hands it over; whoever opens the draft next takes it back.

    A checklist never stored has no id yet: it goes by a name of its own until it has one.
    """

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kept: dict[str, Content] = {}
        self._ids: dict[str, Begun] = {}
        self._numbers = itertools.count(1)
        self._retry = retry_timer(self, self.write)

    @property
    def waiting(self) -> int:
        """Return how many drafts are not written yet."""
        return len(self._kept)

    def new_name(self) -> str:
        """Return a name for a checklist that has no id yet."""
        return f"new-{next(self._numbers)}"

    def keep(self, name: str, content: Content) -> None:
        """Write it as soon as that can be done."""
        self._ids[name] = content.begun
        self._kept[name] = content
        self._write(name)

    def take(self, name: str) -> Content | None:
        """Return what is not written yet of a draft, by its id or its name; from now on it is the caller's to write."""
        for kept in (name, *(other for other, begun in self._ids.items() if _id(begun) == name)):
            if kept in self._kept:
                return self._kept.pop(kept)
        return None

    def draft_id(self, name: str) -> str:
        """Return the id of the draft a checklist became; empty while it has none."""
        return _id(self._ids.get(name, Begun()))

    def write(self) -> None:
        """Try all of them again."""
        for name in tuple(self._kept):
            self._write(name)

    def _write(self, name: str) -> None:
        content, services = self._kept[name], self._context.services
        self._context.tasks.run(
            lambda: content.write(services),
            lambda _done: self._drop(name, content),
            lambda error: self._on_failed(name, content, error),
            owner=self,
            lane=LANE,
        )

    def _drop(self, name: str, content: Content) -> None:
        if self._kept.get(name) is content:
            del self._kept[name]

    def _on_failed(self, name: str, content: Content, error: Exception) -> None:
        if isinstance(error, NotFound):
            # The draft has ended meanwhile: reported, let go or thrown away by a person. There is nothing left to write.
            self._drop(name, content)
        elif isinstance(error, CounterwatchError) and error.retryable:
            self._retry.start()


def retry_timer(parent: QObject, again: Callable[[], None]) -> QTimer:
    """Return a timer that, once started, tries again after a moment."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(RETRY_MS)
    timer.timeout.connect(again)
    return timer


def _id(begun: Begun) -> str:
    return begun.draft.draft_id if begun.draft is not None else ""
