"""Where the windows of a bench are drawn: Qt's own `offscreen`, and an X server of its own where there is one (Xvfb)."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

SIZE = "1600x1200x24"


@contextmanager
def screens() -> Iterator[dict[str, dict[str, str]]]:
    """Give the environment of each Qt platform by its name; xcb, which people use, first when it can be had."""
    offscreen = {"offscreen": {"QT_QPA_PLATFORM": "offscreen"}}
    server = shutil.which("Xvfb")
    if server is None:
        print("no Xvfb here: measured on the offscreen platform alone")
        yield offscreen
        return
    reading, writing = os.pipe()
    with subprocess.Popen(
        [server, "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(writing)
        with os.fdopen(reading) as said:
            number = said.readline().strip()
        try:
            yield {"xcb": {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}, **offscreen} if number else offscreen
        finally:
            process.terminate()
