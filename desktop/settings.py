"""What the person at the command line and the environment decided, read once and then frozen."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Where this profile lives and how it is opened; `passphrase` is only what the environment gave."""

    home: Path
    practice: bool = False
    passphrase: str | None = field(default=None, repr=False)
    station_command: tuple[str, ...] = ()


def read_settings(
    home: str | os.PathLike[str] | None = None,
    *,
    practice: bool = False,
    environ: Mapping[str, str] = os.environ,
) -> Settings:
    """Combine arguments, environment and this system's folders; practice mode has a home of its own."""
    named = home or environ.get("COUNTERWATCH_HOME")
    return Settings(
        home=(Path(named).expanduser() if named else _default_home(practice=practice)).absolute(),
        practice=practice,
        passphrase=environ.get("COUNTERWATCH_PASSPHRASE") or None,
        station_command=station_command(),
    )


def station_command() -> tuple[str, ...]:
    """Return how the practice station is started: our own Python from source, the program beside us when frozen."""
    if getattr(sys, "frozen", False):
        suffix = ".exe" if os.name == "nt" else ""
        return (str(Path(sys.executable).with_name(f"counterwatch-station{suffix}")),)
    return (sys.executable, "-m", "station")


def _default_home(*, practice: bool) -> Path:
    # Imported here: `assess` and a named --home need no platform folders.
    from desktop.adapters.system.directories import default_home, practice_home

    return practice_home() if practice else default_home()
