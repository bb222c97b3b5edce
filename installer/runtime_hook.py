"""First lines of every frozen program: what differs from a start out of the sources."""

import io
import os
import sys

# A windowed Windows program has no standard streams; code that writes a line there must not fail for it.
for name in ("stdout", "stderr"):
    if getattr(sys, name) is None:
        setattr(sys, name, io.TextIOWrapper(open(os.devnull, "wb"), encoding="utf-8", write_through=True))  # noqa: PTH123, SIM115 - lives as long as the process, before pathlib is worth loading
