#!/usr/bin/env python3
"""One door for every developer command; standard library only, so that it runs before anything is installed."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "counterwatch.stamp"

# The Debian and Ubuntu package that carries each library Qt's windows are linked to.
DEBIAN = {
    "libEGL": "libegl1",
    "libGL": "libgl1",
    "libGLX": "libglx0",
    "libOpenGL": "libopengl0",
    "libX11-xcb": "libx11-xcb1",
    "libX11": "libx11-6",
    "libdbus-1": "libdbus-1-3",
    "libfontconfig": "libfontconfig1",
    "libfreetype": "libfreetype6",
    "libglib-2.0": "libglib2.0-0",
    "libgthread-2.0": "libglib2.0-0",
    "libwayland-client": "libwayland-client0",
    "libwayland-cursor": "libwayland-cursor0",
    "libwayland-egl": "libwayland-egl1",
    "libxcb-cursor": "libxcb-cursor0",
    "libxcb-icccm": "libxcb-icccm4",
    "libxcb-image": "libxcb-image0",
    "libxcb-keysyms": "libxcb-keysyms1",
    "libxcb-randr": "libxcb-randr0",
    "libxcb-render-util": "libxcb-render-util0",
    "libxcb-render": "libxcb-render0",
    "libxcb-shape": "libxcb-shape0",
    "libxcb-shm": "libxcb-shm0",
    "libxcb-sync": "libxcb-sync1",
    "libxcb-util": "libxcb-util1",
    "libxcb-xfixes": "libxcb-xfixes0",
    "libxcb-xkb": "libxcb-xkb1",
    "libxcb": "libxcb1",
    "libxkbcommon-x11": "libxkbcommon-x11-0",
    "libxkbcommon": "libxkbcommon0",
}


def say(zh: str, en: str) -> None:
    """Tell the developer one thing, in both languages, before whatever runs next writes its own lines."""
    print(f"dev.py: {zh}\n        {en}", flush=True)


def run(*command: str | Path, quiet: bool = False) -> int:
    """Run one command in the project's folder and give back its exit code."""
    output = subprocess.DEVNULL if quiet else None
    code = subprocess.run([str(part) for part in command], cwd=ROOT, stdout=output, check=False).returncode
    return 128 - code if code < 0 else code


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages when root, otherwise print the exact command; true when they were installed."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        say(f"请用系统的软件管理器安装:{' '.join(packages)}", "install these with your system's package manager")
        return False
    if os.geteuid() != 0:
        say("缺少系统组件,请先运行:", f"system packages are missing, please run:\n  sudo {' '.join(command)}")
        return False
    say(f"正在安装系统组件:{' '.join(packages)}", "installing the missing system packages")
    os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
    if run("apt-get", "update", "-q", quiet=True) == 0 and run(*command, quiet=True) == 0:
        return True
    say(
        "没有装上,原因见上;可以自己运行:",
        f"that did not work, the reason is above; to try it by hand:\n  {' '.join(command)}",
    )
    return False


def missing_libraries() -> list[str]:
    """Shared libraries Qt's platform plugins are linked to and this Linux system does not have, as ldd names them."""
    if not sys.platform.startswith("linux") or not shutil.which("ldd"):
        return []
    plugins = VENV.glob("lib/python*/site-packages/PySide6/Qt/plugins/platforms/*.so")
    wanted = [str(path) for path in plugins if path.stem in {"libqxcb", "libqoffscreen"}]
    listing = subprocess.run(["ldd", *wanted], capture_output=True, text=True, check=False).stdout if wanted else ""
    return sorted({line.split()[0] for line in listing.splitlines() if line.strip().endswith("not found")})


def has_chinese_font() -> bool:
    """Whether a font with Chinese characters can be found; always true off Linux, where the system brings one."""
    if not sys.platform.startswith("linux"):
        return True
    if shutil.which("fc-list"):
        return bool(subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False).stdout.strip())
    return any(Path("/usr/share/fonts").rglob("*CJK*"))


def browser_packages() -> list[str]:
    """The packages with Chromium and its driver, which Ubuntu names otherwise than Debian."""
    release = Path("/etc/os-release")
    ubuntu = release.exists() and "ID=ubuntu" in release.read_text(encoding="utf-8").splitlines()
    return ["chromium-browser", "chromium-chromedriver"] if ubuntu else ["chromium", "chromium-driver"]


def system_ready(*, browser: bool = False) -> bool:
    """Look for what pip cannot bring: Qt's libraries, a Chinese font and, for the tests, Chromium with its driver."""
    libraries = missing_libraries()
    packages = {DEBIAN[stem] for stem in (name.partition(".so")[0] for name in libraries) if stem in DEBIAN}
    if not has_chinese_font():
        packages.add("fonts-noto-cjk")
    if packages:
        apt_install(sorted(packages))
    if browser and sys.platform.startswith("linux") and not shutil.which("chromedriver"):
        apt_install(browser_packages())
    still = missing_libraries()
    if still:
        say(f"仍缺少系统库:{' '.join(still)},窗口无法打开。", "no window can open without these libraries")
    return not still


def make_venv() -> bool:
    """Make .venv unless there is a working one, with the Python that runs this file."""
    if PYTHON.exists() and run(PYTHON, "-c", "pass", quiet=True) == 0:
        return True
    if shutil.which("uv"):
        return run("uv", "venv", "--quiet", "--clear", "--seed", "--python", sys.executable, VENV) == 0
    if find_spec("ensurepip") is None:
        say(
            "这个 Python 缺少 venv 模块。",
            "this Python lacks its venv module (Debian ships it as a package of its own)",
        )
        if not apt_install([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]):
            return False
    return run(sys.executable, "-m", "venv", "--clear", VENV) == 0


