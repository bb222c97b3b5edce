"""What backup and restore do to a whole station: database, attachments, epoch."""

import os
import shutil
import uuid
from dataclasses import dataclass
from pathlib import Path

from station.adapters.folders import make_private_file, sync_folder
from station.adapters.storage import copies
from station.adapters.storage.engine import database_file
from station.adapters.storage.store import read_facts
from station.adapters.storage.upgrade import upgrade_database
from station.adapters.system import SystemClock
from station.adapters.vault import FileVault
from station.application.errors import StationNotReady
from station.settings import Settings


@dataclass(frozen=True, slots=True)
class Copied:
    """A finished backup: the highest seq in it and how many attachments."""

    seq: int
    attachments: int


@dataclass(frozen=True, slots=True)
class Restored:
    """A new epoch: what the data cover, the last number skipped, and where the former database is kept."""

    epoch: str
    covered: int
    seq: int
    kept: str | None = None


def backup_station(settings: Settings, target: str) -> Copied:
    """Copy a station in service to `target` and `target.attachments`, force both to the disk, then note it.

    Raises StationNotReady, FileExistsError, OSError.
    """
    source = _file(settings)
    if not source.exists():
        raise StationNotReady("not-initialised")
    copy = Path(target)
    seq = copies.copy_database(source, copy)
    files = copies.complete_files(f"sqlite:///{copy}")
    _copy_files(settings.attachments, Path(f"{copy}.attachments"), files)
    sync_folder(copy.resolve().parent)
    copies.note_backup(settings.database_url, seq, SystemClock())
    return Copied(seq, len(files))


def mark_backup(settings: Settings, seq: int) -> None:
    """Note a backup made by other means; raises StationNotReady("beyond-last") for a number never given."""
    read_facts(settings.database_url)
    if seq > copies.last_seq(settings.database_url):
        raise StationNotReady("beyond-last")
    copies.note_backup(settings.database_url, seq, SystemClock())


def restore_station(settings: Settings, source: str, *, replace: bool) -> Restored:
    """Put a backup in the database's place under a new epoch; the former files are kept under another name.

    The backup is checked, copied and given its epoch beside the old database before anything is moved.
    Raises StationNotReady, OSError.
    """
    target, copy = _file(settings), Path(source)
    copies.check_copy(copy)
    vault = FileVault(settings.key_file, read_facts(f"sqlite:///{copy}")["station_id"])
    known, kept = 0, None
    epoch = _new_epoch()
    if target.exists():
        if not replace:
            raise StationNotReady("database-there")
        copies.ensure_idle(target)
        known = copies.last_seq(settings.database_url)
    fresh = target.with_name(f"{target.name}.restoring")
    fresh.unlink(missing_ok=True)
    copies.copy_database(copy, fresh)
    upgrade_database(f"sqlite:///{fresh}", vault)
    covered = copies.last_seq(f"sqlite:///{fresh}")
    seq = copies.start_epoch(f"sqlite:///{fresh}", epoch, known, SystemClock())
    files = copies.complete_files(f"sqlite:///{fresh}")
    copies.keep_only_files(f"sqlite:///{fresh}", _copy_files(Path(f"{copy}.attachments"), settings.attachments, files))
    copies.settle(fresh)
    if target.exists():
        kept = target.with_name(f"{target.name}.before-{epoch}")
        for ending in ("", "-wal", "-shm"):
            old = target.with_name(target.name + ending)
            if old.exists():
                old.replace(kept.with_name(kept.name + ending))
    fresh.replace(target)
    sync_folder(target.resolve().parent)
    return Restored(epoch, covered, seq, str(kept) if kept else None)


def begin_epoch(settings: Settings) -> Restored:
    """Begin a new epoch in a database that was restored by its server's own tools."""
    facts = read_facts(settings.database_url)
    upgrade_database(settings.database_url, FileVault(settings.key_file, facts["station_id"]))
    covered, epoch = copies.last_seq(settings.database_url), _new_epoch()
    return Restored(epoch, covered, copies.start_epoch(settings.database_url, epoch, 0, SystemClock()))


def _new_epoch() -> str:
    return uuid.uuid4().hex[:16]


def _file(settings: Settings) -> Path:
    file = database_file(settings.database_url)
    if file is None:
        raise StationNotReady("backup-kind")
    return file


def _copy_files(source: Path, target: Path, files: list[tuple[str, str, int]]) -> set[tuple[str, str]]:
    """Copy sealed attachments and return those that are whole at the target (a missing one can be sent again)."""
    whole = set()
    for alert_id, sha256, length in files:
        present, wanted = source / alert_id / sha256, target / alert_id / sha256
        if _size(present) >= length and _size(wanted) != _size(present):
            wanted.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            part = wanted.with_name(f"{sha256}.part")
            make_private_file(part)
            shutil.copyfile(present, part)
            with part.open("rb+") as written:
                os.fsync(written.fileno())
            part.replace(wanted)
            sync_folder(wanted.parent)
        if _size(wanted) >= length:
            whole.add((alert_id, sha256))
    return whole


def _size(file: Path) -> int:
    return file.stat().st_size if file.is_file() else -1
