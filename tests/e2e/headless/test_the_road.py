"""Enrol, report, sync, status by the command line against the real station; and whatever is killed, one alert exactly."""

from __future__ import annotations

import json
import signal
import subprocess
from pathlib import Path

import pytest

from tests.e2e.headless.counterwatch import REPORT, ROOT, Counter, command, environment
from tests.integration.desktop_sending.real_station import RealStation


def ids_at(station: RealStation) -> list[str]:
    """The alert ids the station has."""
    return [str(alert["alert_id"]) for alert in station.alerts()]


def test_enrol_report_sync_and_exactly_one_alert(station: RealStation, counter: Counter) -> None:
    alert_id = counter.report()
    waiting = counter.json("status")
    assert waiting["outbox"]["waiting"] == 1
    assert [one["delivery"] for one in waiting["alerts"]] == ["queued"]
    synced = counter.json("sync")
    assert (synced["sent"], synced["waiting"], synced["refused"]) == (1, 0, 0)
    assert counter.json("sync")["sent"] == 0
    assert ids_at(station).count(alert_id) == 1
    after = counter.json("status")
    assert [(one["alert_id"], one["delivery"], one["level"]) for one in after["alerts"]] == [
        (alert_id, "delivered", "urgent")
    ]
    assert after["shop"]["name"] == "鑫福珠宝"


def test_killed_right_after_the_id_was_printed(station: RealStation, counter: Counter) -> None:
    with subprocess.Popen(
        command("report", "-", "--home", str(counter.home)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(counter.passphrase),
        cwd=ROOT,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(REPORT).encode())
        process.stdin.close()
        alert_id = process.stdout.readline().decode().strip()
        process.send_signal(signal.SIGKILL)
    assert alert_id
    assert counter.json("sync")["sent"] == 1
    assert counter.json("sync")["sent"] == 0
    assert ids_at(station).count(alert_id) == 1


def test_activate_a_clerk(station: RealStation, counter: Counter) -> None:
    member = station.shop["members"][0]
    arguments = ["activate", "--member", member["member_id"], "--code", member["activation_code"], "--pin-stdin"]
    wrong = counter.run(*arguments, stdin="12\n")
    assert wrong.returncode == 1
    assert "PIN" in wrong.stderr
    assert counter.json(*arguments, stdin="2468\n")["active"] is True
    again = counter.run(*arguments, stdin="1357\n")
    assert again.returncode == 1
    assert again.stderr


@pytest.mark.parametrize("when", ["before", "after"])
def test_station_killed_at_its_commit(tmp_path: Path, when: str) -> None:
    station = RealStation(tmp_path)
    counter = Counter(tmp_path / "profile").with_cheap_key()
    station.start()
    try:
        counter.json("enrol", "--station", station.url, "--code", station.shop["code"])
        station.stop(kill=True)
        alert_id = counter.report()
        offline = counter.run("sync")
        assert offline.returncode == 1
        assert "110" in offline.stderr
        assert "due again at" in offline.stderr
        station.start(("-m", "tests.fakes.station_that_dies", when))
        for _ in range(10):  # the tries before may ask for a pause longer than one wait
            assert counter.run("sync", "--wait", "3").returncode == 1
            if station.process is not None and station.process.poll() is not None:
                break
        assert station.process is not None
        assert station.process.poll() == -signal.SIGKILL
        assert counter.json("status")["alerts"][0]["delivery"] == "queued"
        station.stop()
        assert ids_at(station) == ([alert_id] if when == "after" else [])
        station.start()
        assert counter.json("sync", "--wait", "10")["sent"] == 1
        assert ids_at(station) == [alert_id]
        assert counter.json("status")["alerts"][0]["delivery"] == "delivered"
    finally:
        station.stop(kill=True)


def test_another_station_at_the_address_and_then_none(tmp_path: Path) -> None:
    folders = [tmp_path / "ours", tmp_path / "other"]
    for folder in folders:
        folder.mkdir()
    ours, other = (RealStation(folder) for folder in folders)
    counter = Counter(tmp_path / "profile").with_cheap_key()
    ours.start()
    try:
        counter.json("enrol", "--station", ours.url, "--code", ours.shop["code"])
        counter.report()
        ours.stop()
        other.port = ours.port
        other.start()
        met = counter.run("sync")
        assert met.returncode == 1
        assert "不必重新登记" in met.stderr
        assert "不认识这台电脑" not in met.stderr
        other.stop()
        alone = counter.run("sync")
        assert alone.returncode == 1
        assert "另一个值班台" not in alone.stderr  # nobody is there now: what was there before is no longer said
        ours.start()
        assert counter.json("sync", "--wait", "10")["sent"] == 1
        assert counter.json("status")["outbox"]["held"] is None
    finally:
        ours.stop(kill=True)
        other.stop(kill=True)
