"""Photos as sealed files: AES-256-GCM, a key each that only the encrypted database holds, on the disk before they count."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop.adapters.system.disk import disk_failures, sync_folder
from desktop.application.errors import NotFound, StorageFailed

_FORM = b"CWA1"
_NONCE_BYTES = 12


class SealedFiles:
    """One folder of sealed files, each written once under a name of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, data: bytes) -> bytes:
        """Write a new sealed file and return its key once the file is on the disk; StorageFailed leaves nothing behind."""
        key, nonce = AESGCM.generate_key(bit_length=256), secrets.token_bytes(_NONCE_BYTES)
        sealed = _FORM + nonce + AESGCM(key).encrypt(nonce, data, name.encode())
        path = self._folder / name
        growing = path.with_name(name + ".part")
        with disk_failures():
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                handle = os.open(growing, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
                with os.fdopen(handle, "wb") as file:
                    file.write(sealed)
                    file.flush()
                    os.fsync(file.fileno())
                growing.replace(path)
            except BaseException:
                growing.unlink(missing_ok=True)
                raise
            sync_folder(self._folder)
        return key

    def read(self, name: str, key: bytes) -> bytes:
        """Return a file's content; NotFound when it is gone, StorageFailed("corrupt") when a byte of it changed."""
        with disk_failures():
            try:
                sealed = (self._folder / name).read_bytes()
            except FileNotFoundError:
                raise NotFound("photo") from None
        head = len(_FORM)
        try:
            if sealed[:head] != _FORM:
                raise InvalidTag
            nonce, rest = sealed[head : head + _NONCE_BYTES], sealed[head + _NONCE_BYTES :]
            return AESGCM(key).decrypt(nonce, rest, name.encode())
        except (InvalidTag, ValueError):
            raise StorageFailed("corrupt") from None

    def remove(self, name: str) -> None:
        """Delete a file; one that is gone already is fine."""
        with disk_failures():
            (self._folder / name).unlink(missing_ok=True)

    def names(self) -> frozenset[str]:
        """Return the names of all files here, unfinished ones among them."""
        with disk_failures():
            return frozenset(path.name for path in self._folder.iterdir()) if self._folder.is_dir() else frozenset()
