"""Where the program's data files are: beside the packages, from source, from a wheel and in a frozen folder alike."""

from __future__ import annotations

from pathlib import Path

import desktop

RESOURCES = Path(desktop.__file__).parent.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of one data file or folder under `resources/`."""
    return RESOURCES.joinpath(*parts)
