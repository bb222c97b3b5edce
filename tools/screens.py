#!/usr/bin/env python3
"""Draw every page in every state into docs/screens: `python tools/screens.py [--only WORD] [--looks light-zh-100,…]`.

Names are page-state-theme-language-size.png, paper-what-language.png for what is printed. Without `--looks` every view is
drawn in three looks and those met every day in two more; what is in docs/screens of older views is taken away.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOOKS = ("light-zh-100", "dark-zh-100", "dark-en-150")
ALSO = ("light-en-100", "light-zh-150")


def main() -> int:
    """Run the gallery as tests run it: on a profile of its own, offscreen."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--only", default="")
    asked.add_argument("--looks", default="")
    asked.add_argument("--out", default=str(ROOT / "docs" / "screens"))
    given = asked.parse_args()
    looks, also = (given.looks, "") if given.looks else (",".join(LOOKS), ",".join(ALSO))
    environment = os.environ | {"SCREENS_OUT": given.out, "SCREENS_LOOKS": looks, "SCREENS_ALSO": also}
    if not given.looks and not given.only:
        _take_away(Path(given.out))
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/ui/gallery/screens.py"]
    if given.only:
        command += ["-k", given.only]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def _take_away(folder: Path) -> None:
    """Older pictures of the app go; those of the desk and of the cut line are drawn by others."""
    for picture in folder.glob("*.png"):
        if not picture.name.startswith(("desk-", "cut-")):
            picture.unlink()


if __name__ == "__main__":
    raise SystemExit(main())
