"""The tables of a profile; private to storage. `records` and its search index are the read side."""

from desktop.adapters.storage.tables.attachments import attachments
from desktop.adapters.storage.tables.columns import metadata
from desktop.adapters.storage.tables.letters import alerts, checklists, closings, drafts, outbox, receipts, supplements
from desktop.adapters.storage.tables.parcels import parcels
from desktop.adapters.storage.tables.police import (
    bulletins,
    case_steps,
    cases,
    feed_events,
    instructions,
    read_receipts,
    rewards,
)
from desktop.adapters.storage.tables.prices import gold_prices
from desktop.adapters.storage.tables.records import records
from desktop.adapters.storage.tables.register import sale_notes, sales
from desktop.adapters.storage.tables.shop import facts, members
from desktop.adapters.storage.tables.training import drill_attempts

__all__ = [
    "alerts",
    "attachments",
    "bulletins",
    "case_steps",
    "cases",
    "checklists",
    "closings",
    "drafts",
    "drill_attempts",
    "facts",
    "feed_events",
    "gold_prices",
    "instructions",
    "members",
    "metadata",
    "outbox",
    "parcels",
    "read_receipts",
    "receipts",
    "records",
    "rewards",
    "sale_notes",
    "sales",
    "supplements",
]
