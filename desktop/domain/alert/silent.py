"""The silent alarm: an urgent alert that says only shop, place, time and who pressed, sent before anything is asked."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.alert.alert import Alert, digest_of
from desktop.domain.alert.sealing import SCHEMA_VERSION, Sign, sealed
from desktop.domain.alert.times import wire_time
from desktop.domain.member.shop import Shop, settings_of_trade


def silent_alert(
    alert_id: str, shop: Shop, ruleset: str, member_id: str | None, sign: Sign | None, now: datetime, setting: str = ""
) -> Alert:
    """Build the alert; the person counts as present and nothing as lost yet, which is the safe reading of one key press."""
    setting = setting or settings_of_trade(shop.merchant.trade)[0]
    contact = {"mode": "in_app"} | ({"phone": shop.merchant.phone} if shop.merchant.phone else {})
    body = sealed(
        {
            "schema_version": SCHEMA_VERSION,
            "alert_id": alert_id,
            "merchant_id": shop.merchant.merchant_id,
            "terminal_id": shop.terminal_id,
            "member_id": member_id,
            "setting": setting,
            "observed_at": wire_time(now),
            "submitted_at": wire_time(now),
            "place": {"address": shop.merchant.address},
            "level": "urgent",
            "track": "victim",
            "computed_level": "none",
            "urgency_by_clerk": "urgent",
            "silent": True,
            "person_present": "yes",
            "value_status": "none",
            "danger_flags": [],
            "actions_taken": [],
            "contact": contact,
            "evidence": [],
            "ruleset": ruleset,
            "score_detail": {"scores": {"victim": 0, "mule": 0, "structuring": 0}, "reasons": [], "floors": []},
            "scam_types": [],
            "insufficient": True,
        },
        sign,
    )
    return Alert(
        alert_id=alert_id,
        setting=setting,
        level="urgent",
        track="victim",
        computed_level="none",
        member_id=member_id,
        created_at=now,
        observed_at=now,
        body=body,
        sha256=digest_of(body),
        silent=True,
        urgent=True,
    )
