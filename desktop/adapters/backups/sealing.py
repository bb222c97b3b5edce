"""A stream of sealed pieces: AES-256-GCM in 1 MiB pieces that can be neither cut, swapped nor ended early (STREAM)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.application.errors import BackupUnreadable

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

PIECE = 1024 * 1024
_TAG = 16
SALT = 32


def content_key(key: bytes, salt: bytes) -> bytes:
    """Return the key of one file: each has a salt of its own, so that no key and nonce ever meet twice."""
    return HKDF(hashes.SHA256(), length=32, salt=salt, info=b"counterwatch backup 1").derive(key)


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if last else b"\x00")


class Sealer(io.RawIOBase):
    """Write plain bytes, sealed pieces come out; only `finish` makes the stream whole."""

    def __init__(self, out: BinaryIO, key: bytes, head: bytes) -> None:
        super().__init__()
        self._out = out
        self._box = AESGCM(key)
        self._head = head
        self._waiting = bytearray()
        self._number = 0

    def writable(self) -> bool:
        """It is written to."""
        return True

    def write(self, data: ReadableBuffer) -> int:
        """Take bytes; a piece goes out when the next one begins, since the last is marked."""
        view = memoryview(data)
        self._waiting += view
        while len(self._waiting) > PIECE:
            self._put(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]
        return len(view)

    def finish(self) -> None:
        """Write the last piece."""
        self._put(bytes(self._waiting), last=True)
        self._waiting.clear()

    def _put(self, piece: bytes, *, last: bool) -> None:
        self._out.write(self._box.encrypt(_nonce(self._number, last=last), piece, self._head))
        self._number += 1


class Opener(io.RawIOBase):
    """Read the plain bytes of a sealed stream; BackupUnreadable("damaged") at the first piece that does not fit."""

    def __init__(self, source: BinaryIO, key: bytes, head: bytes) -> None:
        super().__init__()
        self._source = source
        self._box = AESGCM(key)
        self._head = head
        self._plain = b""
        self._ahead = source.read(PIECE + _TAG)
        self._number = 0
        self._over = False

    def readable(self) -> bool:
        """It is read from."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes, all that is left for a negative one."""
        parts = []
        left = size if size >= 0 else None
        while left is None or left > 0:
            if not self._plain and not self._next():
                break
            taken = self._plain if left is None else self._plain[:left]
            self._plain = self._plain[len(taken) :]
            left = None if left is None else left - len(taken)
            parts.append(taken)
        return b"".join(parts)

    def _next(self) -> bool:
        if self._over:
            return False
        sealed, self._ahead = self._ahead, self._source.read(PIECE + _TAG)
        self._over = not self._ahead
        try:
            self._plain = self._box.decrypt(_nonce(self._number, last=self._over), sealed, self._head)
        except InvalidTag:
            raise BackupUnreadable("damaged") from None
        self._number += 1
        return bool(self._plain)
