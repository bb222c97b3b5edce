"""A database of the first version opens in this one with nothing lost and no used code alive again."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from station.application.create_member import create_member
from station.application.errors import StationNotReady
from station.bootstrap import open_station
from station.settings import Settings, read_settings
from tests.fakes.alerts import gold_alert
from tests.fakes.attachments import photo, upload
from tests.fakes.served import command, command_json, prepared
from tests.fakes.terminal import FakeTerminal, Key, in_process

BASE = "http://station.test"
SINCE_VERSION_2 = ("attachments", "retired_keys", "bundles")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a prepared database."""
    return read_settings(str(tmp_path / "s.sqlite"), environ={})


def test_a_first_version_database_is_brought_up(settings: Settings, tmp_path: Path) -> None:
    merchant_id, code = prepared(tmp_path / "s.sqlite")
    running = open_station(settings)
    member, activation = create_member(running.station, merchant_id=merchant_id, name="李", role="店员")
    terminal = FakeTerminal(in_process(running.app), BASE)
    assert terminal.enrol(code).status == 201
    assert terminal.activate(member.member_id, activation, Key()).status == 201
    body = gold_alert(terminal.enrolment)
    receipt = terminal.put_alert(body).content
    running.close()
    with closing(sqlite3.connect(tmp_path / "s.sqlite")) as database:
        for table in SINCE_VERSION_2:
            database.execute(f"DROP TABLE {table}")
        database.execute("UPDATE members SET activation_hash = 'a used code'")
        database.execute("UPDATE meta SET value = '1' WHERE name = 'schema_version'")
        database.commit()
    running = open_station(settings)
    try:
        terminal.send = in_process(running.app)
        assert terminal.put_alert(body).content == receipt
        assert upload(terminal, body["alert_id"], photo()).status == 204
        assert terminal.activate(member.member_id, activation, Key()).slug == "already-activated"
    finally:
        running.close()


def test_a_newer_database_is_left_alone(settings: Settings, tmp_path: Path) -> None:
    prepared(tmp_path / "s.sqlite")
    with closing(sqlite3.connect(tmp_path / "s.sqlite")) as database:
        database.execute("UPDATE meta SET value = '99' WHERE name = 'schema_version'")
        database.commit()
    with pytest.raises(StationNotReady, match="newer-schema"):
        open_station(settings)


def test_a_file_lost_from_a_backup_can_be_sent_again(settings: Settings, tmp_path: Path) -> None:
    _merchant, code = prepared(tmp_path / "s.sqlite")
    running = open_station(settings)
    terminal = FakeTerminal(in_process(running.app), BASE)
    assert terminal.enrol(code).status == 201
    body, content = gold_alert(terminal.enrolment), photo()
    assert terminal.put_alert(body).status == 201
    upload(terminal, body["alert_id"], content)
    running.close()
    done = command_json("backup", "--database", str(tmp_path / "s.sqlite"), "--to", str(tmp_path / "b.sqlite"))
    assert done["attachments"] == 1
    for folder in ("s.sqlite.attachments", "b.sqlite.attachments"):
        for file in (tmp_path / folder / body["alert_id"]).iterdir():
            file.unlink()
    where = ["--database", str(tmp_path / "s.sqlite"), "--from", str(tmp_path / "b.sqlite"), "--replace"]
    assert command("restore", *where).exit_code == 0
    assert not (tmp_path / "s.sqlite-wal").exists()
    running = open_station(settings)
    try:
        terminal.send = in_process(running.app)
        assert upload(terminal, body["alert_id"], content).headers["Upload-Offset"] == str(len(content))
    finally:
        running.close()
