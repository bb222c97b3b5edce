"""A file written beside its target and moved there at the end, so that a full disk leaves no half file."""

from __future__ import annotations

import contextlib
from pathlib import Path


def part_of(target: Path) -> Path:
    """Return where the file grows."""
    return target.with_name(f".{target.name}.part")


def remove(part: Path) -> None:
    """Leave nothing of a file that was not finished."""
    with contextlib.suppress(OSError):
        part.unlink(missing_ok=True)
