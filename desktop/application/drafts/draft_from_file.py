"""A draft from a file of a shop system: everything wrong with it is said at once, nothing is kept until it is right."""

from __future__ import annotations

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import InvalidInput, NotEnrolled
from desktop.application.ports import Begin, Checklists, Clock, Ids
from desktop.application.read_models import DraftView, draft_view
from desktop.domain.alert.draft import Draft
from desktop.domain.alert.problems import blocking
from desktop.domain.alert.report_file import read_report
from desktop.domain.alert.validation import check


class DraftFromFile:
    """Build, check and save a draft from a parsed report file."""

    def __init__(self, *, begin: Begin, clock: Clock, ids: Ids, checklists: Checklists) -> None:
        self._begin = begin
        self._clock = clock
        self._ids = ids
        self._checklists = checklists

    def __call__(self, data: object) -> Outcome[DraftView]:
        """Return the saved draft, ready to submit; InvalidInput with every problem, NotEnrolled, StorageFailed."""
        report = read_report(data)
        if not report.setting:
            raise InvalidInput(tuple(report.problems))
        definition = self._checklists.current(report.setting)
        now = self._clock.now()
        draft = Draft(
            draft_id=self._ids.uuid7(now),
            alert_id=self._ids.uuid7(now),
            setting=report.setting,
            checklist_version=definition.version,
            member_id=None,
            started_at=now,
            saved_at=now,
            answers=report.answers,
            tx=report.tx,
            ctx=report.ctx,
            details=report.details,
        )
        with self._begin() as work:
            shop = work.members.shop()
            if shop is None:
                raise NotEnrolled
            _judged, problems = check(draft, definition, shop.merchant, report.choice, now)
            found = (*report.problems, *problems)
            if blocking(found):
                raise InvalidInput(found)
            work.drafts.keep_checklist(report.setting, definition.version, self._checklists.text(report.setting))
            work.drafts.add(draft)
            work.commit()
        return Outcome(draft_view(draft), changed(Kind.DRAFTS))
