"""What the disk does, said one way everywhere; and making a rename durable."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from desktop.application.errors import StorageFailed


@contextlib.contextmanager
def disk_failures() -> Iterator[None]:
    """Raise StorageFailed (full | read-only | io) for what the disk, or a stick that was pulled out, did."""
    try:
        yield
    except OSError as error:
        # The cause names a path; whoever logs the failure must not log that.
        raise StorageFailed.of(error) from None


def sync_folder(folder: Path) -> None:
    """Make a rename inside a folder durable; Windows has no such call and needs none. OSError."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
