"""Where the data lies that ships with the app."""

from __future__ import annotations

from pathlib import Path

import desktop

RESOURCES = Path(desktop.__file__).parent.parent / "resources"
CHECKLISTS = RESOURCES / "checklists"
LESSONS = RESOURCES / "cases"
COURIERS = RESOURCES / "couriers"
CALENDAR = RESOURCES / "calendar" / "workdays.json"
