"""Which copies of the profile have had their time: backup files in their folder, and what was put aside before upgrades."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from desktop.adapters.backups import heads
from desktop.application.errors import BackupUnreadable

SUFFIX = ".cwbackup"


def old_backups(folder: Path, profile: str, keep: int, before: datetime, made: Path | None) -> list[Path]:
    """Return this profile's backups beyond `keep` and those made before a time; the newest is never among them. OSError."""
    ours: list[tuple[bool, str, Path]] = []
    for file in folder.glob(f"counterwatch-*{SUFFIX}"):
        try:
            with file.open("rb") as source:
                head, _ = heads.read_head(source)
        except (OSError, BackupUnreadable):
            continue
        if head.profile == profile:
            ours.append((file == made, head.made_at, file))
    others = sorted(ours, reverse=True)[1:]
    late = [file for _made, _made_at, file in others[keep - 1 :]]
    return late + [file for _made, made_at, file in others[: keep - 1] if _is_before(made_at, before)]


def forget_copies(folder: Path, before: datetime) -> int:
    """Remove the databases put aside before upgrades of before a time and return how many they were. OSError."""
    old = [file for file in folder.glob("profile-*-schema-*.db") if _is_before(file.name.split("-")[1], before)]
    for file in old:
        file.unlink(missing_ok=True)
    return len(old)


def _is_before(made_at: str, before: datetime) -> bool:
    try:
        made = datetime.fromisoformat(made_at)
    except ValueError:
        return False
    return (made if made.tzinfo else made.replace(tzinfo=UTC)) < before
