"""The analysis page: counts over all leads, in words."""

from collections import Counter
from typing import Any

from station.application.context import Station
from station.application.ports import Unit
from station.domain.lead_analysis import FlagCount, Judged, analyse

_MOST_ROWS = 12


def analysis(station: Station) -> dict[str, Any]:
    """Return when, where, which pattern, which merchant, and each red flag's hit rate; money in fen."""

    def job(unit: Unit) -> tuple[list[Judged], dict[str, str]]:
        leads = [
            Judged(
                one.received_at,
                one.setting,
                one.merchant_id,
                one.outcome,
                one.scam_types,
                one.evidence,
                one.flag_verdicts,
                one.effects,
            )
            for one in unit.leads.find()
        ]
        return leads, {one.merchant_id: one.name for one in unit.merchants.find()}

    leads, merchants = station.store.read(job)
    found = analyse(leads)
    flags = sorted(found.flags.items(), key=lambda pair: (-pair[1].asked_yes, pair[0]))
    return {
        "totals": {
            "alerts": found.alerts,
            "valid": found.outcomes["valid"],
            "invalid": found.outcomes["invalid"],
            "duplicate": found.outcomes["duplicate"],
            "transferred": found.outcomes["transferred"],
            "loss_prevented_fen": found.money["loss_prevented"],
            "payment_stopped_fen": found.money["payment_stopped"],
        },
        "by_hour": found.by_hour,
        "by_setting": [{"id": key, "count": count} for key, count in found.by_setting.most_common()],
        "by_scam": _scams(station, found.by_scam),
        "by_merchant": [
            {"id": key, "label": merchants.get(key, key), "count": count}
            for key, count in found.by_merchant.most_common(_MOST_ROWS)
        ],
        "flags": [_flag(station, key, count) for key, count in flags],
    }


def _scams(station: Station, counted: Counter[str]) -> list[dict[str, Any]]:
    rows = []
    for key, count in counted.most_common(_MOST_ROWS):
        zh, en = station.wording.scam_type(key)
        rows.append({"id": key, "name": {"zh": zh, "en": en}, "count": count})
    return rows


def _flag(station: Station, flag_id: str, count: FlagCount) -> dict[str, Any]:
    zh, en = station.wording.item(min(count.settings), flag_id)
    return {
        "id": flag_id,
        "zh": zh,
        "en": en,
        "asked_yes": count.asked_yes,
        "right": count.right,
        "wrong": count.wrong,
        "hit_percent": count.hit_percent,
    }
