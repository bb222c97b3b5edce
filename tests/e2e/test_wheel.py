"""A shop's computer gets the wheel, not the sources: it must work alone, from any folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests import house

# Nothing answered yet: no level, and not enough to go by.
CASE = {"id": "wheel-1", "setting": "gold_shop", "facts": {}}


def run(*command: str | Path, cwd: Path) -> str:
    """Run a program and give back its standard output; its standard error is in the failure."""
    words = [str(part) for part in command]
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this tree by the locked hatchling."""
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, house.ROOT, cwd=out)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the installed programs, in an environment that cannot see the sources.

    The locked dependencies are borrowed from this environment by a path line; the editable install's own .pth file is
    not read from there, so nothing but the wheel brings our packages.
    """
    home = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    place = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(run(python, "-c", place, cwd=home).strip())
    (site / "locked.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    pip: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
    ]
    run(*pip, "--disable-pip-version-check", wheel, cwd=home)
    return scripts


def test_every_resource_is_in_the_wheel(wheel: Path) -> None:
    """What lies under resources/ and every data file beside our code is packed."""
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    rooms = (*house.PROGRAMS, "resources")
    ours = {path.relative_to(house.ROOT).as_posix() for path in house.project_files()}
    wanted = {name for name in ours if name.split("/")[0] in rooms and not name.endswith("ruff.toml")}
    assert wanted <= packed, sorted(wanted - packed)


def test_only_our_packages_come_from_the_wheel(programs: Path, tmp_path: Path) -> None:
    """The packages imported in the installed environment are the installed ones."""
    show = "import desktop, redflags, station; print(desktop.__file__, redflags.__file__, station.__file__)"
    files = run(next(programs.glob("python*")), "-c", show, cwd=tmp_path).split()
    assert all(Path(file).is_relative_to(programs.parent) for file in files), files


@pytest.mark.parametrize("program", ["counterwatch", "counterwatch-station"])
def test_help_works_from_another_folder(programs: Path, tmp_path: Path, program: str) -> None:
    """Both programs explain themselves."""
    assert "--help" in run(programs / program, "--help", cwd=tmp_path)


def test_assess_finds_its_checklists(programs: Path, tmp_path: Path) -> None:
    """A case is assessed with the definitions inside the wheel."""
    file = tmp_path / "case.json"
    file.write_text(json.dumps(CASE), encoding="utf-8")
    result = json.loads(run(programs / "counterwatch", "assess", file, cwd=tmp_path))
    assert (result["id"], result["level"], result["insufficient"]) == ("wheel-1", "none", True)
