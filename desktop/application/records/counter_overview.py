"""What the counter page shows."""

from __future__ import annotations

from desktop.application.ports import ReadSide
from desktop.application.read_models import CounterOverview, draft_view

MOST_OPEN = 20


class ReadCounterOverview:
    """Return open alerts, the newest instruction, drafts to continue and the truth about the outbox."""

    def __init__(self, *, reads: ReadSide) -> None:
        self._reads = reads

    def __call__(self, member_id: str | None) -> CounterOverview:
        """Read it; drafts of this member and those nobody signed in for, or all when `member_id` is None."""
        drafts = self._reads.drafts()
        mine = [draft for draft in drafts if member_id is None or draft.member_id in (None, member_id)]
        latest = self._reads.latest_instruction()
        return CounterOverview(
            open_alerts=self._reads.open_alerts(MOST_OPEN),
            latest_instruction=latest[0] if latest else None,
            latest_instruction_alert=latest[1] if latest else None,
            drafts=tuple(draft_view(draft) for draft in mine),
            outbox=self._reads.outbox(),
            unread_bulletins=self._reads.unread_bulletins(),
        )
