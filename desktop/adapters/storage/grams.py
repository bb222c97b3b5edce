"""The search index's words, without a database library: character pairs, so a two-character Chinese word is one look-up."""

from __future__ import annotations

import unicodedata

FORGET = "DELETE FROM records_fts WHERE rowid = :id"
REMEMBER = "INSERT INTO records_fts(rowid, grams) VALUES (:id, :words)"


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


def _run(part: str) -> str:
    folded = unicodedata.normalize("NFKC", part).casefold()
    return "".join(char for char in folded if char.isalnum())
