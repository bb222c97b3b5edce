"""Which version of a checklist ships with the app, read without the engine that understands checklists."""

from __future__ import annotations

import json
from pathlib import Path


def shipped_version(folder: Path, setting: str) -> int | None:
    """Return the version a setting's file names, None when it names none."""
    said = json.loads((folder / f"{setting}.json").read_text(encoding="utf-8")).get("version")
    return said if isinstance(said, int) else None
