"""The station practice mode brings along: a process of its own, on loopback, that ends when we end."""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from desktop.adapters.system.private_files import make_private_folder, private_opener
from desktop.application.errors import StationUnreachable
from desktop.application.practice_port import PracticeMember, PracticeShop, PracticeStation

SETUP_S = 60
STOP_S = 5
log = logging.getLogger(__name__)


class PracticeStationProcess:
    """Starts and stops `counterwatch-station` in `folder`; its port is kept, so that profiles find it again."""

    def __init__(self, folder: Path, command: tuple[str, ...]) -> None:
        self._folder = folder
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None

    def __call__(self) -> PracticeStation:
        """Start the station; `StationUnreachable("not-a-station")` when the program is missing or gives up."""
        fresh = not self._facts_file.exists()
        if fresh:
            self._make()
        facts = json.loads(self._facts_file.read_text("utf-8"))
        said = self._serve(self._kept_port()) or self._serve(0)
        if said is None:
            raise StationUnreachable("not-a-station")
        self._write("port.txt", said["url"].rsplit(":", 1)[1])
        return PracticeStation(
            url=said["url"],
            desk_url=said["desk_url"],
            shops=tuple(_shop(shop) for shop in facts["shops"]),
            officers=tuple((officer["username"], officer["password"]) for officer in facts["officers"]),
            fresh=fresh,
        )

    def close(self) -> None:
        """Stop the station if it runs: first kindly, then not."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        try:
            process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()

    @property
    def _facts_file(self) -> Path:
        return self._folder / "practice.json"

    @property
    def _database(self) -> str:
        return str(self._folder / "station.sqlite")

    def _make(self) -> None:
        # Without its facts a station is half made: nobody could sign in there. Its made-up data is no loss.
        shutil.rmtree(self._folder, ignore_errors=True)
        make_private_folder(self._folder)
        try:
            made = subprocess.run(
                [*self._command, "practice-data", "--json", "--database", self._database],
                capture_output=True,
                timeout=SETUP_S,
                check=True,
                env=_environment(),
                creationflags=_no_window(),
            )
            json.loads(made.stdout)
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            log.warning("practice station not made: %s", type(error).__name__)
            raise StationUnreachable("not-a-station") from None
        self._write("practice.json", made.stdout.decode("utf-8"))

    def _serve(self, port: int | None) -> dict[str, str] | None:
        if port is None:
            return None
        arguments = ["serve", "--json", "--exit-with-parent", "--database", self._database]
        with open(self._folder / "station.log", "ab", opener=private_opener) as station_log:
            try:
                process = subprocess.Popen(
                    [*self._command, *arguments, "--listen", f"127.0.0.1:{port}"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=station_log,
                    env=_environment(),
                    creationflags=_no_window(),
                )
            except OSError:
                return None
        self._process = process
        assert process.stdout is not None
        line = process.stdout.readline()
        try:
            said: dict[str, str] = json.loads(line)
        except ValueError:
            self.close()
            return None
        return said

    def _kept_port(self) -> int | None:
        try:
            port = int((self._folder / "port.txt").read_text("ascii"))
        except (OSError, ValueError):
            return None
        return port if 0 < port < 65536 else None

    def _write(self, name: str, text: str) -> None:
        handle, temporary = tempfile.mkstemp(dir=self._folder)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(temporary).replace(self._folder / name)


def _shop(facts: dict[str, Any]) -> PracticeShop:
    members = tuple(PracticeMember(member["member_id"], member["activation_code"]) for member in facts["members"])
    return PracticeShop(facts["trade"], facts["name"], facts["merchant_id"], facts["code"], members)


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONIOENCODING": "utf-8"}


def _no_window() -> int:
    return getattr(subprocess, "CREATE_NO_WINDOW", 0)
