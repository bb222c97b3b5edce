"""A real PostgreSQL server in a folder of its own, on a socket of its own, gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text


def programs() -> Path | None:
    """Return the folder of initdb and pg_ctl: on the PATH or where Debian puts them; None when they are not installed."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    return next((path.parent for path in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)), None)


@contextmanager
def postgres() -> Iterator[str]:
    """Start a server and return the URL of its empty database; PostgreSQL refuses root, so root becomes `postgres`."""
    tools = programs()
    assert tools is not None, "PostgreSQL is not installed: apt install postgresql"
    # Not pytest's folder: the server runs as another user, and a socket's path must be short.
    folder = Path(tempfile.mkdtemp(prefix="cw-pg-"))
    user = "postgres" if os.getuid() == 0 else None
    if user:
        owner = pwd.getpwnam(user)
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    data = folder / "data"

    def run(*command: str) -> None:
        subprocess.run(
            command, check=True, user=user, group=user, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
        )

    run(str(tools / "initdb"), "-D", str(data), "-U", "station", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c port=5432"
    run(str(tools / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql+psycopg://station@/postgres?host={folder}&port=5432"
    finally:
        run(str(tools / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def fresh_database(server: str, name: str) -> str:
    """Make an empty database at the server and return its URL."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    engine.dispose()
    return server.replace("/postgres?", f"/{name}?")
