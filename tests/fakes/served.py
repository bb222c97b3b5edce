"""A real station in a process of its own, as an operator starts it."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from station.__main__ import main
from station.application.create_merchant import create_merchant
from station.application.enrolment_code import make_enrolment_code
from station.bootstrap import initialise, open_station
from station.settings import read_settings
from tests.fakes.terminal import FakeTerminal, over_http

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Served:
    """A running station process and its address."""

    process: "subprocess.Popen[str]"
    url: str


@contextmanager
def served(database: Path, program: Sequence[str] = ("-m", "station")) -> Iterator[Served]:
    """Start `serve` on a free port and read the line it prints when ready; the process is gone afterwards."""
    listen = ["serve", "--database", str(database), "--listen", "127.0.0.1:0", "--json"]
    with subprocess.Popen(
        [sys.executable, *program, *listen], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            assert line, process.stderr.read() if process.stderr else ""
            yield Served(process, json.loads(line)["url"])
        finally:
            if process.poll() is None:
                process.terminate()
            process.wait(timeout=20)


def command(*arguments: str) -> Result:
    """Run `counterwatch-station` in this process and return what it said and its exit code."""
    return CliRunner().invoke(main, arguments)


def command_json(*arguments: str) -> dict[str, Any]:
    """Run a command with --json and return its facts."""
    done = command(*arguments, "--json")
    assert done.exit_code == 0, done.stderr
    facts: dict[str, Any] = json.loads(done.stdout)
    return facts


def prepared(database: Path) -> tuple[str, str]:
    """Initialise a database with one shop; returns its merchant_id and an enrolment code."""
    settings = read_settings(str(database), environ={})
    initialise(settings, "连城")
    running = open_station(settings)
    try:
        merchant = create_merchant(running.station, name="福金珠宝", trade="gold", address="东街1号")
        return merchant.merchant_id, make_enrolment_code(running.station, merchant_id=merchant.merchant_id)[0]
    finally:
        running.close()


def enrolled(url: str, code: str) -> FakeTerminal:
    """Return a terminal enrolled at a served station."""
    terminal = FakeTerminal(over_http(), url)
    answer = terminal.enrol(code)
    assert answer.status == 201, answer.content
    return terminal
