"""Practice mode from nothing: two shops enrolled through the real API, six clerks with PINs, and the same again next time."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import requests

from desktop.hosts import PracticeHost
from desktop.settings import Settings, station_command
from tests.integration.desktop_sending.real_station import ROOT

HOLD = """
import sys
from pathlib import Path
from desktop.adapters.practice_station import PracticeStationProcess
from desktop.settings import station_command
station = PracticeStationProcess(Path(sys.argv[1]), station_command())
print(station().url, flush=True)
sys.stdin.readline()
"""


def host(home: Path) -> PracticeHost:
    """Practice mode in a folder."""
    return PracticeHost(Settings(home, practice=True, station_command=station_command()))


def test_first_start_second_start_and_a_taken_port(home: Path) -> None:
    first = host(home)
    try:
        facts = first.prepare()
        assert len(facts.pins) == 6
        assert {username for username, _ in facts.officers} == {"duty", "approver", "finance"}
        assert requests.get(facts.desk_url, timeout=10).status_code == 200
        for choice in first.profiles():
            session = first.open(choice.key, None)
            shop, members = session.services.shop(), session.services.members()
            assert shop is not None
            assert (shop.name, shop.trade) == (choice.name, choice.trade)
            assert [tile.active for tile in members] == [True, True, True]
            member = members[0].member_id
            assert session.services.sign_in(member, facts.pins[member]).value.member_id == member
            session.close()
    finally:
        first.close()

    port = int((home / "station" / "port.txt").read_text())
    with socket.create_server(("127.0.0.1", port)):
        second = host(home)
        try:
            again = second.prepare()
            assert again.pins == facts.pins
            assert f":{port}/" not in again.desk_url
            session = second.open("gold", None)
            assert session.services.pull_feed(0).value >= 0
            session.close()
        finally:
            second.close()
    said = (home / "station" / "station.log").read_text(encoding="utf-8")
    assert "端口" in said
    assert "Fatal" not in said


def test_the_station_ends_when_the_app_is_killed(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "station")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    )
    assert holder.stdout is not None
    url = holder.stdout.readline().decode().strip()
    address = ("127.0.0.1", int(url.rsplit(":", 1)[1]))
    socket.create_connection(address, 5).close()
    os.kill(holder.pid, signal.SIGKILL)
    holder.communicate()
    ended = False
    for _ in range(100):
        try:
            with socket.create_connection(address, 1) as connection:
                connection.settimeout(0.2)
                connection.recv(1)
        except TimeoutError:
            continue
        except OSError:
            ended = True
            break
    assert ended
