"""Start: `counterwatch`, `python -m desktop`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; without a subcommand it opens the window."""
    for stream in (sys.stdout, sys.stderr):
        # A console or pipe of another code page must not make a sentence in Chinese a crash.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if any("\ud800" <= character <= "\udfff" for word in sys.argv for character in word):
        # Bytes that are no UTF-8 reach Python as lone surrogates, which neither a database nor a letter can hold.
        sys.exit("参数里有无法识别的文字：请用 UTF-8 输入。\nAn argument is not readable text: type it in UTF-8.")
    from desktop.cli.group import group

    group(prog_name="counterwatch")


if __name__ == "__main__":
    main()
