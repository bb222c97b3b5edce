"""What each action changes on a lead, and the words the merchant reads. No suspect's or victim's data in those words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from station.application.case_records import Instruction, Lead
from station.application.context import Station
from station.application.desk_access import Actor
from station.application.desk_form import DeskForm
from station.application.desk_outcome import read_outcome
from station.application.errors import Refused
from station.application.feed import emit
from station.application.ports import Unit
from station.domain.lead import LeadState, move
from station.domain.lead_actions import REPLIES
from station.domain.reward import RewardState


@dataclass(frozen=True, slots=True)
class Work:
    """An action under way: the lead as it was, and the revision it will have."""

    station: Station
    unit: Unit
    actor: Actor
    lead: Lead
    now: datetime
    revision: int


@dataclass(frozen=True, slots=True)
class Change:
    """What an action does: columns of the lead, a line for the timeline, and what the merchant is told."""

    columns: Mapping[str, object]
    kind: str = "state"
    text: str = ""
    merchant_text: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    effects: list[dict[str, Any]] = field(default_factory=list)
    tells_merchant: bool = False


def _go(work: Work, target: LeadState) -> dict[str, object]:
    was_valid = work.lead.outcome == LeadState.VALID
    return {"state": move(LeadState(work.lead.state), target, was_valid=was_valid).value}


def _decided(work: Work) -> dict[str, object]:
    return {} if work.lead.decided_at else {"decided_at": work.now}


def acknowledge(_work: Work, _body: Mapping[str, Any]) -> Change:
    """The officer has seen the alert."""
    return Change({}, "acknowledged", merchant_text="值班台已看到，正在处理。", tells_merchant=True)


def instruct(work: Work, body: Mapping[str, Any]) -> Change:
    """Tell the clerk what to do, with one-tap replies."""
    form = DeskForm(body)
    text = form.text("text", "给店员的话", most=300)
    urgent = form.flag("urgent")
    replies = form.items("replies")
    if [code for code in replies if code not in REPLIES]:
        form.wrong("replies", "enum", f"replies are some of {', '.join(REPLIES)}.", "一键回复不在可选范围内。")
    form.done()
    chosen = [code for code in REPLIES if code in replies]
    _say(work, "instruction", text, urgent=urgent, replies=chosen)
    return Change({}, "instruction", text, merchant_text="值班台已看到，请按指令处理。")


def need_info(work: Work, body: Mapping[str, Any]) -> Change:
    """Ask the clerk one precise question."""
    form = DeskForm(body)
    question = form.text("question", "要问的问题", most=300)
    form.done()
    columns = _go(work, LeadState.NEED_INFO)
    _say(work, "question", question, urgent=False, replies=[])
    return Change(columns, "question", question, merchant_text="需要您补充一点情况。")


def assign(work: Work, body: Mapping[str, Any]) -> Change:
    """Hand the lead to a unit, and to an officer of it when named."""
    form = DeskForm(body)
    unit_name = form.text("unit", "承办单位", most=60)
    officer_id = form.text("officer_id", "承办人", most=40, default="")
    if officer_id and work.unit.officers.get(officer_id) is None:
        form.wrong("officer_id", "unknown", "There is no such officer.", "没有这位警员。")
    form.done()
    columns = _go(work, LeadState.ASSIGNED) | {"unit": unit_name, "officer_id": officer_id or work.actor.officer_id}
    return Change(columns, "assigned", unit_name, merchant_text=f"已交{unit_name}办理。", tells_merchant=True)


def verify(work: Work, _body: Mapping[str, Any]) -> Change:
    """Start checking; for P2 and P3 that is the decision the target asks for."""
    decided = {} if work.lead.urgency == "P1" else _decided(work)
    return Change(_go(work, LeadState.VERIFYING) | decided, merchant_text="正在核查。")


def dispatch(work: Work, body: Mapping[str, Any]) -> Change:
    """Send somebody."""
    form = DeskForm(body)
    text = form.text("text", "给店员看的一句话", most=300, default="已安排人员前往，请继续正常接待。")
    form.done()
    return Change(_go(work, LeadState.DISPATCHED) | _decided(work), text=text, merchant_text=text)


def on_scene(work: Work, _body: Mapping[str, Any]) -> Change:
    """Somebody is there."""
    return Change(_go(work, LeadState.ON_SCENE), merchant_text="人员已到场。")


def outcome(work: Work, body: Mapping[str, Any]) -> Change:
    """Conclude the lead with its result, effects and the truth of each red flag."""
    read = read_outcome(work.unit, work.lead, body)
    columns = _go(work, LeadState(read.result)) | _decided(work)
    columns |= {
        "outcome": read.result,
        "effects": read.effects,
        "flag_verdicts": read.verdicts,
        "duplicate_of": read.duplicate_of,
    }
    return Change(columns, "outcome", read.text, read.text, {"effects": read.effects}, read.effects)


def case_file(work: Work, _body: Mapping[str, Any]) -> Change:
    """A case was opened; its number stays with the police (DOMAIN 5.5)."""
    return Change(_go(work, LeadState.CASE_FILED), merchant_text="已立案。")


def close(work: Work, body: Mapping[str, Any]) -> Change:
    """Finish the lead."""
    form = DeskForm(body)
    text = form.text("text", "给店员看的一句话", most=300, default="这条线索已经办结，感谢您的支持。")
    form.done()
    return Change(_go(work, LeadState.CLOSED), text=text, merchant_text=text)


def reopen(work: Work, body: Mapping[str, Any]) -> Change:
    """Take a concluded lead up again; refused while a reward hangs on its conclusion."""
    form = DeskForm(body)
    reason = form.text("reason", "重新打开的原因", most=300)
    form.done()
    dead = {RewardState.REVOKED, RewardState.EXPIRED}
    if [one for one in work.unit.rewards.find(alert_id=work.lead.alert_id) if one.state not in dead]:
        raise Refused("reward-open")
    cleared: dict[str, object] = {"outcome": None, "effects": [], "flag_verdicts": {}, "duplicate_of": None}
    # The reason is the desk's own matter: the merchant only learns that the lead is being looked at again.
    return Change(_go(work, LeadState.VERIFYING) | cleared, text=reason, merchant_text="正在进一步核查。")


def _say(work: Work, kind: str, text: str, *, urgent: bool, replies: list[str]) -> None:
    instruction_id = work.station.ids.new("ins")
    data: dict[str, Any] = {
        "instruction_id": instruction_id,
        "revision": work.revision,
        "text": text,
        "officer_unit": work.actor.unit,
    }
    if kind == "instruction":
        data |= {"urgent": urgent, "replies": replies}
    lead = work.lead
    seq = emit(work.unit, kind, data, at=work.now, merchant_id=lead.merchant_id, alert_id=lead.alert_id)
    work.unit.instructions.add(
        Instruction(
            instruction_id,
            lead.alert_id,
            kind,
            work.revision,
            text,
            work.actor.officer_id,
            work.actor.unit,
            urgent,
            replies,
            seq,
            work.now,
        )
    )


MOVES: dict[str, Callable[[Work, Mapping[str, Any]], Change]] = {
    move.__name__: move
    for move in (
        acknowledge,
        instruct,
        assign,
        verify,
        dispatch,
        on_scene,
        need_info,
        outcome,
        case_file,
        close,
        reopen,
    )
}
