"""What the kernel's camera interface (Video4Linux2, linux/videodev2.h) is asked, and the shapes it answers in."""

from __future__ import annotations

import ctypes
import fcntl
import mmap
import os
from typing import Final

CAPTURE: Final = 1
"""V4L2_BUF_TYPE_VIDEO_CAPTURE, V4L2_MEMORY_MMAP, V4L2_FIELD_NONE: all three are 1."""
CAN_CAPTURE: Final = 0x1
CAN_STREAM: Final = 0x0400_0000
HAS_OWN: Final = 0x8000_0000
MJPEG: Final = int.from_bytes(b"MJPG", "little")
YUYV: Final = int.from_bytes(b"YUYV", "little")


class Capability(ctypes.Structure):
    """struct v4l2_capability."""

    _fields_ = (
        ("words", ctypes.c_char * 80),
        ("version", ctypes.c_uint32),
        ("capabilities", ctypes.c_uint32),
        ("own", ctypes.c_uint32),
        ("reserved", ctypes.c_uint32 * 3),
    )


class _Picture(ctypes.Structure):
    """struct v4l2_pix_format."""

    _fields_ = (
        ("width", ctypes.c_uint32),
        ("height", ctypes.c_uint32),
        ("kind", ctypes.c_uint32),
        ("field", ctypes.c_uint32),
        ("line", ctypes.c_uint32),
        ("size", ctypes.c_uint32),
    )


class _Shape(ctypes.Union):
    # The pointer gives the union its alignment, as the kernel's has.
    _fields_ = (("picture", _Picture), ("raw", ctypes.c_uint8 * 200), ("aligned", ctypes.c_void_p))


class Format(ctypes.Structure):
    """struct v4l2_format."""

    _fields_ = (("type", ctypes.c_uint32), ("shape", _Shape))


class Wanted(ctypes.Structure):
    """struct v4l2_requestbuffers."""

    _fields_ = (
        ("count", ctypes.c_uint32),
        ("type", ctypes.c_uint32),
        ("memory", ctypes.c_uint32),
        ("rest", ctypes.c_uint32 * 2),
    )


class _Place(ctypes.Union):
    _fields_ = (("offset", ctypes.c_uint32), ("pointer", ctypes.c_ulong))


class Buffer(ctypes.Structure):
    """struct v4l2_buffer."""

    _fields_ = (
        ("index", ctypes.c_uint32),
        ("type", ctypes.c_uint32),
        ("used", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("field", ctypes.c_uint32),
        ("time", ctypes.c_long * 2),
        ("timecode", ctypes.c_uint32 * 4),
        ("sequence", ctypes.c_uint32),
        ("memory", ctypes.c_uint32),
        ("place", _Place),
        ("length", ctypes.c_uint32),
        ("rest", ctypes.c_uint32 * 2),
    )


def _request(number: int, shape: type[ctypes.Structure | ctypes.c_int], *, reads: bool, writes: bool) -> int:
    """Return an ioctl's number (asm-generic/ioctl.h): what it does with its argument, the argument's size, 'V', its place."""
    return (writes << 30 | reads << 31) | ctypes.sizeof(shape) << 16 | ord("V") << 8 | number


QUERY: Final = _request(0, Capability, reads=True, writes=False)
SET_FORMAT: Final = _request(5, Format, reads=True, writes=True)
WANT_BUFFERS: Final = _request(8, Wanted, reads=True, writes=True)
ASK_BUFFER: Final = _request(9, Buffer, reads=True, writes=True)
GIVE_BUFFER: Final = _request(15, Buffer, reads=True, writes=True)
TAKE_BUFFER: Final = _request(17, Buffer, reads=True, writes=True)
START: Final = _request(18, ctypes.c_int, reads=False, writes=True)
STOP: Final = _request(19, ctypes.c_int, reads=False, writes=True)


class Kernel:
    """The four calls a camera needs; each raises OSError."""

    def open(self, path: str) -> int:
        """Open a device."""
        return os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)

    def call(self, fd: int, request: int, argument: ctypes.Structure | ctypes.c_int) -> None:
        """Ask one thing; the answer is written into the argument."""
        fcntl.ioctl(fd, request, argument)

    def map(self, fd: int, length: int, offset: int) -> mmap.mmap:
        """Return the memory of one buffer."""
        return mmap.mmap(fd, length, mmap.MAP_SHARED, mmap.PROT_READ, offset=offset)

    def close(self, fd: int) -> None:
        """Close a device."""
        os.close(fd)
