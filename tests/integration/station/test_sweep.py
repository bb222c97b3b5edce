"""Uploads nobody finishes leave the disk; what is whole or going on stays."""

import os
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from station.adapters.attachment_files import FolderFiles
from station.adapters.daily import Daily
from station.application.sweep_uploads import STRAY, UNFINISHED, sweep_uploads
from tests.fakes.alerts import gold_alert
from tests.fakes.attachments import head, patch, photo, sha256, upload
from tests.integration.station.conftest import World


def alert(world: World) -> str:
    """Return the id of a fresh alert."""
    body = gold_alert(world.terminal.enrolment, at=world.clock.now())
    assert world.terminal.put_alert(body).status == 201
    return str(body["alert_id"])


def files(world: World) -> set[str]:
    """Return the names of the sealed files."""
    return {path.name for path in folder(world).glob("[!.]*/*")}


def folder(world: World) -> Path:
    """Return the folder of sealed attachments."""
    return world.folder / "station.sqlite.attachments"


def test_what_was_given_up_goes_and_what_is_whole_stays(world: World) -> None:
    alert_id, whole, half = alert(world), photo(), photo(width=300)
    assert upload(world.terminal, alert_id, whole).status == 204
    assert patch(world.terminal, alert_id, half, 0, 500).status == 204
    assert sweep_uploads(world.running.station) == 0
    world.clock.advance((UNFINISHED + timedelta(hours=1)).total_seconds())
    assert sweep_uploads(world.running.station) == 1
    assert files(world) == {sha256(whole)}
    assert head(world.terminal, alert_id, sha256(half)).slug == "unknown-attachment"
    assert upload(world.terminal, alert_id, half).status == 204
    assert sweep_uploads(world.running.station) == 0


def test_pieces_without_a_row_go_after_a_day_with_their_folder(world: World) -> None:
    stray = folder(world) / "0190b3a0-0000-7000-8000-000000000000" / ("a" * 64)
    stray.parent.mkdir(parents=True)
    stray.write_bytes(b"sealed")
    now = world.clock.now().timestamp()
    os.utime(stray, (now, now))
    assert sweep_uploads(world.running.station) == 0
    os.utime(stray, (now, now - STRAY.total_seconds() - 1))
    assert sweep_uploads(world.running.station) == 1
    assert not stray.parent.exists()


def test_the_housework_goes_on_after_a_bad_day(caplog: pytest.LogCaptureFixture) -> None:
    days, done = [0], threading.Event()

    def work() -> None:
        days[0] += 1
        if days[0] == 1:
            raise OSError("/secret/path")
        done.set()

    daily = Daily(work, seconds=0.01)
    assert done.wait(10)
    daily.close()
    assert "OSError" in caplog.text
    assert "secret" not in caplog.text


def test_two_processes_do_not_write_one_file_at_once(tmp_path: Path) -> None:
    first, second = FolderFiles(tmp_path / "a"), FolderFiles(tmp_path / "a")
    asked, entered = threading.Event(), threading.Event()

    def other() -> None:
        asked.set()
        with second.locked("alert", "ab" * 32):
            entered.set()

    thread = threading.Thread(target=other)
    with first.locked("alert", "ab" * 32):
        thread.start()
        assert asked.wait(10)
        assert not entered.wait(0.2)
        with second.locked("alert", "cd" * 32):
            assert not entered.is_set()
    assert entered.wait(10)
    thread.join()
    assert [*first.kept()] == []
