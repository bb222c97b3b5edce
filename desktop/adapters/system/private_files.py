"""Files and folders that only their owner reads, whatever the umask says; Windows keeps them so in a user's own folder."""

from __future__ import annotations

import os
from pathlib import Path


def private_opener(path: str, flags: int) -> int:
    """Open for `open(..., opener=private_opener)`: a file made by it has mode 0600."""
    return os.open(path, flags, 0o600)


def make_private_file(path: Path) -> None:
    """Make an empty file of mode 0600 where there is none; what SQLite puts beside a database takes its mode. OSError."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))


def make_private_folder(path: Path) -> None:
    """Make a folder of mode 0700 with its parents where there is none. OSError."""
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
