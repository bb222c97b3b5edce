"""Start: `counterwatch`, `python -m desktop`."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import NamedTuple


class Window(NamedTuple):
    """The command line asks for the window and for nothing else."""

    practice: bool = False
    home: str | None = None


def window_asked(words: Sequence[str]) -> Window | None:
    """Read the few words that only open the window; None for anything else, which the command line proper reads.

    Loading that takes a third of the time until the first paint.
    """
    practice, home, rest = False, None, list(words)
    while rest:
        word = rest.pop(0)
        if word == "--practice":
            practice = True
        elif word == "--home" and rest and rest[0] and not rest[0].startswith("-"):
            home = rest.pop(0)
        else:
            return None
    return Window(practice, home)


def main() -> None:
    """Run the command line; without a subcommand it opens the window."""
    for stream in (sys.stdout, sys.stderr):
        # A console or pipe of another code page must not make a sentence in Chinese a crash.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if any("\ud800" <= character <= "\udfff" for word in sys.argv for character in word):
        # Bytes that are no UTF-8 reach Python as lone surrogates, which neither a database nor a letter can hold.
        sys.exit("参数里有无法识别的文字：请用 UTF-8 输入。\nAn argument is not readable text: type it in UTF-8.")
    wanted = window_asked(sys.argv[1:])
    if wanted is not None:
        # Loading leaves nothing to collect; the window's own collector begins after its first paint (`ui.runtime.garbage`).
        gc.disable()
        from desktop.hosts import run_window
        from desktop.settings import read_settings

        sys.exit(run_window(read_settings(wanted.home, practice=wanted.practice)))
    from desktop.cli.group import group

    group(prog_name="counterwatch")


if __name__ == "__main__":
    main()
