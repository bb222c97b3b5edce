"""Every photo whose keeping was confirmed stands at the station whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from tests.faults.station_process import station_settings
from tests.faults.table import Findings
from tests.faults.world import World


def check_photos(world: World, kept: set[tuple[str, str]], findings: Findings, how: str) -> None:
    """Compare the photos of the counter with rows and sealed files of the station."""
    with closing(sqlite3.connect(world.database)) as station:
        rows = station.execute("SELECT alert_id, sha256, sealed_bytes FROM attachments WHERE complete_at IS NOT NULL")
        whole = {(alert_id, sha256): size for alert_id, sha256, size in rows}
    folder = station_settings(world).attachments
    for alert_id, sha256 in sorted(kept):
        if (alert_id, sha256) not in whole:
            findings.note("lost", f"a photo of {alert_id} was kept and is not at the station ({how})")
            continue
        file = folder / alert_id / sha256
        if not file.is_file() or file.stat().st_size < whole[alert_id, sha256]:
            findings.note("torn", f"a photo of {alert_id} has a row and no whole file ({how})")
