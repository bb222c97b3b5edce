"""Start the frozen programs the way a shop's computer does, away from any Python: they must answer and open a window."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

SUFFIX = ".exe" if os.name == "nt" else ""
CASE = {"id": "smoke", "setting": "gold_shop", "facts": {}}
WINDOW_STAYS_OPEN_S = 15


def answer(program: Path, *arguments: str, home: Path) -> str:
    """What the program prints; CalledProcessError when it fails."""
    environment = {
        **os.environ,
        "HOME": str(home),
        "PYTHONPATH": "",
        "PATH": "/usr/bin:/bin" if os.name == "posix" else "",
    }
    command = [str(program), *arguments]
    done = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, timeout=120, check=True)
    return done.stdout


def window_stays_open(program: Path, home: Path) -> bool:
    """Whether the window is still up, with nothing said against it, after WINDOW_STAYS_OPEN_S seconds."""
    environment = {
        **os.environ,
        "HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "COUNTERWATCH_PASSPHRASE": "smoke test",
    }
    command = [str(program), "--home", str(home / "profile")]
    with subprocess.Popen(command, cwd=home, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            _, errors = process.communicate(timeout=WINDOW_STAYS_OPEN_S)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGTERM)
            _, errors = process.communicate(timeout=30)
            return "Traceback" not in errors
        print(f"the window closed by itself, exit code {process.returncode}\n{errors}", file=sys.stderr)
        return False


def station_answers(program: Path, home: Path) -> None:
    """Make a station's database, serve it on a free port and ask it who it is."""
    database = f"sqlite:///{(home / 'station.sqlite').as_posix()}"
    answer(program, "init", "--database", database, "--name", "Smoke", home=home)
    command = [str(program), "serve", "--database", database, "--listen", "127.0.0.1:0", "--json"]
    with subprocess.Popen(command, cwd=home, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            url = json.loads(process.stdout.readline())["url"]
            with urllib.request.urlopen(f"{url}/api/v1/meta", timeout=20) as response:
                assert json.load(response)["station"]["name"] == "Smoke"
            with urllib.request.urlopen(f"{url}/desk/", timeout=20) as response:
                assert b"<html" in response.read()
        finally:
            process.terminate()


def main() -> int:
    """Check the folder named on the command line, dist/counterwatch when none is."""
    here = Path(__file__).resolve().parent.parent
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else here / "dist" / "counterwatch"
    app, station = folder / f"counterwatch{SUFFIX}", folder / f"counterwatch-station{SUFFIX}"
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        print(answer(app, "--version", home=home).strip())
        (home / "case.json").write_text(json.dumps(CASE), encoding="utf-8")
        result = json.loads(answer(app, "assess", "case.json", home=home))
        assert result["level"] == "none", result
        station_answers(station, home)
        if not window_stays_open(app, home):
            return 1
    print("ok")
    return 0


if __name__ == "__main__":
    sys.exit(main())
