"""Checklists that were begun and not ended."""

from __future__ import annotations

from desktop.application.ports import ReadSide
from desktop.application.read_models import DraftView, draft_view


class OpenDrafts:
    """Return open drafts, the one saved last first."""

    def __init__(self, *, reads: ReadSide) -> None:
        self._reads = reads

    def __call__(self) -> tuple[DraftView, ...]:
        """Read them."""
        return tuple(draft_view(draft) for draft in self._reads.drafts())
