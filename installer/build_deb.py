"""Pack dist/counterwatch into a Debian package with dpkg-deb; run PyInstaller first."""

from __future__ import annotations

import hashlib
import platform
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64", "loongarch64": "loong64"}
# What PyInstaller leaves to the system: graphics drivers, the session bus, fonts with Chinese characters.
DEPENDS = (
    "libc6, libegl1, libgl1, libxkbcommon-x11-0, libxcb-cursor0, libxcb-icccm4, libxcb-image0, libxcb-keysyms1, "
    "libxcb-render-util0, libdbus-1-3, libfontconfig1, libfreetype6, fonts-noto-cjk"
)
CONTROL = """\
Package: counterwatch
Version: {version}
Architecture: {architecture}
Maintainer: Counterwatch founding engineers <counterwatch@localhost>
Installed-Size: {kib}
Depends: {depends}
Recommends: gnome-keyring | libsecret-1-0, libcups2
Section: misc
Priority: optional
Description: counter assistant: checklists, records and messages for shops
 A checklist at the counter, a record of what was seen, and a line to the duty desk.
"""


def lay_out(tree: Path, version: str) -> None:
    """Copy the frozen folder and its menu entry to where Debian wants them, below `tree`."""
    library = tree / "usr/lib/counterwatch"
    shutil.copytree(ROOT / "dist/counterwatch", library, symlinks=True)
    for folder in ("usr/bin", "usr/share/applications", "usr/share/doc/counterwatch"):
        (tree / folder).mkdir(parents=True)
    for name in ("counterwatch", "counterwatch-station"):
        (tree / "usr/bin" / name).symlink_to(f"../lib/counterwatch/{name}")
    shutil.copy(ROOT / "installer/counterwatch.desktop", tree / "usr/share/applications")
    icons = tree / "usr/share/icons/hicolor/scalable/apps"
    icons.mkdir(parents=True)
    shutil.copy(ROOT / "installer/counterwatch.svg", icons)
    shutil.copy(ROOT / "LICENSE", tree / "usr/share/doc/counterwatch/copyright")
    files = [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files)
    sums = "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(tree)}\n"
        for path in files
    )
    debian = tree / "DEBIAN"
    debian.mkdir()
    architecture = ARCHITECTURES[platform.machine()]
    control = CONTROL.format(version=version, architecture=architecture, kib=size // 1024, depends=DEPENDS)
    (debian / "control").write_text(control, encoding="utf-8")
    (debian / "md5sums").write_text(sums, encoding="utf-8")
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


def main() -> int:
    """Build dist/counterwatch_VERSION_ARCH.deb and print its path."""
    if not (ROOT / "dist/counterwatch").is_dir():
        print("dist/counterwatch is missing: run PyInstaller first (installer/README.md)", file=sys.stderr)
        return 1
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name = f"counterwatch_{project['version']}_{ARCHITECTURES[platform.machine()]}.deb"
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        lay_out(tree, project["version"])
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(ROOT / "dist" / name)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    print(ROOT / "dist" / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
