"""Names and other texts of one line: nothing in them that no screen shows."""

import re

from station.domain.findings import FieldError

# Control characters, line ends, marks that turn the direction of what follows, and half characters.
_NOT_SHOWN = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069\\ud800-\\udfff]")


def line_errors(*fields: tuple[str, str, str]) -> list[FieldError]:
    """Return an error for every (name, Chinese name, text) whose text holds such a character inside."""
    return [
        FieldError(
            f"/{name}",
            "characters",
            f"{name} holds characters that no screen shows: type it again.",
            f"{zh}里有无法显示的字符：请重新输入。",
        )
        for name, zh, text in fields
        if _NOT_SHOWN.search(text.strip())
    ]
