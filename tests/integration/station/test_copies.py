"""Backup in service, restore under a new epoch, and terminals that send again what the backup missed."""

from pathlib import Path

from station.adapters.contract import WireContract
from station.bootstrap import open_station
from station.settings import read_settings
from tests.fakes.alerts import gold_alert, supplement
from tests.fakes.attachments import head, patch, photo, sha256, upload
from tests.fakes.served import command, command_json, enrolled, prepared, served
from tests.fakes.terminal import FakeTerminal, encode, in_process
from tests.integration.station.conftest import World


def items(*letters: tuple[dict[str, object], int]) -> list[dict[str, object]]:
    """Return what a terminal names of its letters."""
    return [
        {"alert_id": body["alert_id"], "digest": sha256(encode(body)), "supplements": count} for body, count in letters
    ]


def test_reconcile_names_what_is_missing_other_or_behind(world: World) -> None:
    here, other, gone = (gold_alert(world.terminal.enrolment, at=world.clock.now()) for _ in range(3))
    for body in (here, other):
        assert world.terminal.put_alert(body).status == 201
    extra = supplement(here["alert_id"], 1, at=world.clock.now())
    assert world.terminal.put_supplement(extra).status == 201
    ask = {"epoch": "before", "items": items((here, 3), ({**other, "amount_fen": 1}, 0), (gone, 2))}
    answer = world.terminal.call("POST", "/api/v1/reconcile", ask)
    assert answer.json() == {
        "epoch": world.running.station.epoch,
        "missing": [gone["alert_id"]],
        "conflicting": [other["alert_id"]],
        "supplements": [{"alert_id": here["alert_id"], "have": 1}],
    }
    assert WireContract().errors("reconcile-answer", answer.json()) == []
    foreign = world.other_shop().call("POST", "/api/v1/reconcile", {"epoch": "", "items": items((here, 1))})
    assert foreign.json()["conflicting"] == [here["alert_id"]]
    many = {"epoch": "", "items": items((here, 1)) * 501}
    assert world.terminal.call("POST", "/api/v1/reconcile", many).slug == "invalid-request"


def test_backup_restore_reconcile_send_again(tmp_path: Path) -> None:
    database, copy = tmp_path / "s.sqlite", tmp_path / "kept" / "copy.sqlite"
    copy.parent.mkdir()
    _merchant, code = prepared(database)
    content = photo()
    with served(database) as station:
        terminal = enrolled(station.url, code)
        before, after = gold_alert(terminal.enrolment), gold_alert(terminal.enrolment)
        assert terminal.put_alert(before).status == 201
        upload(terminal, before["alert_id"], content)
        old = terminal.feed().json()
        assert terminal.send("GET", f"{station.url}/api/v1/meta", {}, b"").json()["durable_seq"] == 0
        done = command_json("backup", "--database", str(database), "--to", str(copy))
        assert terminal.send("GET", f"{station.url}/api/v1/meta", {}, b"").json()["durable_seq"] == done["durable_seq"]
        assert done["durable_seq"] >= old["events"][-1]["seq"]
        assert terminal.put_alert(after).status == 201
        assert patch(terminal, after["alert_id"], content, 0, 99).status == 204
        busy = command("restore", "--database", str(database), "--from", str(copy), "--replace")
        assert busy.exit_code == 1
        assert "in use" in busy.stderr
    assert command("restore", "--database", str(database), "--from", str(copy)).exit_code == 1
    restored = command_json("restore", "--database", str(database), "--from", str(copy), "--replace")
    assert Path(restored["kept"]).exists()
    with served(database) as station:
        terminal = FakeTerminal(terminal.send, station.url, terminal.key, enrolment=terminal.enrolment)
        gone = terminal.feed(old["cursor"])
        assert (gone.status, gone.slug, gone.json()["epoch"]) == (410, "epoch-changed", restored["epoch"])
        ask = {"epoch": old["epoch"], "items": items((before, 0), (after, 0))}
        answer = terminal.call("POST", "/api/v1/reconcile", ask).json()
        assert (answer["missing"], answer["conflicting"]) == ([after["alert_id"]], [])
        assert terminal.put_alert(before).status == 200
        assert terminal.put_alert(after).status == 201
        assert terminal.feed().json()["events"][-1]["seq"] > done["durable_seq"] + 1000
        assert head(terminal, before["alert_id"], sha256(content)).headers["Upload-Offset"] == str(len(content))
        assert head(terminal, after["alert_id"], sha256(content)).status == 404


def test_a_damaged_backup_changes_nothing(world: World, tmp_path: Path) -> None:
    database = tmp_path / "station.sqlite"
    copy = tmp_path / "copy.sqlite"
    assert command("backup", "--database", str(database), "--to", str(copy)).exit_code == 0
    assert command("backup", "--database", str(database), "--to", str(copy)).exit_code == 1
    raw = bytearray(copy.read_bytes())
    raw[len(raw) // 2 : len(raw) // 2 + 4096] = b"\xff" * 4096
    copy.write_bytes(raw)
    said = command("restore", "--database", str(database), "--from", str(copy), "--replace")
    assert (said.exit_code, "damaged" in said.stderr) == (1, True)
    missing = command("restore", "--database", str(database), "--from", str(tmp_path / "none"))
    assert (missing.exit_code, "--from" in missing.stderr) == (1, True)
    assert world.terminal.put_alert(gold_alert(world.terminal.enrolment, at=world.clock.now())).status == 201


def test_a_restore_made_by_other_means_begins_an_epoch(tmp_path: Path) -> None:
    database = tmp_path / "s.sqlite"
    prepared(database)
    assert command("backup", "--database", str(database), "--done-elsewhere", "99999").exit_code == 1
    assert command_json("backup", "--database", str(database), "--done-elsewhere", "0")["durable_seq"] == 0
    begun = command_json("restore", "--database", str(database), "--done-elsewhere")
    running = open_station(read_settings(str(database), environ={}))
    try:
        assert running.station.epoch == begun["epoch"]
        terminal = FakeTerminal(in_process(running.app), "http://station.test")
        assert terminal.send("GET", "http://station.test/api/v1/meta", {}, b"").json()["epoch"] == begun["epoch"]
    finally:
        running.close()
    assert command("restore", "--database", str(database)).exit_code == 2
