"""The program's log: ids and kinds only. What looks like a number of a person or a text of a person never gets in."""

from __future__ import annotations

import faulthandler
import logging
import re
import sys
import threading
import traceback
from collections import deque
from datetime import UTC, datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO, cast

from desktop.adapters.system.private_files import make_private_folder, private_opener

LOG = "counterwatch.log"
LONGEST_FILE = 1_000_000
KEPT_FILES = 3

_UUID = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_OUR_ID = r"\b[a-z]{2,5}_[a-z0-9]+\b"
_NUMBER = r"\+?\d(?:[ -]?\d){6,18}[Xx]?"
# The product's own messages are English: Chinese in a message is something a person typed or is called.
_CHINESE = r"[㐀-鿿豈-﫿\U00020000-\U0003134f]+"
_SENSITIVE = re.compile(f"(?P<id>{_UUID}|{_OUR_ID})|(?P<number>{_NUMBER})|(?P<text>{_CHINESE})")


def redacted(text: str) -> str:
    """Return `text` with numbers of seven and more digits and Chinese text masked; our own ids stay."""

    def mask(found: re.Match[str]) -> str:
        if found["id"]:
            return found["id"]
        return "[number]" if found["number"] else "[text]"

    return _SENSITIVE.sub(mask, text)


class RedactingFormatter(logging.Formatter):
    """Formats a record redacted; of an exception only types and places, never its text or values."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {redacted(record.getMessage())}"
        if record.exc_info and record.exc_info[1] is not None:
            line += "\n" + crash_text(record.exc_info[1])
        return line


def crash_text(error: BaseException) -> str:
    """Return types and code places of an exception and its causes: enough to find the fault, nothing of the data."""
    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}")
        lines += [
            f"  {'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)
        ]
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\n".join(lines)


class _PrivateFiles(RotatingFileHandler):
    """Rotating files that only their owner reads."""

    def _open(self) -> TextIOWrapper:
        return cast("TextIOWrapper", _opened(Path(self.baseFilename), self.mode))


class LogFiles:
    """The log of one run in `folder`; `close` gives the files back."""

    def __init__(self, folder: Path) -> None:
        make_private_folder(folder)
        self._folder = folder
        self._handler = _PrivateFiles(
            folder / LOG, maxBytes=LONGEST_FILE, backupCount=KEPT_FILES, encoding="utf-8", delay=True
        )
        self._handler.setFormatter(RedactingFormatter())
        self._handler.setLevel(logging.INFO)
        self._root_level = logging.getLogger().level
        logging.getLogger().addHandler(self._handler)
        logging.getLogger().setLevel(logging.INFO)
        # urllib3 tells addresses and proxies at lower levels; alembic every step.
        for noisy in ("urllib3", "alembic", "http_message_signatures", "PIL"):
            logging.getLogger(noisy).setLevel(logging.WARNING)
        self._faults: IO[str] = _opened(folder / "faults.log", "a")
        faulthandler.enable(self._faults)
        self._hooks = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def report(self, error: BaseException) -> Path:
        """Write a crash report without personal data and return its file."""
        path = self._folder / f"crash-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.txt"
        with _opened(path, "w") as file:
            file.write(f"Python {sys.version.split()[0]} on {sys.platform}\n{crash_text(error)}\n")
        logging.getLogger(__name__).error("unexpected failure: %s", type(error).__name__)
        return path

    def close(self) -> None:
        """Stop logging here."""
        sys.excepthook, threading.excepthook = self._hooks
        faulthandler.disable()
        self._faults.close()
        logging.getLogger().removeHandler(self._handler)
        logging.getLogger().setLevel(self._root_level)
        self._handler.close()

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, Exception):
            self.report(error.with_traceback(trace))
        else:
            sys.__excepthook__(kind, error, trace)

    def _on_thread_exception(self, failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None and not isinstance(failed.exc_value, SystemExit):
            self.report(failed.exc_value)


def _opened(path: Path, mode: str) -> IO[str]:
    return open(path, mode, encoding="utf-8", opener=private_opener)


def log_tail(folder: Path, lines: int) -> tuple[str, ...]:
    """Return the last lines of the log, masked once more; none when there is no log."""
    try:
        with (folder / LOG).open(encoding="utf-8", errors="replace") as file:
            return tuple(redacted(line.rstrip("\n")) for line in deque(file, maxlen=lines))
    except OSError:
        return ()
