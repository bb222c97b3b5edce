"""Two real PostgreSQL servers, one following the other commit by commit, so that the first can die and the second take over."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.fakes.postgres import programs

PORT = 5432


@dataclass(frozen=True)
class Pair:
    """A primary and its follower, each with a folder for its socket."""

    tools: Path
    folder: Path
    user: str | None

    def url(self, database: str = "postgres", *, only: str = "") -> str:
        """Return a URL that names both servers and asks for the one that takes writes; or `only` one of them."""
        if only:
            return f"postgresql+psycopg://station@/{database}?host={self.folder / only}&port={PORT}"
        both = f"{self.folder / 'first'},{self.folder / 'second'}"
        return (
            f"postgresql+psycopg://station@/{database}?host={both}&port={PORT},{PORT}&target_session_attrs=read-write"
        )

    def run(self, *command: str) -> None:
        """Run one of the server's programs as the server's user."""
        subprocess.run(
            [str(self.tools / command[0]), *command[1:]],
            check=True,
            user=self.user,
            group=self.user,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
        )

    def start(self, name: str) -> None:
        """Start a server that is there already."""
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.folder / name}' -c port={PORT}"
        log = str(self.folder / f"{name}.log")
        self.run("pg_ctl", "-D", str(self.folder / name / "data"), "-w", "-l", log, "-o", options, "start")

    def stop(self, name: str, how: str = "immediate") -> None:
        """Stop a server; `immediate` is as good as a crash."""
        self.run("pg_ctl", "-D", str(self.folder / name / "data"), "-m", how, "stop")

    def promote(self) -> None:
        """Let the follower take writes."""
        self.run("pg_ctl", "-D", str(self.folder / "second" / "data"), "-w", "promote")


@contextmanager
def postgres_pair() -> Iterator[Pair]:
    """Start both; a commit at the first is answered once the second has it too."""
    tools = programs()
    assert tools is not None, "PostgreSQL is not installed: apt install postgresql"
    # Behind a link on the PATH stands the folder that has all of them.
    tools = (tools / "initdb").resolve().parent
    folder = Path(tempfile.mkdtemp(prefix="cw-pair-"))
    user = "postgres" if os.getuid() == 0 else None
    for place in (folder, folder / "first", folder / "second"):
        place.mkdir(exist_ok=True)
        if user:
            owner = pwd.getpwnam(user)
            os.chown(place, owner.pw_uid, owner.pw_gid)
    pair = Pair(tools, folder, user)
    data = folder / "first" / "data"
    pair.run("initdb", "-D", str(data), "-U", "station", "-A", "trust", "-E", "UTF8", "--no-sync")
    with (data / "postgresql.conf").open("a", encoding="utf-8") as settings:
        settings.write("wal_level = replica\nmax_wal_senders = 4\n")
    try:
        pair.start("first")
        copied = [
            "-D",
            str(folder / "second" / "data"),
            "-U",
            "station",
            "-R",
            "-X",
            "stream",
            "-c",
            "fast",
            "--no-sync",
        ]
        pair.run("pg_basebackup", "-h", str(folder / "first"), "-p", str(PORT), *copied)
        pair.start("second")
        ask = "ALTER SYSTEM SET synchronous_standby_names = '*'"
        for command in (ask, "SELECT pg_reload_conf()"):
            pair.run(
                "psql", "-h", str(folder / "first"), "-p", str(PORT), "-U", "station", "-d", "postgres", "-c", command
            )
        yield pair
    finally:
        for name in ("first", "second"):
            if (folder / name / "data" / "postmaster.pid").exists():
                pair.stop(name)
        shutil.rmtree(folder, ignore_errors=True)
