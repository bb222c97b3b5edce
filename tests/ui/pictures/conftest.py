"""The counter and the clock's place the pictures are taken at."""

from __future__ import annotations

from tests.ui.gallery.conftest import chinese_time, counter

__all__ = ["chinese_time", "counter"]
