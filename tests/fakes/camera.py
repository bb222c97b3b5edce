"""Cameras that are none: a kernel that answers as the real one does, and a port with pictures fed in."""

from __future__ import annotations

import ctypes
import errno
import os
import threading
from collections import deque
from dataclasses import dataclass, field

from desktop.adapters.camera import kernel as v4l2
from desktop.application.camera_port import CameraFailed, CameraName, CameraStream

SIZE = 64 * 1024


class FakeMemory:
    """One buffer's memory."""

    def __init__(self) -> None:
        self.bytes = bytearray(SIZE)
        self.open = True

    def __getitem__(self, part: slice) -> bytes:
        assert self.open, "read after it was unmapped"
        return bytes(self.bytes[part])

    def close(self) -> None:
        self.open = False


@dataclass
class FakeKernel:
    """A camera node; `kinds` are the pictures it can make, `errors` the request that fails and how."""

    kinds: tuple[int, ...] = (v4l2.MJPEG,)
    size: tuple[int, int] = (1280, 720)
    line: int = 0
    errors: dict[int, int] = field(default_factory=dict)
    opening: int = 0
    capabilities: int = v4l2.CAN_CAPTURE | v4l2.CAN_STREAM
    buffers: int = 4
    calls: list[int] = field(default_factory=list)
    maps: list[FakeMemory] = field(default_factory=list)
    free: deque[int] = field(default_factory=deque)
    full: deque[tuple[int, int]] = field(default_factory=deque)
    ends: tuple[int, int] = (0, 0)
    closed: int = 0

    def open(self, path: str) -> int:
        if self.opening:
            raise OSError(self.opening, os.strerror(self.opening))
        self.ends = os.pipe()
        return self.ends[0]

    def show(self, picture: bytes) -> None:
        """Put a picture into the next free buffer, as the hardware does, and let the waiting end know."""
        index = self.free.popleft()
        self.maps[index].bytes[: len(picture)] = picture
        self.full.append((index, len(picture)))
        os.write(self.ends[1], b".")

    def unplug(self) -> None:
        """Whoever asks next learns that nothing is there."""
        self.errors[v4l2.TAKE_BUFFER] = errno.ENODEV
        os.write(self.ends[1], b".")

    def call(self, fd: int, request: int, argument: ctypes.Structure | ctypes.c_int) -> None:
        assert fd == self.ends[0]
        self.calls.append(request)
        if request in self.errors:
            raise OSError(self.errors[request], os.strerror(self.errors[request]))
        if isinstance(argument, v4l2.Capability):
            argument.capabilities, argument.own = self.capabilities | v4l2.HAS_OWN, self.capabilities
        elif isinstance(argument, v4l2.Format):
            picture = argument.shape.picture
            picture.kind = picture.kind if picture.kind in self.kinds else self.kinds[0]
            picture.width, picture.height = self.size
            picture.line = self.line or (picture.width * 2 if picture.kind == v4l2.YUYV else 0)
        elif isinstance(argument, v4l2.Wanted):
            argument.count = self.buffers
        elif isinstance(argument, v4l2.Buffer):
            self._buffer(request, argument)

    def map(self, fd: int, length: int, offset: int) -> FakeMemory:
        assert (length, offset) == (SIZE, len(self.maps) * SIZE)
        self.maps.append(FakeMemory())
        return self.maps[-1]

    def close(self, fd: int) -> None:
        self.closed += 1
        for end in self.ends:
            os.close(end)

    def _buffer(self, request: int, buffer: v4l2.Buffer) -> None:
        if request == v4l2.ASK_BUFFER:
            buffer.length, buffer.place.offset = SIZE, buffer.index * SIZE
        elif request == v4l2.GIVE_BUFFER:
            self.free.append(buffer.index)
        elif not self.full:
            raise BlockingIOError
        else:
            os.read(self.ends[0], 1)
            buffer.index, buffer.used = self.full.popleft()


class FedStream:
    """Shows the same picture again and again until closed; `wake` and `close` as the real one."""

    def __init__(self, camera: FedCameras) -> None:
        self._camera = camera
        self._woken = threading.Event()
        self.open = True

    def frame(self) -> bytes:
        if self._camera.dark:
            self._woken.wait(20)
        if self._woken.is_set() or not self.open:
            raise CameraFailed("gone")
        if self._camera.fails is not None:
            raise self._camera.fails
        return self._camera.picture

    def wake(self) -> None:
        self._woken.set()

    def close(self) -> None:
        self.open = False


@dataclass
class FedCameras:
    """What a test plugs in; `streams` are all that were ever opened."""

    picture: bytes = b""
    there: tuple[CameraName, ...] = (CameraName("video0", "Integrated Camera"),)
    refuses: CameraFailed | None = None
    fails: CameraFailed | None = None
    dark: bool = False
    streams: list[FedStream] = field(default_factory=list)

    def names(self) -> tuple[CameraName, ...]:
        return self.there

    def open(self, key: str) -> CameraStream:
        if self.refuses is not None:
            raise self.refuses
        assert key in {one.key for one in self.there}
        self.streams.append(FedStream(self))
        return self.streams[-1]

    def lit(self) -> bool:
        """Tell whether a light is on."""
        return any(stream.open for stream in self.streams)
