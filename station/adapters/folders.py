"""Folders and private files on the disk."""

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Force a folder's entries to the disk, where the system knows how (Windows writes them with the file)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_private_file(path: Path) -> None:
    """Make an empty file that only its owner reads, whatever the umask says, where there is none.

    What SQLite puts beside a database takes the database's mode.
    """
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
