"""What the review page hands to a worker: the draft as it stands, to be stored and reviewed, or stored and sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.application.changes import NOTHING, Changes, Outcome
from desktop.application.read_models import AlertReview, DraftView
from desktop.ui.viewmodels.drafts.unsaved import Begun, Content
from desktop.ui.viewmodels.review.level import LevelChoice
from desktop.ui.viewmodels.review.values import ReviewValues
from redflags import Level

if TYPE_CHECKING:
    from desktop.application.services import Services
    from desktop.application.session import Session


@dataclass(frozen=True, slots=True)
class Saved:
    """A stored draft with the review made right after it."""

    draft: DraftView
    review: AlertReview
    changes: Changes = NOTHING


def content_of(draft: DraftView, values: ReviewValues, session: Session | None) -> Content:
    """Return the draft with what the page's fields hold now."""
    answers, tx, ctx, details = dict(draft.answers), dict(values.tx), dict(values.ctx), dict(values.details)
    return Content(draft.setting, draft.member_id, session, answers, tx, ctx, details, Begun(draft))


def reading(draft_id: str, services: Services) -> Callable[[], Saved]:
    """Return what reads a draft and what is wrong with it."""
    return lambda: Saved(services.load_draft(draft_id), services.review_alert(draft_id))


def storing(content: Content, services: Services) -> Callable[[], Saved]:
    """Return what stores the draft and looks at what is wrong with it."""

    def work() -> Saved:
        outcome = content.write(services)
        return Saved(outcome.value, services.review_alert(outcome.value.draft_id), outcome.changes)

    return work


def sending(content: Content, services: Services, level: LevelChoice) -> Callable[[], Outcome[str]]:
    """Return what stores the draft and submits it at the level chosen."""

    def work() -> Outcome[str]:
        return services.submit_alert(
            content.write(services).value.draft_id,
            content.session,
            level_override=level.override,
            level_reason=level.reason.strip() if level.lowered else "",
            urgent_by_clerk=level.raised and level.level is Level.URGENT,
        )

    return work
