"""Where a profile lives when nobody says otherwise."""

from __future__ import annotations

from pathlib import Path


def default_home() -> Path:
    """Return this user's profile folder, as the operating system wants it."""
    import platformdirs

    return Path(platformdirs.user_data_dir("counterwatch", appauthor=False, roaming=False))


def practice_home() -> Path:
    """Return the folder of the practice profiles, apart from the real one."""
    return default_home().with_name("counterwatch-practice")
