"""The timeline of a lead: one line for every thing that happened to it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from station.application.case_records import LeadStep
from station.application.ports import Unit


def add_step(
    unit: Unit,
    alert_id: str,
    *,
    at: datetime,
    kind: str,
    actor: str,
    text: str = "",
    data: Mapping[str, Any] | None = None,
    first: bool = False,
) -> None:
    """Append a line. `actor` is a unit or a role, never a private person's name; `text` and `data` hold no personal data.

    `first`: the lead is being opened in this write, so there is no earlier line to look for.
    """
    last = [] if first else unit.lead_steps.find(alert_id=alert_id, order=["-step_no"], limit=1)
    unit.lead_steps.add(LeadStep(alert_id, last[0].step_no + 1 if last else 1, at, kind, actor, text, dict(data or {})))
