"""A file written beside its target and moved there at the end, so that a full disk leaves no half file."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from desktop.application.errors import StorageFailed


def part_of(target: Path) -> Path:
    """Return where the file grows."""
    return target.with_name(f".{target.name}.part")


@contextlib.contextmanager
def disk_failures() -> Iterator[None]:
    """Raise StorageFailed (full | read-only | io) for what the disk did."""
    try:
        yield
    except OSError as error:
        reasons = {errno.ENOSPC: "full", errno.EDQUOT: "full", errno.EROFS: "read-only", errno.EACCES: "read-only"}
        raise StorageFailed(reasons.get(error.errno or 0, "io")) from error


def remove(part: Path) -> None:
    """Leave nothing of a file that was not finished."""
    with contextlib.suppress(OSError):
        part.unlink(missing_ok=True)
