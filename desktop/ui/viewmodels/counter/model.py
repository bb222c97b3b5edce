"""The home page's state: the shop's checklists, open alerts, newest instruction, drafts, and what is not sent."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.application.bulletin_models import BulletinRow
from desktop.application.changes import Changes, Kind, changed
from desktop.application.read_models import CounterOverview, DraftView
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords, error_words, read_words
from desktop.ui.runtime.language import language
from redflags import Definition

TOUCHES = changed(
    Kind.DRAFTS, Kind.ALERTS, Kind.OUTBOX, Kind.CASES, Kind.INSTRUCTIONS, Kind.BULLETINS, Kind.CONNECTION, Kind.SHOP
)


class CounterViewModel(QObject):
    """Looks again when something it shows was touched; one look at a time."""

    overview_changed = Signal()
    failed = Signal(object)  # ErrorWords: could not be read
    not_done = Signal(object)  # ErrorWords: a draft could not be put away or taken back
    draft_discarded = Signal(str)

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.overview: CounterOverview | None = None
        self.unread: tuple[BulletinRow, ...] = ()
        self._busy = False
        self._again = False

    def checklists(self) -> tuple[Definition, ...]:
        """Return the checklists of this shop's trade, the usual one first."""
        services = self._context.services
        return tuple(services.checklist(setting) for setting in services.checklists_of_shop())

    def shop_name(self) -> str:
        """Return the shop's name."""
        shop = self._context.services.shop()
        return shop.name if shop else ""

    def load(self) -> None:
        """Look again, off the UI thread."""
        if self._busy:
            self._again = True
            return
        self._busy = True
        services, member = self._context.services, self._context.member_id

        def read() -> tuple[CounterOverview, tuple[BulletinRow, ...]]:
            overview = services.counter_overview(member)
            rows = services.bulletins.shelf().rows if overview.unread_bulletins else ()
            return overview, tuple(row for row in rows if row.read_at is None)

        self._context.tasks.run(read, self._on_loaded, self._on_failed, owner=self)

    def on_changed(self, kinds: Changes) -> None:
        """Look again if it concerns this page."""
        if kinds & TOUCHES:
            self.load()

    def discard(self, draft_id: str) -> None:
        """Put a draft away; it can be taken back for a while."""
        self._context.tasks.run(
            lambda: self._context.services.discard_draft(draft_id),
            lambda _done: self.draft_discarded.emit(draft_id),
            self._on_not_done,
            owner=self,
            lane="draft",
        )

    def restore(self, draft_id: str) -> None:
        """Take a draft back."""
        self._context.tasks.run(
            lambda: self._context.services.restore_draft(draft_id), None, self._on_not_done, owner=self, lane="draft"
        )

    def answered(self, draft: DraftView) -> int:
        """Return how many questions of a draft have an answer."""
        return sum(1 for value in draft.answers.values() if value)

    def words_of(self, error: Exception) -> ErrorWords:
        """Return what to say about a failure."""
        return error_words(error, "en" if language().code == "en" else "zh")

    def _on_loaded(self, found: tuple[CounterOverview, tuple[BulletinRow, ...]]) -> None:
        self.overview, self.unread = found
        self.overview_changed.emit()
        self._next()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(read_words(error, "en" if language().code == "en" else "zh"))
        self._next()

    def _on_not_done(self, error: Exception) -> None:
        self.not_done.emit(self.words_of(error))

    def _next(self) -> None:
        self._busy = False
        if self._again:
            self._again = False
            self.load()
