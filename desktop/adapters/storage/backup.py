"""Copies of the encrypted database, encrypted with the same key, complete or not there at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from desktop.adapters.storage.connection import connect
from desktop.adapters.storage.failures import storage_failures
from desktop.adapters.system.disk import sync_folder
from desktop.adapters.system.private_files import make_private_file, make_private_folder

_PAGES_AT_ONCE = 1000


def copy_database(source: Path, target: Path, key: bytes) -> None:
    """Copy a profile database while it may be in use; `target` appears only once it is whole and on the disk.

    Raises StorageFailed; a half copy is removed.
    """
    make_private_folder(target.parent)
    growing = target.with_name(target.name + ".part")
    with storage_failures():
        try:
            growing.unlink(missing_ok=True)
            make_private_file(growing)
            with (
                contextlib.closing(connect(source, key)) as original,
                contextlib.closing(connect(growing, key)) as copy,
            ):
                original.backup(copy, pages=_PAGES_AT_ONCE)
            _sync(growing)
            growing.replace(target)
            sync_folder(target.parent)
        except BaseException:
            growing.unlink(missing_ok=True)
            raise


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
