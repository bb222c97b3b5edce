"""How much lies in a profile's folder."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

_PARTS = {"photos": "attachments", "backups": "backups", "logs": "logs"}


class ProfileFolder:
    """One profile's folder on the disk."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def sizes(self) -> Mapping[str, int]:
        """Return bytes of database, photos, backups and logs; what cannot be read counts nothing."""
        database = sum(_size(file) for file in self._files("profile.db*"))
        return {"database": database} | {
            name: sum(_size(file) for file in self._files(f"{folder}/*")) for name, folder in _PARTS.items()
        }

    def free_bytes(self) -> int:
        """Return what is free on this disk."""
        try:
            return shutil.disk_usage(self.path).free
        except OSError:
            return 0

    def _files(self, pattern: str) -> list[Path]:
        try:
            return list(self.path.glob(pattern))
        except OSError:
            return []


def _size(file: Path) -> int:
    try:
        return file.stat().st_size if file.is_file() else 0
    except OSError:
        return 0
