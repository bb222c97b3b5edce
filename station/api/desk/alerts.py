"""The queue and single leads."""

from datetime import datetime
from typing import Any

from fastapi import APIRouter

from station.api.desk.deps import PREFIX, Body, Reader, Revision, StationDep, Writer
from station.application import desk_actions, desk_case, desk_queue
from station.application.desk_form import DeskForm

router = APIRouter(prefix=PREFIX)


@router.get("/queue")
def show_queue(
    station: StationDep,
    _actor: Reader,
    state: str = "open",
    limit: str = "200",
    before: str | None = None,
) -> dict[str, Any]:
    """Return the queue: `state` open or all, `before` a time for the next page of all."""
    form = DeskForm({"state": state})
    chosen = form.choice("state", "范围", ("open", "all"))
    moment = _moment(form, before)
    if not (limit.isascii() and limit.isdigit() and len(limit) <= 4):
        form.wrong("limit", "number", "limit is a whole number.", "limit 应为整数。")
    form.done()
    return desk_queue.queue(station, only_open=chosen == "open", limit=int(limit), before=moment)


@router.get("/alerts/{alert_id}")
def show_alert(station: StationDep, actor: Reader, alert_id: str) -> dict[str, Any]:
    """Return one lead in full, personal data masked."""
    return desk_case.detail(station, actor, alert_id)


@router.post("/alerts/{alert_id}/unmask")
def show_unmasked(station: StationDep, actor: Writer, alert_id: str, body: Body) -> dict[str, Any]:
    """Return the alert unmasked for a stated purpose."""
    return desk_case.unmask(station, actor, alert_id, body)


@router.post("/alerts/{alert_id}/actions")
def do_action(station: StationDep, actor: Writer, alert_id: str, revision: Revision, body: Body) -> dict[str, Any]:
    """Do one action on a lead."""
    return desk_actions.act(station, actor, alert_id, revision, body)


def _moment(form: DeskForm, text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        form.wrong("before", "time", "before is a time with an offset.", "before 应为带时区的时间。")
        return None
    return moment
