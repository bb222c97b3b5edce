"""Full-text search for Chinese: character pairs as words, so a two-character word is one look-up."""

from __future__ import annotations

import unicodedata

from sqlalchemy import Connection, text

SEARCH_DDL = (
    "CREATE VIRTUAL TABLE records_fts USING fts5(grams, content='', contentless_delete=1, tokenize='unicode61')"
)


def grams(*texts: str) -> str:
    """Return the index form of some texts: each run's character pairs and its last character."""
    words: list[str] = []
    for run in (_run(part) for part in texts):
        words.extend(run[place : place + 2] for place in range(len(run)))
    return " ".join(words)


def query_of(typed: str) -> str | None:
    """Return the FTS query for typed text, each word a phrase and all required; None when nothing is left to search."""
    parts = []
    for run in (_run(word) for word in typed.split()):
        if len(run) == 1:
            parts.append(f'"{run}"*')
        elif run:
            pairs = " ".join(run[place : place + 2] for place in range(len(run) - 1))
            parts.append(f'"{pairs}"')
    return " AND ".join(parts) if parts else None


_FORGET = text("DELETE FROM records_fts WHERE rowid = :id")
_REMEMBER = text("INSERT INTO records_fts(rowid, grams) VALUES (:id, :words)")


def index(connection: Connection, order: int, words: str, *, new: bool) -> None:
    """Set the search words of a record; `new` when it has none yet."""
    if not new:
        connection.execute(_FORGET, {"id": order})
    connection.execute(_REMEMBER, {"id": order, "words": words})


def _run(part: str) -> str:
    folded = unicodedata.normalize("NFKC", part).casefold()
    return "".join(char for char in folded if char.isalnum())
