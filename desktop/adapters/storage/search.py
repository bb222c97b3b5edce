"""Keeping the full-text index of the records."""

from __future__ import annotations

from sqlalchemy import Connection, text

from desktop.adapters.storage.grams import FORGET, REMEMBER

SEARCH_DDL = (
    "CREATE VIRTUAL TABLE records_fts USING fts5(grams, content='', contentless_delete=1, tokenize='unicode61')"
)


_FORGET = text(FORGET)
_REMEMBER = text(REMEMBER)


def index(connection: Connection, order: int, words: str, *, new: bool) -> None:
    """Set the search words of a record; `new` when it has none yet."""
    if not new:
        connection.execute(_FORGET, {"id": order})
    connection.execute(_REMEMBER, {"id": order, "words": words})