def setup() -> int:
    """Make .venv hold exactly the hashed lock and this project; at once when nothing changed since the last time."""
    key = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes() + sys.version.encode()).hexdigest()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="ascii") == key:
        return 0
    say("正在准备 .venv(第一次需要几分钟)……", "preparing .venv (a few minutes the first time)")
    pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if shutil.which("uv"):
        pip = ["uv", "pip", "install", "--quiet", "--python", PYTHON]
    if not make_venv():
        return 1
    if run(*pip, "--require-hashes", "-r", LOCK):
        say("依赖没有装完:请检查网络后重试。", "the dependencies are not complete: check the network and try again")
        return 1
    if run(*pip, "--no-build-isolation", "--no-deps", "-e", ROOT):
        say("本项目没有装好:原因见上。", "the project itself could not be installed: the reason is above")
        return 1
    STAMP.write_text(key, encoding="ascii")
    return 0


def start(arguments: list[str]) -> int:
    """Open the app in practice mode; without a display, run the tour instead."""
    if not system_ready():
        return 1
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        say(
            "没有显示器,改为运行演示并保存截图。",
            "there is no display: running the tour instead, pictures in tour-pictures/",
        )
        return tour(arguments)
    return run(PYTHON, "-m", "desktop", "--practice", *arguments)


def tour(arguments: list[str]) -> int:
    """Drive the real windows and a real station through two cases, a screenshot at every step."""
    out = [] if "--out" in arguments else ["--out", "tour-pictures"]
    return run(PYTHON, "-m", "desktop", "tour", *out, *arguments) if system_ready() else 1


def test(arguments: list[str]) -> int:
    """Run what the arguments name, or the whole suite in two processes: file by file, the quick rooms first."""
    # No new worker for one that crashed: by file, pytest-xdist 3.8 then waits for ever (its issue 1378) and names nothing.
    chosen = arguments or ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "--max-worker-restart", "0"]
    return run(PYTHON, "-m", "pytest", *chosen) if system_ready(browser=True) else 1


def check(_arguments: list[str]) -> int:
    """Run the static checks; all of them, even after one has failed."""
    commands: list[list[str | Path]] = [
        [PYTHON, "-m", "ruff", "check", "--quiet", "."],
        [PYTHON, "-m", "ruff", "format", "--quiet", "--check", "."],
        [PYTHON, "-m", "mypy", "--no-error-summary"],
        [BIN / "lint-imports", "--no-cache", "--no-logo"],
    ]
    failed = [" ".join(str(part) for part in command[1:]) for command in commands if run(*command)]
    if failed:
        say(f"没有通过:{';'.join(failed)}", "the checks named above found something")
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    """Run the benchmarks named, or all of them; each prints the floor it is compared with."""
    names = arguments or sorted(path.stem for path in (ROOT / "bench").glob("[a-z]*.py"))
    codes = [run(PYTHON, "-m", f"bench.{name}") for name in names]
    return next((code for code in codes if code), 0)


def fault_tools() -> None:
    """Install what the fault campaigns need beside pip's packages: a C compiler, a PostgreSQL server, a clock that can be moved."""
    if sys.platform.startswith("linux"):
        wanted = [] if shutil.which("cc") else ["gcc", "libc6-dev"]
        if not shutil.which("initdb") and not any(Path("/usr/lib/postgresql").glob("*/bin/initdb")):
            wanted.append("postgresql")
        if not shutil.which("faketime"):
            wanted.append("faketime")
        if wanted:
            apt_install(wanted)


def faults(arguments: list[str]) -> int:
    """Run the fault campaigns and print one table; `--long`, `--seed N`, `--only NAMES`."""
    fault_tools()
    return run(PYTHON, "-m", "tests.faults", *arguments)


def tidy(_arguments: list[str]) -> int:
    """Let ruff mend and format what it can."""
    return run(PYTHON, "-m", "ruff", "check", "--fix", "--quiet", ".") or run(PYTHON, "-m", "ruff", "format", ".")


COMMANDS: dict[str, tuple[str, str, Callable[[list[str]], int]]] = {
    "setup": ("安装依赖", "install the dependencies", lambda _: 0 if system_ready() else 1),
    "run": ("打开练习模式", "open the app in practice mode", start),
    "test": ("运行全部测试", "run the whole suite", test),
    "check": ("静态检查", "run the static checks", check),
    "tour": ("演示并截图", "run the tour, with screenshots", tour),
    "bench": ("性能测量", "run the benchmarks", bench),
    "faults": ("故障演练", "run the fault campaigns", faults),
    "format": ("整理代码格式", "mend and format the code", tidy),
}


def keep_bytecode() -> None:
    """Where Python may not write bytecode beside the sources, keep it in .venv.

    Without any, each process the app and its tests start compiles every library again, which takes longer than their work.
    """
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        os.environ.setdefault("PYTHONPYCACHEPREFIX", str(VENV / "bytecode"))


def main() -> int:
    """Read the command, make .venv ready, pass the exit code through."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in COMMANDS:
        print("python3 dev.py COMMAND [ARGUMENTS]\n")
        for command, (zh, en, _) in COMMANDS.items():
            print(f"  {command:8}{zh}  {en}")
        return 0 if name in {"-h", "--help", "help"} else 2
    if sys.version_info < (3, 11):
        say("需要 Python 3.11 或更新的版本。", f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}")
        return 1
    keep_bytecode()
    return setup() or COMMANDS[name][2](sys.argv[2:])


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
