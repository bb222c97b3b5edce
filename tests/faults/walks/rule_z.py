"""Rule Z, looked at after every step: each alert is in exactly one state, and only a checked receipt means delivered."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from desktop.adapters.storage.connection import connect
from tests.faults.ledger import Ledger
from tests.faults.table import Findings
from tests.faults.world import KEY

_WRONG = {
    "draft and alert at once": "SELECT alert_id FROM drafts INTERSECT SELECT alert_id FROM alerts",
    "alert without a letter": (
        "SELECT alert_id FROM alerts EXCEPT SELECT alert_id FROM outbox WHERE n = 0 "
        "AND state IN ('queued', 'sending', 'delivered', 'refused')"
    ),
    "supplement without a letter": "SELECT alert_id, n FROM supplements EXCEPT SELECT alert_id, n FROM outbox",
    "letter without content": ("SELECT alert_id, n FROM outbox WHERE n > 0 EXCEPT SELECT alert_id, n FROM supplements"),
    "delivered without a receipt for its content": (
        "SELECT alert_id, n FROM outbox WHERE state = 'delivered' EXCEPT "
        "SELECT alert_id, n FROM (SELECT r.alert_id, r.n FROM receipts r JOIN alerts a USING (alert_id) "
        "WHERE r.n = 0 AND r.sha256 = a.sha256 UNION ALL SELECT r.alert_id, r.n FROM receipts r "
        "JOIN supplements s USING (alert_id, n) WHERE r.sha256 = s.sha256)"
    ),
    "a supplement overtook an earlier letter": (
        "SELECT later.alert_id, later.n FROM outbox later JOIN outbox earlier ON earlier.alert_id = later.alert_id "
        "AND earlier.n < later.n WHERE later.state = 'sending' AND earlier.state IN ('queued', 'sending')"
    ),
    "sending without a lease": "SELECT alert_id, n FROM outbox WHERE state = 'sending' AND lease_until IS NULL",
    "refused": "SELECT alert_id, n, refused_code FROM outbox WHERE state = 'refused'",
}


def look(home: Path) -> dict[str, list[Any]]:
    """Return the ids of alerts and drafts and whatever breaks the rule; asked of the counter, in its own process."""
    with closing(connect(home / "profile.db", KEY)) as database:
        wrong = [[name, list(row)] for name, query in _WRONG.items() for row in database.execute(query)]
        alerts = [row[0] for row in database.execute("SELECT alert_id FROM alerts")]
        drafts = [row[0] for row in database.execute("SELECT alert_id FROM drafts")]
    return {"wrong": wrong, "alerts": alerts, "drafts": drafts}


def judge(said: dict[str, list[Any]], ledger: Ledger, drafts: set[str], findings: Findings, how: str) -> None:
    """Note what breaks the rule, and what was confirmed as saved and is not there."""
    for name, row in said["wrong"]:
        findings.note("torn", f"{name}: {row} ({how})")
    for missing in set(ledger.saved.values()) - set(said["alerts"]):
        findings.note("lost", f"{missing} was saved and is not in the profile ({how})")
    for missing in drafts - set(said["drafts"]) - set(said["alerts"]):
        findings.note("lost", f"the draft of {missing} was saved and is not in the profile ({how})")
