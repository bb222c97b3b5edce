"""Listing what the station has."""

import click

from station.commands.output import database_options, opened, say


@click.command()
@database_options
def alerts(database: str | None, key_file: str | None, as_json: bool) -> None:
    """列出上报编号、摘要和状态。List alerts: id, digest, state; nothing personal."""
    with opened(database, key_file) as station:
        rows = station.store.read(
            lambda unit: [
                (
                    alert.alert_id,
                    alert.sha256,
                    lead.state if (lead := unit.leads.get(alert.alert_id)) else "",
                    alert.seq,
                )
                for alert in unit.alerts.find(order=["seq"])
            ]
        )
    listed = [{"alert_id": row[0], "sha256": row[1], "state": row[2], "seq": row[3]} for row in rows]
    say(as_json, {"alerts": listed}, *(f"{row[0]} {row[1]} {row[2]}" for row in rows))
