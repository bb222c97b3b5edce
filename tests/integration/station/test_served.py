"""The station as an operator runs it: a process, a port, signals, kills."""

import signal
import socket
import threading
from pathlib import Path

import pytest
import requests

from tests.fakes.alerts import gold_alert
from tests.fakes.served import command, command_json, enrolled, prepared, served
from tests.fakes.terminal import Answer


def test_the_whole_road_over_http(tmp_path: Path) -> None:
    database = tmp_path / "station.sqlite"
    _merchant, code = prepared(database)
    with served(database) as station:
        terminal = enrolled(station.url, code)
        body = gold_alert(terminal.enrolment)
        assert [terminal.put_alert(body).status for _ in range(2)] == [201, 200]
        listed = command_json("alerts", "--database", str(database))["alerts"]
        assert [(item["alert_id"], item["state"]) for item in listed] == [(body["alert_id"], "received")]
        station.process.send_signal(signal.SIGTERM)
        assert station.process.wait(timeout=20) == 0


@pytest.mark.parametrize(("when", "kept"), [("before", 0), ("after", 1)])
def test_killed_at_the_commit_then_exactly_one_alert_and_one_receipt(tmp_path: Path, when: str, kept: int) -> None:
    database = tmp_path / "station.sqlite"
    _merchant, code = prepared(database)
    with served(database, ("-m", "tests.fakes.station_that_dies", when)) as station:
        terminal = enrolled(station.url, code)
        body = gold_alert(terminal.enrolment)
        with pytest.raises(requests.ConnectionError):
            terminal.put_alert(body)
        assert station.process.wait(timeout=20) == -signal.SIGKILL
    assert len(command_json("alerts", "--database", str(database))["alerts"]) == kept
    with served(database) as station:
        terminal.base = station.url
        first, second = terminal.put_alert(body), terminal.put_alert(body)
        assert [first.status, second.status] == [200 if kept else 201, 200]
        assert first.content == second.content
    assert len(command_json("alerts", "--database", str(database))["alerts"]) == 1


def test_sixteen_senders_of_one_id_get_one_receipt(tmp_path: Path) -> None:
    database = tmp_path / "station.sqlite"
    _merchant, code = prepared(database)
    with served(database) as station:
        terminal = enrolled(station.url, code)
        body = gold_alert(terminal.enrolment)
        answers: list[Answer] = []
        senders = [threading.Thread(target=lambda: answers.append(terminal.put_alert(body))) for _ in range(16)]
        for sender in senders:
            sender.start()
        for sender in senders:
            sender.join()
    assert sorted(answer.status for answer in answers) == [200] * 15 + [201]
    assert len({answer.content for answer in answers}) == 1


@pytest.mark.parametrize("path", ["/api/v1/alerts/0190b3a0-0000-7000-8000-000000000000", "/api/v1/enrolments"])
def test_a_letter_cut_in_the_middle_is_no_mistake_of_the_stations(tmp_path: Path, path: str) -> None:
    database = tmp_path / "station.sqlite"
    prepared(database)
    with served(database) as station:
        host, port = station.url.removeprefix("http://").split(":")
        method = "PUT" if "alerts" in path else "POST"
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n"
        )
        with socket.create_connection((host, int(port))) as line:
            line.sendall(head.encode() + b'{"alert_id":')
        assert requests.get(f"{station.url}/api/v1/meta", timeout=10).status_code == 200
        station.process.send_signal(signal.SIGTERM)
        _said, complaints = station.process.communicate(timeout=20)
    assert (station.process.returncode, complaints) == (0, "")


def test_a_waiting_feed_is_woken_by_the_api_and_by_the_command_line(tmp_path: Path) -> None:
    database = tmp_path / "station.sqlite"
    merchant, code = prepared(database)
    with served(database) as station:
        terminal = enrolled(station.url, code)
        cursor = terminal.feed().json()["cursor"]
        for wake in (
            lambda: terminal.put_alert(gold_alert(terminal.enrolment)).status == 201,
            lambda: command_json(
                "create-member", "--database", str(database), "--merchant", merchant, "--name", "新人", "--role", "店员"
            ),
        ):
            pages: list[Answer] = []
            poll = threading.Thread(
                target=lambda after, into: into.append(terminal.feed(after, 25)), args=(cursor, pages)
            )
            poll.start()
            assert wake()
            poll.join(timeout=10)
            assert not poll.is_alive()
            page = pages[0].json()
            assert len(page["events"]) == 1
            cursor = page["cursor"]


