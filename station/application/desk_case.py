"""One lead in full: what a duty officer needs to act."""

import json
from typing import Any

from station.application import auditing
from station.application.case_records import Lead
from station.application.context import Station
from station.application.desk_access import Actor
from station.application.desk_attachments import attachments_of
from station.application.desk_form import DeskForm
from station.application.desk_items import look_around, merchant_view, queue_item, reasons, when
from station.application.desk_links import links_of
from station.application.desk_thread import instructions, supplements
from station.application.errors import Refused
from station.application.ports import Unit
from station.application.rewards_view import officer_names, reward_view
from station.domain.lead import LeadState
from station.domain.lead_actions import allowed_actions
from station.domain.masks import has_masked, mask_body
from station.domain.reward import RewardState

REWARDABLE = frozenset({LeadState.VALID, LeadState.CASE_FILED, LeadState.CLOSED})
READERS = ("duty", "approver")


def detail(station: Station, actor: Actor, alert_id: str) -> dict[str, Any]:
    """Return a lead with its alert, masked; raises Refused("unknown-alert") or Refused("forbidden")."""
    actor.require(*READERS)
    return station.store.read(lambda unit: lead_detail(station, unit, actor, alert_id))


def unmask(station: Station, actor: Actor, alert_id: str, body: dict[str, Any]) -> dict[str, Any]:
    """Return the alert with every field in full; writes one audit row with the officer's purpose."""
    actor.require(*READERS)
    form = DeskForm(body)
    purpose = form.text("purpose", "查看目的", least=2, most=200)
    form.done()

    def job(unit: Unit) -> dict[str, Any]:
        lead = _lead(unit, alert_id)
        now = station.clock.now()
        auditing.record(
            unit,
            at=now,
            actor=actor.label,
            action="lead.unmask",
            subject=f"lead:{alert_id}",
            before=lead.revision,
            after=lead.revision,
            detail={"purpose": purpose},
        )
        return {
            "alert_id": alert_id,
            "masked": False,
            "alert": alert_body(station, unit, alert_id),
            "supplements": supplements(station, unit, alert_id, masked=False),
        }

    return station.store.write(job)


def alert_body(station: Station, unit: Unit, alert_id: str) -> dict[str, Any]:
    """Open the sealed body of an alert."""
    alert = unit.alerts.get(alert_id)
    if alert is None:
        raise Refused("unknown-alert")
    body: dict[str, Any] = json.loads(station.vault.unseal(alert.sealed_body, alert_id))
    body.pop("member_signature", None)
    return body


def lead_detail(station: Station, unit: Unit, actor: Actor, alert_id: str) -> dict[str, Any]:
    """Build the detail inside an open transaction."""
    lead = _lead(unit, alert_id)
    around = look_around(unit, [lead])
    body = alert_body(station, unit, alert_id)
    names = officer_names(unit)
    rewards = unit.rewards.find(alert_id=alert_id, order=["created_at"])
    later = supplements(station, unit, alert_id, masked=True)
    item = queue_item(station, lead, around)
    return {
        **item,
        "now": when(station.clock.now()),
        "alert": mask_body(body),
        "masked": has_masked(body) or any(one.pop("hidden") for one in later),
        "reasons": reasons(station, lead),
        "evidence": _evidence(station, lead),
        "scam_names": [_named(station, scam) for scam in lead.scam_types],
        "timeline": [
            {"at": when(step.at), "kind": step.kind, "actor": step.actor, "text": step.text, "data": step.data}
            for step in unit.lead_steps.find(alert_id=alert_id, order=["step_no"])
        ],
        "supplements": later,
        "attachments": attachments_of(unit, alert_id),
        "instructions": instructions(unit, alert_id, names),
        "effects": lead.effects,
        "flags": lead.flag_verdicts,
        "duplicate_of": lead.duplicate_of,
        "rewards": [reward_view(unit, reward, names) for reward in rewards],
        "links": _links(unit, alert_id),
        "allowed_actions": _allowed(actor, lead, rewardable=item["signed"] and not _living(rewards)),
    }


def _lead(unit: Unit, alert_id: str) -> Lead:
    lead = unit.leads.get(alert_id)
    if lead is None:
        raise Refused("unknown-alert")
    return lead


def _living(rewards: list[Any]) -> bool:
    return any(one.kind == "cash" and one.state not in {RewardState.REVOKED, RewardState.EXPIRED} for one in rewards)


def _allowed(actor: Actor, lead: Lead, *, rewardable: bool) -> list[str]:
    state = LeadState(lead.state)
    found = ["unmask"]
    if actor.is_any("duty"):
        found += allowed_actions(state, acked_at=lead.acked_at, was_valid=lead.outcome == LeadState.VALID)
        if rewardable and state in REWARDABLE and lead.outcome == LeadState.VALID:
            found.append("reward")
    return found


def _evidence(station: Station, lead: Lead) -> list[dict[str, Any]]:
    found = []
    for item in lead.evidence:
        zh, en = station.wording.item(lead.setting, str(item["question_id"]))
        found.append({"question_id": item["question_id"], "answer": item["answer"], "zh": zh, "en": en})
    return found


def _named(station: Station, scam_id: str) -> dict[str, str]:
    zh, en = station.wording.scam_type(scam_id)
    return {"id": scam_id, "zh": zh, "en": en}


def _links(unit: Unit, alert_id: str) -> list[dict[str, Any]]:
    found = []
    for other_id, why in links_of(unit, alert_id):
        lead = unit.leads.get(other_id)
        if lead is not None:
            merchant = merchant_view(unit.merchants.get(lead.merchant_id), lead.merchant_id)
            found.append(
                {
                    "alert_id": other_id,
                    "why": why,
                    "short_no": lead.short_no,
                    "merchant_name": merchant["name"],
                    "at": when(lead.received_at),
                    "state": lead.state,
                }
            )
    return sorted(found, key=lambda one: str(one["at"]), reverse=True)
