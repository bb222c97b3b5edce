"""What the campaigns found once, each kept out by a small test of its own."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from station.adapters.vault import create_key_file


def test_a_new_key_file_is_safe_together_with_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bool] = []
    real = os.fsync

    def noting(handle: int) -> None:
        synced.append(stat.S_ISDIR(os.fstat(handle).st_mode))
        real(handle)

    monkeypatch.setattr(os, "fsync", noting)
    create_key_file(tmp_path / "station.key", "sta_1")
    assert synced == [False, True], "the file first, then the folder that holds its name"
