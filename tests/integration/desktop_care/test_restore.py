"""A backup, a lost PC, a new one: with a real station nothing is lost that was in the backup, and nothing arrives twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from desktop.adapters.credentials import adopt_key
from desktop.application.errors import ProfileLocked
from desktop.application.hardening import MADE_UP
from desktop.bootstrap import AppSession, open_profile
from desktop.cli.group import group
from desktop.settings import Settings
from desktop.ui.runtime.single_instance import SingleInstance
from desktop.wiring.restore import restore
from tests.integration.desktop_sending.real_station import RealStation

PASSPHRASE = "a long enough passphrase"
BACKUP_PASSPHRASE = "another long one 备份"


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealStation]:
    """One station."""
    running = RealStation(tmp_path_factory.mktemp("station"))
    running.start()
    yield running
    running.stop()


def command(*arguments: str, typed: str = "", ok: bool = True) -> Any:
    """Run `counterwatch` in this process and return what it printed as JSON, or its sentences when it failed."""
    done = CliRunner().invoke(
        group, list(arguments), input=typed, env={"COUNTERWATCH_PASSPHRASE": BACKUP_PASSPHRASE}, catch_exceptions=False
    )
    assert (done.exit_code == 0) is ok, done.stderr
    return json.loads(done.stdout) if ok else done.stderr


@pytest.fixture(autouse=True)
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive keys at the cost of made-up secrets; what the real one costs is tested where keys are."""
    monkeypatch.setattr("desktop.adapters.backups.writing.BackupArchive.__init__.__kwdefaults__", {"cost": MADE_UP})
    monkeypatch.setattr("desktop.bootstrap.PASSPHRASE_COST", MADE_UP)
    monkeypatch.setattr(adopt_key, "__kwdefaults__", {**(adopt_key.__kwdefaults__ or {}), "cost": MADE_UP})


def report(session: AppSession, narrative: str) -> str:
    case = {
        "setting": "gold_shop",
        "facts": {
            "g-mail-out": "yes",
            "g-nervous-rush": "yes",
            "g-weight-only": "yes",
            "g-price-indifferent": "yes",
            "tx": {"amount_cny": 260_000, "weight_g": 300, "item_kind": "bar"},
            "ctx": {"person_present": "yes", "value_status": "not_paid"},
        },
        "narrative": narrative,
        "subject_desc": "女，七十岁上下，花布包",
        "contact_mode": "in_app",
        "handover_when": "不清楚",
        "handover_where": "不清楚",
        "handover_how": "不清楚",
        "handover_to_whom": "不清楚",
    }
    draft = session.services.draft_from_file(case).value
    return session.services.submit_alert(draft.draft_id, None).value


def send(session: AppSession) -> int:
    total, left = 0, 12
    while left:
        left -= 1
        report = session.services.deliver_due().value
        total += report.sent
        if not session.services.outbox_status().waiting:
            break
    return total


def test_a_new_pc_goes_on_where_the_backup_ended(station: RealStation, tmp_path: Path) -> None:
    old_home, new_home, stick = tmp_path / "old", tmp_path / "new", tmp_path / "stick"
    old = open_profile(Settings(old_home, passphrase=PASSPHRASE), None)
    old.services.enrol(station.url, station.new_code(), "一号柜台")
    delivered = report(old, "备份以前送达的一条，客人一直在听电话")
    assert send(old) == 1
    waiting = report(old, "备份时还没送出的一条，客人一直在听电话")
    backups = old.services.care.backups
    backups.plan(str(stick), BACKUP_PASSPHRASE, automatic=False)
    note = backups.make(lambda _done, _total: True).value
    assert note.records == 2
    # The old PC goes on for a while: what waited arrives, and one more that the backup does not know.
    later = report(old, "备份以后才上报的一条，客人一直在听电话")
    assert send(old) == 2
    old.close()

    tried = command("drill", note.file, "--passphrase-stdin", "--json", typed=BACKUP_PASSPHRASE + "\n")
    assert tried["records"] == 2
    restored = command(
        "restore", "--from", note.file, "--home", str(new_home), "--passphrase-stdin", "--json",
        typed=BACKUP_PASSPHRASE + "\n",
    )  # fmt: skip
    assert (restored["records"], restored["opens_with"], restored["moved_aside"]) == (2, "passphrase", "")

    new = open_profile(Settings(new_home, passphrase=BACKUP_PASSPHRASE), None)
    try:
        state = new.services.care.backups.state()
        assert state.restored_from == note.made_at
        assert new.services.outbox_status().waiting == 1
        again = report(new, "恢复以后的新一条，客人一直在听电话")
        send(new)
        assert new.services.outbox_status().waiting == 0
        assert new.services.live_line(waiting).delivery == "delivered"
    finally:
        new.close()
    there = [alert["alert_id"] for alert in station.alerts()]
    assert sorted(there) == sorted({delivered, waiting, later, again})


