#!/usr/bin/env python3
"""Draw every page in every state into docs/screens: `python tools/screens.py [--only WORD] [--looks light-zh-100,…]`.

Names are page-state-theme-language-size.png. Without `--looks` all eight looks are drawn.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOOKS = [f"{theme}-{lang}-{size}" for theme in ("light", "dark") for lang in ("zh", "en") for size in (100, 150)]


def main() -> int:
    """Run the gallery as tests run it: on a profile of its own, offscreen."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--only", default="")
    asked.add_argument("--looks", default=",".join(LOOKS))
    asked.add_argument("--out", default=str(ROOT / "docs" / "screens"))
    given = asked.parse_args()
    environment = os.environ | {"SCREENS_OUT": given.out, "SCREENS_LOOKS": given.looks}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/ui/gallery/screens.py"]
    if given.only:
        command += ["-k", given.only]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
