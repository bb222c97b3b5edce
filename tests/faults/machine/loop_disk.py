"""A real small disk: a file with a file system in it, mounted where a program keeps its data. Needs the right to mount."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MEGABYTES = 16
_SHUT_DOWN, _NO_FLUSH = 0x8004587D, 2
"""EXT4_IOC_SHUTDOWN (linux/fs/ext4/ext4.h): from now on every call fails, and nothing more reaches the disk."""


class NoRight(Exception):
    """Mounting is not allowed here, or a program for it is missing."""


@dataclass(frozen=True)
class Disk:
    """The image and the folder it is mounted at."""

    image: Path
    at: Path

    def mount(self) -> None:
        """Mount it; its journal brings it back to the last sync."""
        _run("mount", "-o", "loop", str(self.image), str(self.at))

    def unmount(self) -> None:
        """Take it away."""
        _run("umount", str(self.at))

    def remount(self, how: str) -> None:
        """Make it `ro` or `rw`."""
        _run("mount", "-o", f"remount,{how}", str(self.at))

    def fill(self, leave: int) -> None:
        """Leave only so many bytes free."""
        free = shutil.disk_usage(self.at).free
        with (self.at / "filler").open("ab") as filler:
            os.posix_fallocate(filler.fileno(), filler.tell(), max(free - leave, 4096))

    def make_room(self) -> None:
        """Delete what fills it."""
        (self.at / "filler").unlink(missing_ok=True)

    def pull(self) -> None:
        """Pull the plug: what was not synced is gone, and every further call is an error."""
        handle = os.open(self.at, os.O_RDONLY)
        try:
            fcntl.ioctl(handle, _SHUT_DOWN, struct.pack("I", _NO_FLUSH))
        finally:
            os.close(handle)


@contextlib.contextmanager
def small_disk(at: Path) -> Iterator[Disk]:
    """Mount an empty disk of 16 MB at an empty folder; raises NoRight."""
    if os.geteuid() != 0 or not shutil.which("mkfs.ext4"):
        raise NoRight("mounting needs root and mkfs.ext4")
    with tempfile.TemporaryDirectory(prefix="counterwatch-disk-") as folder:
        disk = Disk(Path(folder) / "image", at)
        with disk.image.open("wb") as image:
            image.truncate(MEGABYTES * 1024**2)
        _run("mkfs.ext4", "-q", "-m", "0", str(disk.image))
        disk.mount()
        try:
            yield disk
        finally:
            _run("umount", "-l", str(at))


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoRight(f"{command[0]}: {done.stderr.strip()[:200]}")
