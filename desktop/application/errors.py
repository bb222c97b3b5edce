"""Kinds of failure a use case may report, with whether trying again can help; no sentences here (see `ui.runtime.error_text`)."""

from __future__ import annotations

import errno
from datetime import datetime
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from desktop.application.read_models import FieldProblem


class CounterwatchError(Exception):
    """A failure of the world, not of the program; `kind` is the stable name the words are looked up by."""

    kind = "unknown"
    retryable = False


class InvalidInput(CounterwatchError):
    """Something typed is not acceptable; `problems` names each field and what to do. Nothing was stored or lost."""

    kind = "invalid-input"

    def __init__(self, problems: tuple[FieldProblem, ...]) -> None:
        super().__init__(", ".join(f"{p.field}:{p.code}" for p in problems))
        self.problems = problems


class WrongPin(CounterwatchError):
    """The PIN does not match; `tries_left` before the member is locked."""

    kind = "wrong-pin"

    def __init__(self, tries_left: int) -> None:
        super().__init__("wrong pin")
        self.tries_left = tries_left


class MemberLocked(CounterwatchError):
    """Too many wrong PINs; `until` is when the next try is allowed (UTC)."""

    kind = "member-locked"

    def __init__(self, until: datetime) -> None:
        super().__init__("member locked")
        self.until = until


class MemberNotActive(CounterwatchError):
    """This member has no key on this PC yet: an activation code from the duty desk is needed."""

    kind = "member-not-active"


class NotEnrolled(CounterwatchError):
    """This profile belongs to no shop yet."""

    kind = "not-enrolled"


class AlreadyEnrolled(CounterwatchError):
    """This profile already belongs to a shop."""

    kind = "already-enrolled"


class NotFound(CounterwatchError):
    """The record asked for is not in this profile."""

    kind = "not-found"


_OF_THE_DISK: Final = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EROFS: "read-only",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
}


class StorageFailed(CounterwatchError):
    """The disk did not take it (`reason`: full | read-only | io | corrupt | busy); what was there before is intact."""

    kind = "storage-failed"
    retryable = True

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    @classmethod
    def of(cls, error: OSError) -> Self:
        """Return the failure that an error of the file system is: full, read-only, else io."""
        return cls(_OF_THE_DISK.get(error.errno or 0, "io"))


class ProfileLocked(CounterwatchError):
    """The profile cannot be opened.

    `reason`: no-key | database-missing | wrong-passphrase | passphrase-needed | passphrase-new | keyring-locked | in-use | newer-version.
    `passphrase-new`: there is no profile yet, and no keyring for its key.
    """

    kind = "profile-locked"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BackupUnreadable(CounterwatchError):
    """A backup file cannot be used (`reason`: not-a-backup | newer-version | wrong-passphrase | damaged | other-counts)."""

    kind = "backup-unreadable"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class WorkStopped(CounterwatchError):
    """A person stopped a long piece of work; nothing of it was kept."""

    kind = "stopped"


class OtherShop(CounterwatchError):
    """The code belongs to another shop than this profile's: one profile is one shop."""

    kind = "other-shop"


class StationUnreachable(CounterwatchError):
    """No usable answer from the station (`reason`: network | timeout | tls | not-a-station | busy | insecure-url | bad-address)."""

    kind = "station-unreachable"
    retryable = True

    def __init__(self, reason: str, retry_after_s: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.retry_after_s = retry_after_s


class StationRefused(CounterwatchError):
    """The station understood and said no: `slug` is the problem type's last path part, `detail`/`detail_zh` its sentence.

    `expected` is the offset or number the station would take, when it says one.
    """

    kind = "station-refused"

    def __init__(
        self,
        slug: str,
        status: int,
        detail: str = "",
        detail_zh: str = "",
        problems: tuple[FieldProblem, ...] = (),
        expected: int | None = None,
    ) -> None:
        super().__init__(f"{status} {slug}")
        self.slug = slug
        self.status = status
        self.detail = detail
        self.detail_zh = detail_zh
        self.expected = expected
        self.problems = problems


class ForeignStation(CounterwatchError):
    """The answer is signed by another station than the one this profile was enrolled at."""

    kind = "foreign-station"


class AnotherStation(ForeignStation):
    """The address leads to another station than the one this profile was enrolled at, and it does not know this PC."""

    kind = "another-station"