def test_waiting_feeds_do_not_hold_the_stop(tmp_path: Path) -> None:
    database = tmp_path / "station.sqlite"
    _merchant, code = prepared(database)
    with served(database) as station:
        terminal = enrolled(station.url, code)
        pages: list[Answer] = []
        poll = threading.Thread(target=lambda: pages.append(terminal.feed("", 25)))
        poll.start()
        poll.join(timeout=0.5)
        assert poll.is_alive()
        station.process.send_signal(signal.SIGTERM)
        assert station.process.wait(timeout=10) == 0
        poll.join(timeout=5)
        assert [page.status for page in pages] == [200]


def test_commands_say_what_is_wrong_and_what_to_do(tmp_path: Path) -> None:
    database = str(tmp_path / "none.sqlite")
    for arguments in (["serve", "--listen", "127.0.0.1:0"], ["alerts"], ["enrolment-code", "--merchant", "mer_x"]):
        done = command(*arguments, "--database", database)
        assert done.exit_code == 1
        assert "init" in done.stderr
        assert "Traceback" not in done.stderr
    assert not Path(database).exists()
    assert command("init", "--database", database).exit_code == 0
    again = command("init", "--database", database)
    assert (again.exit_code, "already there" in again.stderr) == (1, True)
    assert command("enrolment-code", "--merchant", "mer_x", "--database", database).exit_code == 1
    wrong_phone = ["create-merchant", "--name", "店", "--trade", "gold", "--address", "街", "--phone", "123"]
    done = command(*wrong_phone, "--database", database)
    assert done.exit_code == 1
    assert done.stderr.startswith("phone: ")
    assert command("create-merchant", "--trade", "pirate", "--database", database).exit_code == 2
    open_port = command("serve", "--listen", "0.0.0.0:0", "--database", database)
    assert (open_port.exit_code, "TLS" in open_port.stderr) == (1, True)
    Path(f"{database}.key").unlink()
    lost = command("alerts", "--database", database)
    assert (lost.exit_code, "--key-file" in lost.stderr) == (1, True)


def test_an_officer_is_made_with_a_password_and_a_second_factor(tmp_path: Path) -> None:
    database = str(tmp_path / "s.sqlite")
    command_json("init", "--database", database)
    facts = command_json(
        "create-officer", "--database", database, "--username", "wang", "--name", "王", "--roles", "duty"
    )
    assert facts["otpauth_url"].startswith("otpauth://totp/")
    assert len(facts["password"]) >= 12
    taken = command("create-officer", "--database", database, "--username", "wang", "--name", "王", "--roles", "duty")
    assert (taken.exit_code, "username" in taken.stderr) == (1, True)


def test_names_that_no_screen_shows_are_refused(tmp_path: Path) -> None:
    database = str(tmp_path / "s.sqlite")
    command_json("init", "--database", database)
    shop = ["create-merchant", "--trade", "gold", "--database", database]
    for words, field in (
        ([*shop, "--name", "金\x1b[31m店", "--address", "街"], "name"),
        ([*shop, "--name", "金店", "--address", "街\n1号"], "address"),
        (["create-member", "--merchant", "m", "--name", "王\u202e", "--role", "店员", "--database", database], "name"),
        (["create-officer", "--username", "li", "--name", "李\x07", "--roles", "duty", "--database", database], "name"),
    ):
        done = command(*words)
        assert (done.exit_code, done.stderr.startswith(f"{field}: ")) == (1, True)
        assert "无法显示" in done.stderr
    half = command(*shop, "--name", "\udcff", "--address", "街")
    assert (half.exit_code, "UTF-8" in half.stderr, "Traceback" in half.stderr) == (1, True, False)
