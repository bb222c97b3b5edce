"""Records to show, each valid by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from desktop.application.read_models import RecordPage, RecordRow
from tests.support import OPENING


def record(number: int = 1, **changes: Any) -> RecordRow:
    """One delivered alert of a gold shop, `number` minutes before opening."""
    row = RecordRow(
        alert_id=f"0193-{number:06d}",
        short_no=f"7K2M-{number:04d}",
        setting="gold_shop",
        level="alert",
        track="victim",
        summary=f"购金 {number} 克，只报克数",
        amount_fen=100_00 * number,
        created_at=OPENING - timedelta(minutes=number),
        delivery="delivered",
        case_state="received",
        case_text="",
        silent=False,
    )
    return replace(row, **changes)


def page_of(rows: tuple[RecordRow, ...], total: int, **changes: Any) -> RecordPage:
    """One page with totals."""
    page = RecordPage(
        rows=rows,
        total=total,
        tab_counts={"all": total, "waiting": 1, "open": 3, "reward": 1, "closed": 7},
        month_submitted=12,
        month_accepted=9,
        month_loss_prevented_fen=48_600_000,
        rewards_to_claim_fen=80_000,
        rewards_to_claim=1,
    )
    return replace(page, **changes)
