"""Debugging symbols that wheels and Pythons bring along, and that no shop needs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

# Qt's libraries are not among them: strip damages those.
WITH_SYMBOLS = (
    "libpython3*.so*",
    "python3*/lib-dynload/*.so",
    "cryptography/**/*.so",
    "httptools/**/*.so",
    "jsonschema_rs/*.so",
    "PIL/*.so",
    "pillow.libs/*.so*",
    "pydantic_core/*.so",
    "rpds/*.so",
    "sqlalchemy/**/*.so",
    "sqlcipher3/*.so",
    "uvloop/**/*.so",
    "yaml/*.so",
)


def drop_debug_symbols(internal: Path) -> None:
    """Strip debugging symbols from the files of WITH_SYMBOLS, on Linux and where binutils is installed."""
    files = [str(path) for pattern in WITH_SYMBOLS for path in internal.glob(pattern) if not path.is_symlink()]
    if sys.platform == "linux" and shutil.which("strip") and files:
        subprocess.run(["strip", "--strip-debug", *files], check=True)
