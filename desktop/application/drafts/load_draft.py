"""Going on with a draft."""

from __future__ import annotations

from desktop.application.errors import NotFound
from desktop.application.ports import ReadSide
from desktop.application.read_models import DraftView, draft_view


class LoadDraft:
    """Return an open draft exactly as last saved."""

    def __init__(self, *, reads: ReadSide) -> None:
        self._reads = reads

    def __call__(self, draft_id: str) -> DraftView:
        """Read it; NotFound when it has ended or was discarded."""
        draft = self._reads.draft(draft_id)
        if draft.discarded_at is not None:
            raise NotFound("draft")
        return draft_view(draft)
