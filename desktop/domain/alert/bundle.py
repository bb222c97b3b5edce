"""Checklists published by the station: for drafts begun from now on, never for one under a clerk's hands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Bundle:
    """One signed set of checklists (`checklists`: setting -> JSON text of its complete definition).

    `refused` is why a later one was not taken (foreign-station | went-back | bad-definition), "" when none was.
    """

    version: int
    expires_at: datetime
    checklists: Mapping[str, str] = field(repr=False)
    refused: str = ""