def test_a_number_the_old_pc_took_is_said_and_the_line_goes_under_the_next(
    station: RealStation, tmp_path: Path
) -> None:
    """The old PC added a line after the backup; the new one adds another and has never heard of the first."""
    old_home, new_home, stick = tmp_path / "old", tmp_path / "new", tmp_path / "stick"
    old = open_profile(Settings(old_home, passphrase=PASSPHRASE), None)
    old.services.enrol(station.url, station.new_code(), "二号柜台")
    alert = report(old, "两台电脑都补充过的一条，客人一直在听电话")
    send(old)
    backups = old.services.care.backups
    backups.plan(str(stick), BACKUP_PASSPHRASE, automatic=False)
    note = backups.make(lambda _done, _total: True).value
    old.services.add_fact(alert, None, "旧电脑补充的一句")
    send(old)
    old.close()
    command(
        "restore", "--from", note.file, "--home", str(new_home), "--passphrase-stdin", "--json",
        typed=BACKUP_PASSPHRASE + "\n",
    )  # fmt: skip
    new = open_profile(Settings(new_home, passphrase=BACKUP_PASSPHRASE), None)
    try:
        taken = new.services.add_fact(alert, None, "新电脑补充的一句").value
        send(new)
        assert states_of(new, alert, "新电脑补充的一句") == ["refused"]
        assert new.services.outbox_status().refused == 1
        again = new.services.amend.resend(alert, None, taken, "新电脑补充的一句，再发一次").value
        send(new)
        assert again == taken + 1
        assert states_of(new, alert, "新电脑补充的一句，再发一次") == ["delivered"]
        assert new.services.outbox_status().refused == 0
    finally:
        new.close()


def states_of(session: AppSession, alert: str, text: str) -> list[str | None]:
    return [item.delivery for item in session.services.live_line(alert).timeline if item.text == text]


def test_a_profile_in_the_way_is_moved_aside_and_never_deleted(station: RealStation, tmp_path: Path) -> None:
    home, stick = tmp_path / "home", tmp_path / "stick"
    session = open_profile(Settings(home, passphrase=BACKUP_PASSPHRASE), None)
    session.services.enrol(station.url, station.new_code(), "三号柜台")
    session.services.care.backups.plan(str(stick), BACKUP_PASSPHRASE, automatic=False)
    file = session.services.care.backups.make(lambda _done, _total: True).value.file
    report(session, "备份里没有的一条，客人一直在听电话")
    session.close()
    arguments = ("restore", "--from", file, "--home", str(home), "--passphrase-stdin", "--json")
    sentence = command(*arguments, typed=BACKUP_PASSPHRASE + "\n", ok=False)
    assert "--move-aside" in sentence
    wrong = command(*arguments, "--move-aside", typed="not the passphrase\n", ok=False)
    assert "备份口令不对" in wrong
    assert (home / "profile.db").exists()
    window = SingleInstance(home)
    assert window.claim()
    assert "先关上窗口" in command(*arguments, "--move-aside", typed=BACKUP_PASSPHRASE + "\n", ok=False)
    window.release()
    # What `sync` or any other command holds: a profile that is open, without a window.
    other = open_profile(Settings(home, passphrase=BACKUP_PASSPHRASE), None)
    try:
        with pytest.raises(ProfileLocked, match="in-use"):
            restore(Path(file), BACKUP_PASSPHRASE, home, lambda _done, _total: True, replace_old=True)
    finally:
        other.close()
    assert not list(home.glob("before-restore-*"))
    done = command(*arguments, "--move-aside", typed=BACKUP_PASSPHRASE + "\n")
    aside = Path(done["moved_aside"])
    assert (aside / "profile.db").exists()
    assert (aside / "profile.key.json").exists()
    assert not (home / "restore.part").exists()
    kept = open_profile(Settings(home, passphrase=BACKUP_PASSPHRASE), None)
    assert kept.services.care.keeping.storage().rows["alerts"] == 0
    kept.close()
    # What was moved aside still opens as it was.
    old = open_profile(Settings(aside, passphrase=BACKUP_PASSPHRASE), None)
    assert old.services.care.keeping.storage().rows["alerts"] == 1
    old.close()


def test_a_backup_by_command_asks_for_a_passphrase_once(tmp_path: Path) -> None:
    home, stick = tmp_path / "home", tmp_path / "stick"
    open_profile(Settings(home, passphrase=BACKUP_PASSPHRASE), None).close()
    arguments = ("backup", "--to", str(stick), "--home", str(home), "--json")
    short = command(*arguments, "--passphrase-stdin", typed="short\n", ok=False)
    assert "至少 8 个字" in short
    first = command(*arguments, "--passphrase-stdin", typed="long enough words\n")
    second = command(*arguments)
    assert (first["records"], second["records"]) == (0, 0)
    assert len(list(stick.glob("*.cwbackup"))) == 2
    assert command("drill", second["file"], "--passphrase-stdin", "--json", typed="long enough words\n")["records"] == 0
