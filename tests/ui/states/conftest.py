"""The counter these pages stand at."""

from __future__ import annotations

from tests.ui.live_line.counter import counter

__all__ = ["counter"]
