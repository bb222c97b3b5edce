"""After a restore: what of a terminal's letters is here, what is missing, what differs."""

from typing import Any

from station.application.access import within_rate
from station.application.context import Station
from station.application.errors import invalid
from station.application.ports import Unit
from station.application.records import Terminal

MOST_ITEMS = 500


def reconcile(station: Station, terminal: Terminal, body: dict[str, Any]) -> dict[str, Any]:
    """Compare at most 500 letters; `supplements` lists the alerts that have another number than the terminal says.

    An alert of another merchant counts as conflicting: its content is nobody else's business.
    Raises Refused invalid-request, rate-limited.
    """
    within_rate(station, f"terminal:{terminal.terminal_id}", station.limits.rate_per_minute)
    errors = station.contract.errors("reconcile", body)
    if errors:
        raise invalid("invalid-request", *errors)
    claimed = {item["alert_id"]: item for item in body["items"]}

    def job(unit: Unit) -> dict[str, Any]:
        alerts = {row.alert_id: row for row in unit.alerts.find(("alert_id", "in", claimed))}
        leads = {row.alert_id: row.supplements for row in unit.leads.find(("alert_id", "in", claimed))}
        same = {
            alert_id
            for alert_id, row in alerts.items()
            if row.sha256 == claimed[alert_id]["digest"] and row.merchant_id == terminal.merchant_id
        }
        return {
            "epoch": station.epoch,
            "missing": [alert_id for alert_id in claimed if alert_id not in alerts],
            "conflicting": [alert_id for alert_id in claimed if alert_id in alerts and alert_id not in same],
            "supplements": [
                {"alert_id": alert_id, "have": leads[alert_id]}
                for alert_id in claimed
                if alert_id in same and leads[alert_id] != claimed[alert_id]["supplements"]
            ],
        }

    return station.store.read(job)
