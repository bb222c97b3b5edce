"""What the disk, or a stick that was pulled out, does to a backup."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator

from desktop.application.errors import StorageFailed

_REASONS = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EROFS: "read-only",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
}


@contextlib.contextmanager
def disk_failures() -> Iterator[None]:
    """Raise StorageFailed (full | read-only | io) for what the disk did."""
    try:
        yield
    except OSError as error:
        raise StorageFailed(_REASONS.get(error.errno or 0, "io")) from None
