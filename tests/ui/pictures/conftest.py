"""The counter and the clock's place the pictures are taken at."""

from __future__ import annotations

from tests.ui.gallery.conftest import cheap_passphrases, chinese_time, counter, usual_look

__all__ = ["cheap_passphrases", "chinese_time", "counter", "usual_look"]
