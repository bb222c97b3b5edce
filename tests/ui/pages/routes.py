"""What each route needs to show something worth looking at."""

from __future__ import annotations

from tests.ui.live_line.counter import Counter


def arguments_of(counter: Counter, route: str) -> dict[str, object]:
    """Return arguments for `go(route, …)`; drafts and alerts are made as needed."""
    if route == "review":
        return {"draft_id": counter.draft()}
    if route == "live":
        return {"alert_id": counter.submitted()}
    return {"setting": "gold_shop"} if route == "checklist" else {}
