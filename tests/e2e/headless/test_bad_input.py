"""Everything a script can get wrong: a sentence in both languages that names the field, an exit code, nothing changed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from desktop.application.errors import InvalidInput
from desktop.cli.output import complain_of
from desktop.domain.alert.problems import FieldProblem, warning
from tests.e2e.headless.counterwatch import REPORT, Counter, call
from tests.integration.desktop_sending.real_station import RealStation
from tests.unit.desktop_sending.scripted import free_port


def chinese(text: str) -> bool:
    """Whether there is a Chinese sentence in it."""
    return any("一" <= character <= "鿿" for character in text)


def test_codes(station: RealStation, tmp_path: Path) -> None:
    fresh = Counter(tmp_path / "fresh").with_cheap_key()
    unknown = fresh.run("enrol", "--station", station.url, "--code", "ABCD-2345")
    assert unknown.returncode == 1
    assert chinese(unknown.stderr)
    misspelt = fresh.run("enrol", "--station", station.url, "--code", "ABCD-0O1I")
    assert misspelt.returncode == 1
    assert "code" in misspelt.stderr
    code = station.new_code()
    assert fresh.run("enrol", "--station", station.url, "--code", code.lower().replace("-", " ")).returncode == 0
    again = fresh.run("enrol", "--station", station.url, "--code", station.new_code())
    assert again.returncode == 1  # this profile has a shop
    other = Counter(tmp_path / "other").with_cheap_key()
    used = other.run("enrol", "--station", station.url, "--code", code)
    assert used.returncode == 1
    assert chinese(used.stderr)
    assert other.json("status")["enrolled"] is False


@pytest.mark.parametrize(
    ("url", "word"),
    [("http://127.0.0.1:PORT", "110"), ("http://station.example", "https"), ("nonsense", "address")],
)
def test_a_station_that_is_not_there(tmp_path: Path, url: str, word: str) -> None:
    url = url.replace("PORT", str(free_port()))
    done = Counter(tmp_path / "p").run("enrol", "--station", url, "--code", "ABCD-2345")
    assert done.returncode == 1
    assert chinese(done.stderr)
    assert len(done.stderr.strip().splitlines()) >= 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"facts": {"g-nothing": "yes"}}, "g-nothing"),
        ({"facts": REPORT["facts"] | {"tx": {"amount_cny": 10**12}}}, "amount_cny"),
        ({"setting": "bakery"}, "setting"),
        ({"subject_id_no": "110105194912310021", "subject_id_type": "resident_id"}, "subject_id_no"),
        ({"observed_at": "2099-01-01T00:00:00+08:00"}, "observed_at"),
        ({"contact_phone": "12345678901"}, "contact_phone"),
        ({"surprise": "x"}, "surprise"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_wrong_facts_leave_nothing_behind(joined: Counter, changes: dict[str, object], field: str) -> None:
    done = joined.run("report", "-", stdin=json.dumps(REPORT | changes))
    assert done.returncode == 1
    assert field in done.stderr
    assert chinese(done.stderr)
    assert done.stdout == ""
    after = joined.json("status")
    assert (after["alerts"], after["outbox"]["waiting"]) == ([], 0)


def test_a_stray_character_costs_no_alert(station: RealStation, joined: Counter) -> None:
    text = json.dumps(REPORT | {"subject_name": "张\x00三\ud800\u202e"})
    alert_id = joined.json("report", "-", stdin=text)["alert_id"]
    assert joined.json("sync")["refused"] == 0
    assert alert_id in [alert["alert_id"] for alert in station.alerts()]


@pytest.mark.parametrize(
    "content", [b"{", b"[" * 100_000, b'{"facts": ' + b"[" * 600 + b"]" * 600 + b"}", b"\xff\xfe", b"null", b"[]"]
)
def test_a_file_that_is_no_report(joined: Counter, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "report.json"
    file.write_bytes(content)
    done = joined.run("report", str(file))
    assert done.returncode == 1
    assert chinese(done.stderr)


@pytest.mark.parametrize("name", ["amount_cny", "weight_g", "contact_phone", "urgency_by_clerk"])
def test_a_number_out_of_all_reason_names_its_field(joined: Counter, name: str) -> None:
    text = json.dumps(REPORT | {name: 4711}).replace(f'"{name}": 4711', f'"{name}": ' + "9" * 5_000)
    done = joined.run("report", "-", stdin=text)
    assert done.returncode == 1
    assert name in done.stderr
    assert "JSON" not in done.stderr
    assert len(done.stderr) < 2_000


def test_a_file_too_large_is_not_read(joined: Counter, tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    with file.open("wb") as large:
        # Nothing but a hole where the system knows holes: whoever reads it whole has no memory left.
        large.truncate(64 * 1024**3 if os.name == "posix" else 2 * 1024**2)
    done = joined.run("report", str(file))
    assert done.returncode == 1
    assert "1048576" in done.stderr
    assert chinese(done.stderr)
    piped = joined.run("report", "-", stdin=json.dumps(REPORT | {"narrative": "字" * 400_000}, ensure_ascii=False))
    assert "1048576" in piped.stderr


def test_a_hint_beside_an_error_is_marked(capsys: pytest.CaptureFixture[str]) -> None:
    hint, wrong = (
        warning("tx.weight_g", "missing", "请补上。", "Add it."),
        FieldProblem("narrative", "short", "太短。", "Short."),
    )
    complain_of(InvalidInput((hint, wrong)))
    assert capsys.readouterr().err.splitlines() == [
        "（提醒，不影响发送）tx.weight_g: 请补上。",
        "(a hint, blocks nothing) tx.weight_g: Add it.",
        "narrative: 太短。",
        "narrative: Short.",
    ]


def test_a_profile_of_no_shop_says_so(tmp_path: Path) -> None:
    fresh = Counter(tmp_path / "p")
    for arguments in (["report", "-"], ["sync"]):
        done = fresh.run(*arguments, stdin=json.dumps(REPORT))
        assert done.returncode == 1
        assert chinese(done.stderr)


def test_the_passphrase(tmp_path: Path) -> None:
    right = Counter(tmp_path / "p")
    assert right.run("status").returncode == 0
    for passphrase in (None, "another passphrase"):
        done = Counter(tmp_path / "p", passphrase).run("status")
        assert done.returncode == 1
        assert chinese(done.stderr)
        assert ("COUNTERWATCH_PASSPHRASE" in done.stderr) is (passphrase is None)
    assert right.run("status", home_first=True).returncode == 0


def test_arguments_that_are_no_text(tmp_path: Path) -> None:
    done = Counter(tmp_path / "p").run(
        "enrol", "--station", "http://127.0.0.1:1", "--code", "ABCD-2345", "--name", "\udcff"
    )
    assert done.returncode == 1
    assert chinese(done.stderr)
    assert Counter(tmp_path / "p", "\udcff").run("status").returncode == 0


@pytest.mark.parametrize("words", [["nothing"], ["assess"], ["report"], ["enrol"], ["sync", "--wait", "soon"]])
def test_usage_is_exit_code_two(words: list[str]) -> None:
    assert call(*words).returncode == 2


@pytest.mark.parametrize("words", [[], ["assess"], ["enrol"], ["activate"], ["report"], ["sync"], ["status"]])
def test_help_in_both_languages(words: list[str]) -> None:
    done = call(*words, "--help")
    assert done.returncode == 0
    assert chinese(done.stdout)
