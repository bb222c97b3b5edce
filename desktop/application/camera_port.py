"""A camera of this PC, as the screens need it: its name, one picture after the other, and letting go of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from desktop.application.errors import CounterwatchError

Reason = Literal["busy", "refused", "gone", "silent", "unfit"]


class CameraFailed(CounterwatchError):
    """The camera gives no picture: another program has it, the system refuses it, it is gone, it is silent, or of a strange kind."""

    kind = "camera-failed"

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


@dataclass(frozen=True, slots=True)
class CameraName:
    """One camera: `key` for the program, `title` as its maker calls it."""

    key: str
    title: str


class CameraStream(Protocol):
    """An open camera; its light is on until `close`."""

    def frame(self) -> bytes:
        """Return the next picture as a JPEG file; blocks for as long as one takes. CameraFailed."""

    def wake(self) -> None:
        """Let a `frame` that waits on another thread give up at once; never blocks."""

    def close(self) -> None:
        """Let go of the camera, once or more often."""


class Cameras(Protocol):
    """The cameras there are now. `names` is quick and turns no camera on; `open` blocks, CameraFailed."""

    def names(self) -> tuple[CameraName, ...]: ...
    def open(self, key: str) -> CameraStream: ...
