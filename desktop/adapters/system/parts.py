"""What this program is made of and runs on, from the metadata its parts were installed with."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator, Mapping
from importlib import metadata
from typing import Any

from desktop.application.care_models import Part

_PROGRAM = "counterwatch"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_SHOWN = ("pyside6-essentials", "sqlalchemy", "sqlcipher3", "cryptography", "requests")
_LONGEST = 60


def parts() -> tuple[Part, ...]:
    """Return the libraries this program needs, themselves and through others, by name; empty when nothing tells."""
    found: dict[str, Part] = {}
    _collect(_PROGRAM, found)
    found.pop(_PROGRAM, None)
    return tuple(found[name] for name in sorted(found))


def versions() -> Mapping[str, str]:
    """Return the versions of the program, of Python, of the system and of its main parts."""
    known = {name: _version(name) for name in (_PROGRAM, *_SHOWN)}
    return {**known, "python": sys.version.split()[0], "system": platform.platform(terse=True)}


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _collect(name: str, found: dict[str, Part]) -> None:
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in found:
        return
    try:
        known = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return
    said = known.metadata
    found[key] = Part(str(said["Name"] or name), known.version, _licence(said))
    for wanted in _wanted(known.requires or []):
        _collect(wanted, found)


def _wanted(requires: list[str]) -> Iterator[str]:
    for line in requires:
        # What only an extra asks for (tests, documentation) is no part of the program.
        if "extra ==" not in line and (name := _NAME.match(line)):
            yield name.group()


def _licence(said: Any) -> str:
    expression = said.get("License-Expression", "")
    named = [
        line.rsplit("::", 1)[-1].strip() for line in said.get_all("Classifier") or [] if line.startswith("License ::")
    ]
    text = str(said.get("License", "")).strip().splitlines()
    first = text[0] if text and len(text[0]) <= _LONGEST else ""
    return str(expression or first or ", ".join(named))
