"""One action of an officer on a lead: state, timeline, feed event, audit row and wake-up in one write."""

from collections.abc import Callable, Mapping
from typing import Any

from station.application import auditing
from station.application.case_records import Lead
from station.application.context import Station
from station.application.desk_access import Actor
from station.application.desk_case import lead_detail
from station.application.desk_form import DeskForm
from station.application.desk_moves import MOVES, Change, Work
from station.application.errors import Refused
from station.application.feed import case_status, emit, tell_desk
from station.application.ports import Unit
from station.application.timeline import add_step
from station.domain.lead import IllegalMove, LeadState
from station.domain.lead_actions import ACTIONS, allowed_actions

Move = Callable[[Work, Mapping[str, Any]], Change]


def act(station: Station, actor: Actor, alert_id: str, revision: int, body: dict[str, Any]) -> dict[str, Any]:
    """Do what `body["action"]` says to a lead as it was at `revision`; returns the new detail.

    Raises Refused forbidden, unknown-alert, stale-revision, illegal-transition {state, allowed} or invalid-request.
    """
    actor.require("duty")
    form = DeskForm(body)
    action = form.choice("action", "操作", ACTIONS)
    form.done()

    def job(unit: Unit) -> dict[str, Any]:
        lead = unit.leads.get(alert_id)
        if lead is None:
            raise Refused("unknown-alert")
        if lead.revision != revision:
            raise Refused("stale-revision", {"revision": lead.revision})
        work = Work(station, unit, actor, lead, station.clock.now(), lead.revision + 1)
        allowed = allowed_actions(
            LeadState(lead.state), acked_at=lead.acked_at, was_valid=lead.outcome == LeadState.VALID
        )
        if action not in allowed:
            raise Refused("illegal-transition", {"state": lead.state, "allowed": allowed})
        try:
            change = MOVES[action](work, body)
        except IllegalMove as error:
            raise Refused("illegal-transition", {"state": error.state, "allowed": allowed}) from None
        _store(work, action, change)
        return lead_detail(station, unit, actor, alert_id)

    return station.store.write(job, urgent=True)


def _store(work: Work, action: str, change: Change) -> None:
    lead, unit = work.lead, work.unit
    columns = _seen(work, dict(change.columns))
    if not unit.leads.change(
        lead.alert_id,
        expect={"revision": lead.revision},
        revision=work.revision,
        updated_at=work.now,
        **columns,
    ):
        raise Refused("stale-revision")
    state = str(columns.get("state", lead.state))
    unit_name = str(columns.get("unit", lead.unit)) or work.actor.unit
    add_step(
        unit,
        lead.alert_id,
        at=work.now,
        kind=change.kind,
        actor=work.actor.unit,
        text=change.text,
        data={"state": state, "action": action, **change.data},
    )
    if change.tells_merchant or state != lead.state or lead.acked_at is None:
        _tell_merchant(work, state, unit_name, change)
    auditing.record(
        unit,
        at=work.now,
        actor=work.actor.label,
        action=f"lead.{action}",
        subject=f"lead:{lead.alert_id}",
        before=lead.revision,
        after=work.revision,
        detail={"state": state},
    )
    tell_desk(unit, "alert.changed", lead.alert_id, work.revision, lead.urgency)


def _seen(work: Work, columns: dict[str, object]) -> dict[str, object]:
    """An officer who acts has seen the alert: the clerk's clock for an acknowledgement stops with the first action."""
    if work.lead.acked_at is None:
        columns.setdefault("acked_at", work.now)
        columns.setdefault("acked_by", work.actor.officer_id)
        if work.lead.state == LeadState.RECEIVED:
            columns.setdefault("state", LeadState.ASSIGNED.value)
            columns.setdefault("unit", work.actor.unit)
            columns.setdefault("officer_id", work.actor.officer_id)
    return columns


def _tell_merchant(work: Work, state: str, unit_name: str, change: Change) -> None:
    lead: Lead = work.lead
    more: dict[str, Any] = {"ack": True}
    if change.effects:
        more["effects"] = change.effects
    emit(
        work.unit,
        "case.status",
        case_status(state, work.revision, unit_name, change.merchant_text, **more),
        at=work.now,
        merchant_id=lead.merchant_id,
        alert_id=lead.alert_id,
    )
