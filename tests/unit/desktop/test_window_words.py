"""The words that only open the window are read without the command line; all others are left to it."""

from __future__ import annotations

import pytest

from desktop.__main__ import Window, window_asked


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ([], Window()),
        (["--practice"], Window(practice=True)),
        (["--home", "shop"], Window(home="shop")),
        (["--home", "shop", "--practice"], Window(practice=True, home="shop")),
        (["--home", "one", "--home", "two"], Window(home="two")),
    ],
)
def test_the_window_is_asked_for(words: list[str], wanted: Window) -> None:
    assert window_asked(words) == wanted


@pytest.mark.parametrize(
    "words",
    [
        ["status"],
        ["--help"],
        ["--home"],
        ["--home", ""],
        ["--home", "--practice"],
        ["--home=shop"],
        ["--practice", "sync"],
    ],
)
def test_everything_else_is_the_command_lines(words: list[str]) -> None:
    assert window_asked(words) is None
