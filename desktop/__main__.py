"""Start: `counterwatch`, `python -m desktop`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; without a subcommand it opens the window."""
    for stream in (sys.stdout, sys.stderr):
        # A console or pipe of another code page must not make a sentence in Chinese a crash.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    from desktop.cli.group import group

    group(prog_name="counterwatch")


if __name__ == "__main__":
    main()
