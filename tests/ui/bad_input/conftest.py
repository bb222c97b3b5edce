"""The counter and the window the wrong things are typed at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from tests.ui.live_line.counter import Counter, counter
from tests.ui.pages.window import WindowScreen

__all__ = ["counter", "screen"]


@pytest.fixture
def screen(counter: Counter) -> Iterator[WindowScreen]:
    """A window over the counter's profile, in front; closed and set back to Chinese and light afterwards."""
    shown = WindowScreen(counter)
    yield shown
    shown.window.close()
    language().apply("zh")
    theme().apply("light", 100)
