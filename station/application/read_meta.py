"""What the station is and allows, for anybody who asks."""

from typing import Any

from station.application.context import Station


def read_meta(station: Station) -> dict[str, Any]:
    """Return the meta answer; with every commit synced, all that is committed is durable."""
    limits = station.limits
    return {
        "api_versions": ["v1"],
        "station": {"id": station.station_id, "name": station.station_name},
        "epoch": station.epoch,
        "durable_seq": station.store.read(lambda unit: unit.last_seq()),
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
