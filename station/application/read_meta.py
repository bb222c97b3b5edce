"""What the station is and allows, for anybody who asks."""

from typing import Any

from station.application.context import Station


def read_meta(station: Station) -> dict[str, Any]:
    """Return the meta answer; `durable_seq` is the last number in a finished backup, 0 before the first."""
    limits = station.limits
    return {
        "api_versions": ["v1"],
        "station": {"id": station.station_id, "name": station.station_name},
        "epoch": station.epoch,
        "durable_seq": int(station.store.read(lambda unit: unit.meta("durable_seq")) or "0"),
        "time": station.clock.now().isoformat(),
        "limits": {
            "alert_bytes": limits.alert_bytes,
            "attachment_bytes": limits.attachment_bytes,
            "attachments_per_alert": limits.attachments_per_alert,
            "attachment_chunk_bytes": limits.attachment_chunk_bytes,
            "rate_per_minute": limits.rate_per_minute,
            "urgent_per_minute": limits.urgent_per_minute,
            "member_per_minute": limits.member_per_minute,
            "urgent_member_per_minute": limits.urgent_member_per_minute,
        },
        "station_jwks": station.vault.jwks(),
    }
