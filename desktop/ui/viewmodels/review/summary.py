"""One line on what was noted, made of the answers, for a clerk who has no hand free to write one."""

from __future__ import annotations

from typing import Final

from desktop.application.read_models import AlertReview
from desktop.ui.viewmodels.records.words import PERSON_PRESENT, VALUE_STATUS, word
from desktop.ui.viewmodels.review.values import ReviewValues

_MOST: Final = 4


def one_line(review: AlertReview | None, values: ReviewValues, lang: str) -> str:
    """Return the weightiest things noted and how it stands; empty when nothing was answered with yes."""
    english = lang == "en"
    noted = [en if english else zh for _id, points, zh, en in (review.reasons if review else ()) if points > 0]
    if not noted:
        return ""
    tables = (("person_present", PERSON_PRESENT), ("value_status", VALUE_STATUS))
    stands = [word(table, values.get(key), lang) for key, table in tables if values.get(key)]
    seen = ("; " if english else "；").join(noted[:_MOST])
    state = (", " if english else "，").join(stands)
    if english:
        return f"Noted: {seen}." + (f" {state}." if state else "")
    return f"见到：{seen}。" + (f"{state}。" if state else "")
