"""Queuing a supplement inside the caller's transaction; shared by the use cases that write to an alert already submitted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import InvalidInput, NotFound
from desktop.application.ports import Begin, Clock, UnitOfWork
from desktop.application.session import Session
from desktop.domain.alert.alert import Supplement
from desktop.domain.alert.attachment import Progress, announced, queued
from desktop.domain.alert.draft import Draft
from desktop.domain.alert.filler import filler
from desktop.domain.alert.follow_up import known_fields, new_fields
from desktop.domain.alert.judged import Choice, judge
from desktop.domain.alert.problems import blocking
from desktop.domain.alert.supplement import WITHDRAWN, is_withdrawn, text_problem, write_supplement
from desktop.domain.alert.validation_values import value_problems
from desktop.domain.delivery.outbox import NUMBER_TAKEN, SETTLED, OutboxEntry, State, filled, settled
from desktop.domain.member.shop import Shop
from redflags import Definition


def queue_supplement(
    work: UnitOfWork,
    alert_id: str,
    session: Session | None,
    now: datetime,
    *,
    kind: str,
    text: str = "",
    reply_code: str | None = None,
    in_reply_to: str | None = None,
    more: Mapping[str, object] | None = None,
) -> Supplement:
    """Save the alert's next supplement with its outbox entry; NotFound, InvalidInput when the alert was withdrawn."""
    alert, earlier = work.alerts.get(alert_id), work.alerts.supplements(alert_id)
    if kind != "fact" and is_withdrawn(earlier):
        raise InvalidInput((WITHDRAWN,))
    supplement = write_supplement(
        alert_id=alert_id,
        n=len(earlier) + 1,
        kind=kind,
        made_at=now,
        member_id=session.member_id if session else None,
        sign=session.sign if session else None,
        text=text,
        reply_code=reply_code,
        in_reply_to=in_reply_to,
        more=more,
    )
    work.alerts.add_supplement(supplement)
    work.outbox.add(OutboxEntry(alert_id, supplement.n, alert.urgent, now, now))
    return supplement


def checked_line(text: str) -> str:
    """Return a line typed for the police, trimmed; InvalidInput when it cannot be sent."""
    text = text.strip()
    problem = text_problem(text, may_be_empty=False)
    if problem is not None:
        raise InvalidInput((problem,))
    return text


def refused_supplement(work: UnitOfWork, alert_id: str, n: int) -> OutboxEntry:
    """Return a refused supplement's letter; NotFound when a person has settled it already, or it is none."""
    letter = work.outbox.get(alert_id, n)
    if n == 0 or letter.state is not State.REFUSED or letter.refused_code == SETTLED:
        raise NotFound("letter")
    return letter


def settle_supplement(work: UnitOfWork, letter: OutboxEntry, now: datetime) -> None:
    """Put the filler in the place of a refused supplement: from now on it is a letter like any other."""
    if letter.refused_code == NUMBER_TAKEN:
        # Something else stands under its number at the station, and no receipt of ours can ever be for it.
        work.outbox.replace(settled(letter))
        return
    received = work.outbox.receipt(letter.alert_id, letter.n) is not None
    work.alerts.put_in_place(filler(work.alerts.supplement(letter.alert_id, letter.n)))
    work.outbox.replace(filled(letter, now, received=received))


class QueueLine:
    """Queue one line of a fixed kind as the alert's next supplement; returns its number."""

    kind: str

    def __init__(self, *, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def __call__(self, alert_id: str, session: Session | None, text: str) -> Outcome[int]:
        """Save and queue it in one transaction. Raises InvalidInput (empty, too long, withdrawn already), NotFound."""
        text = checked_line(text)
        with self._begin() as work:
            written = queue_supplement(work, alert_id, session, self._clock.now(), kind=self.kind, text=text)
            work.commit()
        return Outcome(written.n, changed(Kind.ALERTS, Kind.OUTBOX))


def queue_photos(work: UnitOfWork, alert_id: str, session: Session | None, now: datetime) -> None:
    """Announce the photos that were added before the alert was."""
    for photo in work.attachments.of(alert_id):
        if photo.state is Progress.DRAFT:
            queue_supplement(work, alert_id, session, now, kind="attachment", more=announced(photo))
            work.attachments.replace(queued(photo, now))


def queue_follow_up(
    work: UnitOfWork, draft: Draft, definition: Definition, shop: Shop, session: Session | None, now: datetime
) -> Supplement | None:
    """Send what a draft says that its alert has not said yet; None when that is nothing.

    Raises InvalidInput for values that cannot be right. What is missing is no reason to wait: help is on its way.
    """
    judged, faults = judge(draft, definition, shop.merchant, Choice(), now)
    if judged is None:
        raise InvalidInput(faults)
    problems = tuple(value_problems(judged))
    if blocking(problems):
        raise InvalidInput(problems)
    said = known_fields(work.alerts.get(draft.alert_id), work.alerts.supplements(draft.alert_id))
    fields = new_fields(judged, shop.terminal_id, said)
    if not fields:
        return None
    return queue_supplement(work, draft.alert_id, session, now, kind="fact", more={"fields": fields})
