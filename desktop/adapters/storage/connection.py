"""The encrypted database file and one connection to it: raw key, FULL, and no transactions but those we begin ourselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

DATABASE = "profile.db"
BUSY_MS = 5000


def connect(path: Path, key: bytes) -> Any:
    """Open one connection with a raw 32-byte key; the driver's own transactions are off."""
    if len(key) != 32:
        raise ValueError("the database key has 32 bytes")
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False, timeout=BUSY_MS / 1000)
    # Silenced first: the library would print the reason of a wrong key on standard error.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_memory_security = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection
