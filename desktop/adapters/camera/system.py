"""Which cameras there are: on Linux what the kernel lists, elsewhere none."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.application.camera_port import CameraFailed, CameraName, CameraStream

if TYPE_CHECKING:
    from desktop.application.camera_port import Cameras

LISTED: Final = Path("/sys/class/video4linux")
DEVICES: Final = Path("/dev")


def system_cameras() -> Cameras:
    """Return the cameras of this system."""
    return LinuxCameras() if sys.platform.startswith("linux") else NoCameras()


class NoCameras:
    """A system whose cameras the program does not know how to ask: a photo comes as a file or from the clipboard."""

    def names(self) -> tuple[CameraName, ...]:
        """None."""
        return ()

    def open(self, key: str) -> CameraStream:
        """Never asked for."""
        raise CameraFailed("gone")


class LinuxCameras:
    """Reads the kernel's list, which turns nothing on; the code that talks to a camera is loaded when one is opened."""

    def __init__(self, listed: Path = LISTED, devices: Path = DEVICES) -> None:
        self._listed, self._devices = listed, devices

    def names(self) -> tuple[CameraName, ...]:
        """Return the cameras in the order they were plugged in; what a camera lists besides its pictures is left out."""
        try:
            nodes = sorted(self._listed.iterdir(), key=lambda node: (len(node.name), node.name))
        except OSError:
            return ()
        return tuple(
            CameraName(node.name, _read(node / "name") or node.name)
            for node in nodes
            if node.name.startswith("video") and _read(node / "index") in ("", "0")
        )

    def open(self, key: str) -> CameraStream:
        """Turn a camera on."""
        if key not in {camera.key for camera in self.names()}:
            raise CameraFailed("gone")
        from desktop.adapters.camera.kernel import Kernel
        from desktop.adapters.camera.stream import V4l2Stream

        return V4l2Stream(Kernel(), str(self._devices / key))


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()[:60]
    except OSError:
        return ""
