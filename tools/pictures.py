#!/usr/bin/env python3
"""Compare every page with its reference picture: `python tools/pictures.py [--accept] [--only WORD]`.

`--accept` takes what is drawn now as the new references in tests/ui/pictures/reference: look at them before they are committed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Run the picture tests."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--accept", action="store_true")
    asked.add_argument("--only", default="")
    given = asked.parse_args()
    environment = os.environ | ({"PICTURES_ACCEPT": "1"} if given.accept else {})
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/ui/pictures"]
    if given.only:
        command += ["-k", given.only]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
