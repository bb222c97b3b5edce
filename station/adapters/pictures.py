"""Foreign pictures drawn anew in a small process (the port `Pictures`)."""

import subprocess
import sys
from collections.abc import Sequence

_SECONDS = 15
_FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG"}


def worker_command() -> Sequence[str]:
    """Return how the worker is started: the module from source, a hidden command of the frozen program."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "redraw-picture")
    return (sys.executable, "-m", "station.adapters.picture_worker")


class ProcessPictures:
    """One process a picture, with limits on memory and time (adapters.picture_worker)."""

    def redraw(self, content: bytes, media_type: str) -> bytes | None:
        """Return the picture decoded and encoded anew, without metadata; None when it is no such picture."""
        try:
            done = subprocess.run(
                [*worker_command(), _FORMATS[media_type]],
                input=content,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except (subprocess.TimeoutExpired, OSError):
            return None
        return done.stdout if done.returncode == 0 and done.stdout else None
