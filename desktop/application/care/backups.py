"""Backups of the profile: where and under which passphrase, made now or every week, tried out now and then."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.application.care_models import BackupNote, BackupState, Told
from desktop.application.care_port import BackupFiles, BackupKey, CareStore
from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import BackupUnreadable, InvalidInput, StorageFailed, WorkStopped
from desktop.application.ports import Clock
from desktop.domain.alert.problems import FieldProblem
from desktop.domain.alert.retention import Retention, wiped_before

PLAN, LAST, DRILL, FAILED, RESTORED = (
    f"care/backup-{name}" for name in ("plan", "last", "drill", "failed", "restored")
)
EVERY = timedelta(days=7)
KEPT = 8
SHORTEST_PASSPHRASE = 8
NO_FOLDER = FieldProblem("folder", "required", "请选择备份放在哪里。", "Choose where the backup goes.")
BAD_PASSPHRASE = FieldProblem(
    "passphrase",
    "too-short",
    f"「备份口令」至少 {SHORTEST_PASSPHRASE} 个字：请设一个记得住的长口令。",
    f'"Backup passphrase" needs at least {SHORTEST_PASSPHRASE} characters: choose a long one you will remember.',
)


class ReadBackups:
    """Return the plan and what was done by it."""

    def __init__(self, *, store: CareStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self) -> BackupState:
        """Read it. StorageFailed."""
        plan, restored = _mapping(self._store.get(PLAN)), _mapping(self._store.get(RESTORED))
        return BackupState(
            folder=str(plan.get("folder", "")),
            automatic=bool(plan.get("automatic", False)),
            has_passphrase=bool(plan.get("key")),
            last=_note(self._store.get(LAST)),
            drill=_note(self._store.get(DRILL)),
            failed=str(self._store.get(FAILED) or ""),
            restored_from=_time(restored.get("made_at")),
            restored_at=_time(restored.get("at")),
            now=self._clock.now(),
        )


class PlanBackups:
    """Keep folder, passphrase and whether backups are made every week."""

    def __init__(self, *, store: CareStore, files: BackupFiles) -> None:
        self._store = store
        self._files = files

    def __call__(self, folder: str, passphrase: str | None, *, automatic: bool) -> Outcome[None]:
        """Save; `passphrase` None keeps the one there is. InvalidInput, StorageFailed.

        The passphrase itself is not kept: only a key of its own, in the encrypted profile, that each file carries under it.
        """
        plan = _mapping(self._store.get(PLAN))
        problems = [] if folder.strip() else [NO_FOLDER]
        if len(passphrase or "") < SHORTEST_PASSPHRASE and (passphrase is not None or not plan.get("key")):
            problems.append(BAD_PASSPHRASE)
        if problems:
            raise InvalidInput(tuple(problems))
        if passphrase is not None:
            fresh = asdict(self._files.new_key(passphrase))
            plan = fresh | ({"profile": plan["profile"]} if plan.get("profile") else {})
        self._store.put(PLAN, plan | {"folder": folder.strip(), "automatic": automatic})
        return Outcome(None, changed(Kind.PREFERENCES))


class BackUp:
    """Make a backup by the plan, now or when a week has gone by."""

    def __init__(
        self, *, store: CareStore, files: BackupFiles, clock: Clock, retention: Callable[[], Retention]
    ) -> None:
        self._store = store
        self._files = files
        self._clock = clock
        self._retention = retention

    def __call__(self, told: Told) -> Outcome[BackupNote]:
        """Make one, checked by reading it again. InvalidInput without a plan; StorageFailed, BackupUnreadable, WorkStopped."""
        plan = _mapping(self._store.get(PLAN))
        key = _key(plan)
        if key is None or not plan.get("folder"):
            raise InvalidInput((NO_FOLDER, BAD_PASSPHRASE))
        return self._make(Path(str(plan["folder"])), key, told)

    def to(self, folder: str, passphrase: str | None, told: Told) -> Outcome[BackupNote]:
        """Make one in a folder of its own; where the weekly ones go, and under which passphrase, stays as it was planned.

        `passphrase` None uses the one planned. The first there is becomes the plan's, as nobody is to remember two.
        Raises InvalidInput, StorageFailed, BackupUnreadable, WorkStopped.
        """
        plan = _mapping(self._store.get(PLAN))
        key = _key(plan)
        if (passphrase is None and key is None) or (passphrase is not None and len(passphrase) < SHORTEST_PASSPHRASE):
            raise InvalidInput((BAD_PASSPHRASE,))
        if passphrase is not None:
            fresh = self._files.new_key(passphrase)
            if key is None:
                self._store.put(PLAN, plan | asdict(fresh))
            key = fresh if key is None else replace(fresh, profile=key.profile)
        if key is None:
            raise InvalidInput((BAD_PASSPHRASE,))
        return self._make(Path(folder), key, told)

    def _make(self, folder: Path, key: BackupKey, told: Told) -> Outcome[BackupNote]:
        note = self._files.write(folder, key, self._clock.now(), told)
        self._store.put(LAST, _said(note))
        self._store.put(FAILED, None)
        self._files.rotate(folder, key.profile, KEPT, self._oldest(), Path(note.file))
        return Outcome(note, changed(Kind.PREFERENCES))

    def _oldest(self) -> datetime:
        """What a backup holds is gone from the profile after these days, and so must the backup be."""
        return wiped_before("L2", self._clock.careful(), self._retention())

    def when_due(self, told: Told) -> Outcome[bool]:
        """Make one if backups are automatic and the last is a week old; a failure is noted for the screens, not raised."""
        plan, last, now = _mapping(self._store.get(PLAN)), _note(self._store.get(LAST)), self._clock.now()
        # One that was made elsewhere by hand is none of the weekly ones; a clock that was set back must not stop them for years.
        here = last is not None and Path(last.file).parent == Path(str(plan.get("folder", "")))
        recent = last is not None and here and now - EVERY < last.made_at <= now
        if not plan.get("automatic") or recent:
            return Outcome(False)
        try:
            return Outcome(True, self(told).changes)
        except WorkStopped:
            return Outcome(False)
        except (StorageFailed, BackupUnreadable) as failure:
            self._store.put(FAILED, failure.reason)
        except InvalidInput:
            self._store.put(FAILED, "no-plan")
        return Outcome(False, changed(Kind.PREFERENCES))


class ForgetOldCopies:
    """Remove backups in the planned folder and databases put aside before upgrades, once what they hold is gone from the profile.

    The newest backup stays, however old: it is all there is to restore from, and the wipe follows a restore at once.
    """

    def __init__(self, *, store: CareStore, files: BackupFiles) -> None:
        self._store = store
        self._files = files

    def __call__(self, now: datetime, kept: Retention) -> None:
        """Look; a folder that cannot be reached is looked at another time."""
        plan = _mapping(self._store.get(PLAN))
        key = _key(plan)
        with contextlib.suppress(StorageFailed):
            # Made of the database whole, so the shortest time counts.
            self._files.forget_copies(wiped_before("L3", now, kept))
        if key is not None and plan.get("folder"):
            with contextlib.suppress(StorageFailed):
                oldest = wiped_before("L2", now, kept)
                self._files.rotate(Path(str(plan["folder"])), key.profile, KEPT, oldest, None)


class DrillBackup:
    """Try a backup out in a temporary place, as if it had to be restored, and remember when."""

    def __init__(self, *, store: CareStore, files: BackupFiles, clock: Clock) -> None:
        self._store = store
        self._files = files
        self._clock = clock

    def __call__(self, file: str, passphrase: str, told: Told) -> Outcome[BackupNote]:
        """Open, check and count. BackupUnreadable, StorageFailed, ProfileLocked("newer-version"), WorkStopped."""
        note = replace(self._files.look(Path(file), passphrase, told), at=self._clock.now())
        self._store.put(DRILL, _said(note))
        return Outcome(note, changed(Kind.PREFERENCES))


def _key(plan: Mapping[str, Any]) -> BackupKey | None:
    if not all(plan.get(name) for name in ("key", "sealed", "profile")):
        return None
    return BackupKey(str(plan["key"]), dict(plan["sealed"]), str(plan["profile"]))


def _said(note: BackupNote) -> dict[str, object]:
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in asdict(note).items()}


def _note(said: object) -> BackupNote | None:
    values = _mapping(said)
    at, made_at = _time(values.get("at")), _time(values.get("made_at"))
    if at is None or made_at is None:
        return None
    newest = _time(values.get("newest_at"))
    counts = {name: int(values.get(name, 0)) for name in ("records", "bytes", "photos")}
    return BackupNote(at=at, file=str(values.get("file", "")), made_at=made_at, newest_at=newest, **counts)


def _mapping(said: object) -> dict[str, Any]:
    return dict(said) if isinstance(said, dict) else {}


def _time(said: object) -> datetime | None:
    try:
        return datetime.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
