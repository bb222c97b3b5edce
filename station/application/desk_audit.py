"""Reading the audit trail."""

from typing import Any

from station.application import auditing
from station.application.context import Station
from station.application.desk_access import Actor
from station.application.desk_items import when
from station.application.ports import Unit
from station.application.rewards_view import officer_names

PAGE = 100


def audit(station: Station, actor: Actor, before: int | None) -> dict[str, Any]:
    """Return a page of audit rows below number `before`, newest first, and whether the whole chain holds."""
    actor.require("auditor", "admin")

    def job(unit: Unit) -> dict[str, Any]:
        tests = [("audit_no", "<", before)] if before is not None else []
        rows = unit.audit.find(*tests, order=["-audit_no"], limit=PAGE + 1)
        names = officer_names(unit)
        return {
            "rows": [
                {
                    "audit_no": row.audit_no,
                    "at": when(row.at),
                    "actor": row.actor,
                    "actor_name": names.get(row.actor.removeprefix("officer:"), row.actor),
                    "action": row.action,
                    "subject": row.subject,
                    "before_revision": row.before_revision,
                    "after_revision": row.after_revision,
                    "detail": row.detail,
                    "row_hash": row.row_hash,
                }
                for row in rows[:PAGE]
            ],
            "more": len(rows) > PAGE,
            "chain_ok": auditing.first_broken(unit.audit.find(order=["audit_no"])) is None,
        }

    return station.store.read(job)
