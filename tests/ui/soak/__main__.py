"""A longer day: `python -m tests.ui.soak [actions] [seed]`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest


def main() -> int:
    """Run the soak with so many actions; the seed of a failed day repeats it."""
    os.environ["SOAK_ACTIONS"] = sys.argv[1] if len(sys.argv) > 1 else "5000"
    if len(sys.argv) > 2:
        os.environ["COUNTERWATCH_TEST_SEED"] = sys.argv[2]
    return pytest.main(["-q", "-s", "-p", "no:cacheprovider", str(Path(__file__).with_name("test_soak.py"))])


if __name__ == "__main__":
    raise SystemExit(main())
