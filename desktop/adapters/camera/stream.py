"""One open camera: buffers shared with the kernel, pictures taken out of them as JPEG files."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import io
import os
import select
import threading
from typing import Final, Protocol

from PIL import Image

from desktop.adapters.camera import kernel as v4l2
from desktop.application.camera_port import CameraFailed, Reason

WIDTH, HEIGHT = 1280, 720
"""Asked for; the camera answers with the size nearest to it that it has."""
BUFFERS: Final = 4
PATIENCE_S: Final = 4.0
"""Without a picture for so long (some need two seconds to wake) something is wrong."""
MOST_BYTES: Final = 32 * 2**20
_QUALITY: Final = 90
_REASONS: Final[dict[int, Reason]] = {
    errno.EBUSY: "busy",
    errno.EACCES: "refused",
    errno.EPERM: "refused",
    errno.ENODEV: "gone",
    errno.ENOENT: "gone",
    errno.ENXIO: "gone",
    errno.EIO: "gone",
}


class Memory(Protocol):
    """A buffer's memory."""

    def __getitem__(self, part: slice) -> bytes: ...
    def close(self) -> None: ...


class Asked(Protocol):
    """The kernel, or what stands for it."""

    def open(self, path: str) -> int: ...
    def call(self, fd: int, request: int, argument: ctypes.Structure | ctypes.c_int) -> None: ...
    def map(self, fd: int, length: int, offset: int) -> Memory: ...
    def close(self, fd: int) -> None: ...


class V4l2Stream:
    """Opened by its maker, which blocks; `frame` and `close` from one thread at a time, `wake` from any."""

    def __init__(self, kernel: Asked, path: str) -> None:
        self._kernel = kernel
        self._lock = threading.Lock()
        self._maps: list[Memory] = []
        self._open = True
        self._ear, self._bell = os.pipe()
        try:
            self._fd = kernel.open(path)
        except OSError as error:
            self._hang_up()
            raise _failure(error) from None
        try:
            self._begin()
        except OSError as error:
            self.close()
            raise _failure(error) from None
        except CameraFailed:
            self.close()
            raise

    def frame(self) -> bytes:
        """See `CameraStream`."""
        with self._lock:
            if not self._open:
                raise CameraFailed("gone")
            try:
                data = self._next()
            except OSError as error:
                raise _failure(error) from None
        return data if self._kind == v4l2.MJPEG else jpeg_of_yuyv(data, self._size, self._line)

    def wake(self) -> None:
        """See `CameraStream`."""
        with contextlib.suppress(OSError):
            os.write(self._bell, b".")

    def close(self) -> None:
        """See `CameraStream`."""
        self.wake()
        with self._lock:
            if not self._open:
                return
            self._open = False
            with contextlib.suppress(OSError):
                self._kernel.call(self._fd, v4l2.STOP, ctypes.c_int(v4l2.CAPTURE))
            for memory in self._maps:
                memory.close()
            self._kernel.close(self._fd)
            self._hang_up()

    def _hang_up(self) -> None:
        self._open = False
        os.close(self._ear)
        os.close(self._bell)

    def _begin(self) -> None:
        able = v4l2.Capability()
        self._kernel.call(self._fd, v4l2.QUERY, able)
        can = able.own if able.capabilities & v4l2.HAS_OWN else able.capabilities
        if not (can & v4l2.CAN_CAPTURE and can & v4l2.CAN_STREAM):
            raise CameraFailed("unfit")
        self._agree()
        wanted = v4l2.Wanted(count=BUFFERS, type=v4l2.CAPTURE, memory=v4l2.CAPTURE)
        self._kernel.call(self._fd, v4l2.WANT_BUFFERS, wanted)
        for index in range(wanted.count):
            buffer = _buffer(index)
            self._kernel.call(self._fd, v4l2.ASK_BUFFER, buffer)
            self._maps.append(self._kernel.map(self._fd, buffer.length, buffer.place.offset))
            self._kernel.call(self._fd, v4l2.GIVE_BUFFER, buffer)
        if not self._maps:
            raise CameraFailed("unfit")
        self._kernel.call(self._fd, v4l2.START, ctypes.c_int(v4l2.CAPTURE))

    def _agree(self) -> None:
        """Settle on a kind of picture: finished JPEG first, else what nearly every other camera has."""
        for kind in (v4l2.MJPEG, v4l2.YUYV):
            wish = v4l2.Format(type=v4l2.CAPTURE)
            picture = wish.shape.picture
            picture.width, picture.height, picture.kind, picture.field = WIDTH, HEIGHT, kind, v4l2.CAPTURE
            self._kernel.call(self._fd, v4l2.SET_FORMAT, wish)
            self._kind, self._size, self._line = picture.kind, (picture.width, picture.height), picture.line
            if picture.kind == kind:
                return
        raise CameraFailed("unfit")

    def _next(self) -> bytes:
        while True:
            ready, _writable, _odd = select.select([self._fd, self._ear], [], [], PATIENCE_S)
            if self._ear in ready:
                raise CameraFailed("gone")
            if not ready:
                raise CameraFailed("silent")
            buffer = _buffer(0)
            try:
                self._kernel.call(self._fd, v4l2.TAKE_BUFFER, buffer)
            except BlockingIOError:
                continue
            # Copied before the kernel may write into it again; a torn picture has no bytes and the next one is awaited.
            data = bytes(self._maps[buffer.index][: min(buffer.used, MOST_BYTES)])
            self._kernel.call(self._fd, v4l2.GIVE_BUFFER, _buffer(buffer.index))
            if data:
                return data


def jpeg_of_yuyv(data: bytes, size: tuple[int, int], line: int = 0) -> bytes:
    """Return a JPEG of a YUYV picture (two pixels in four bytes, colour shared); `line` is a row's length in bytes. CameraFailed."""
    width, height = size
    row = max(line, width * 2)
    if width < 2 or width % 2 or len(data) < row * (height - 1) + width * 2:
        raise CameraFailed("silent")
    if row != width * 2:
        data = b"".join(data[at * row : at * row + width * 2] for at in range(height))
    data = data[: width * 2 * height]
    half = (width // 2, height)
    bands = [
        Image.frombytes("L", size, data[0::2]),
        *(Image.frombytes("L", half, data[first::4]).resize(size) for first in (1, 3)),
    ]
    file = io.BytesIO()
    Image.merge("YCbCr", bands).save(file, "JPEG", quality=_QUALITY)
    return file.getvalue()


def _buffer(index: int) -> v4l2.Buffer:
    return v4l2.Buffer(index=index, type=v4l2.CAPTURE, memory=v4l2.CAPTURE)


def _failure(error: OSError) -> CameraFailed:
    return CameraFailed(_REASONS.get(error.errno or 0, "unfit"))
