"""What people write about people cannot be read in a leaked database; an older database is sealed when it is opened."""

import base64
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from station.adapters.storage import upgrade
from station.adapters.storage.case_tables import feed_events, instructions, lead_steps, rewards
from station.adapters.storage.sealing import sealed_columns
from station.adapters.storage.tables import members
from station.bootstrap import initialise, open_station
from station.settings import read_settings
from tests.fakes.county import County, found_county

CANARIES = {
    "instruction": "请稳住刘建国先生",
    "question": "吴桂英还在店里吗",
    "praise": "陈小妹同志见义勇为",
    "clerk": "陈小妹",
}
TABLES = (members, instructions, lead_steps, feed_events, rewards)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """The file of a station where officers have written about people; nobody serves it any more."""
    settings = read_settings(str(tmp_path / "s.sqlite"), environ={})
    initialise(settings, "连城")
    running = open_station(settings)
    try:
        wrote(found_county(running))
    finally:
        running.close()
    return tmp_path / "s.sqlite"


def wrote(county: County) -> None:
    """Write every canary where an officer can."""
    alert_id = county.valid_lead()
    other = county.alert()
    desk = county.desk("wang")
    assert desk.act(other, "instruct", text=CANARIES["instruction"]).status == 200
    assert desk.act(other, "need_info", question=CANARIES["question"]).status == 200
    proposal = {
        "alert_id": alert_id,
        "kind": "letter",
        "member_id": county.member_id,
        "amount_fen": 0,
        "title": CANARIES["praise"],
        "text": CANARIES["praise"],
    }
    answer = desk.post("/rewards", proposal)
    assert answer.status == 201, answer.content


def everything(database: Path) -> bytes:
    """Return the bytes of the database and its journals."""
    return b"".join(path.read_bytes() for path in database.parent.glob("s.sqlite*") if path.is_file())


def test_no_canary_is_found_in_four_encodings(database: Path) -> None:
    raw = everything(database)
    for name, text in CANARIES.items():
        plain = text.encode()
        forms = [plain, text.encode("utf-16-le"), json.dumps(text)[1:-1].encode(), base64.b64encode(plain).rstrip(b"=")]
        assert [form in raw for form in forms] == [False] * 4, name


def test_they_are_read_as_they_were_written(database: Path) -> None:
    running = open_station(read_settings(str(database), environ={}))
    try:
        found = running.store.read(
            lambda unit: (
                [one.text for one in unit.instructions.find()],
                [one.title for one in unit.rewards.find()],
                [one.name for one in unit.members.find()],
                json.dumps([one.data for one in unit.feed_events.find()], ensure_ascii=False),
            )
        )
    finally:
        running.close()
    assert sorted(found[0]) == sorted([CANARIES["instruction"], CANARIES["question"]])
    assert (found[1], found[2]) == ([CANARIES["praise"]], [CANARIES["clerk"]])
    assert CANARIES["instruction"] in found[3]


def test_a_text_moved_to_another_row_does_not_open(database: Path) -> None:
    with closing(sqlite3.connect(database)) as raw:
        raw.execute("UPDATE instructions SET text = (SELECT text FROM instructions ORDER BY instruction_id DESC)")
        raw.commit()
    running = open_station(read_settings(str(database), environ={}))
    try:
        with pytest.raises(ValueError, match="do not open"):
            running.store.read(lambda unit: unit.instructions.find())
    finally:
        running.close()


def test_a_sealed_column_is_never_compared(database: Path) -> None:
    running = open_station(read_settings(str(database), environ={}))
    try:
        with pytest.raises(ValueError, match="sealed"):
            running.store.read(lambda unit: unit.members.find(name=CANARIES["clerk"]))
    finally:
        running.close()


def killed(_engine: Engine) -> None:
    """End as a process does that is stopped between two statements."""
    raise KeyboardInterrupt


def old_again(database: Path) -> None:
    """Make the database what version 2 left: what officers wrote about people stands there plain."""
    running = open_station(read_settings(str(database), environ={}))
    events = running.store.read(lambda unit: unit.feed_events.find())
    running.close()
    with closing(sqlite3.connect(database)) as raw:
        # Where the database's library does not wipe what is free, a long text leaves pages behind.
        raw.execute("PRAGMA secure_delete = OFF")
        for name in (CANARIES["clerk"] * 2000, CANARIES["clerk"]):
            raw.execute("UPDATE members SET name = ?", [name])
        for event in events:
            data = json.dumps(event.data, ensure_ascii=False)
            raw.execute("UPDATE feed_events SET data = ? WHERE seq = ?", [data, event.seq])
        raw.execute("UPDATE meta SET value = '2' WHERE name = 'schema_version'")
        raw.commit()


def test_an_older_database_is_sealed_when_it_is_opened(database: Path) -> None:
    settings = read_settings(str(database), environ={})
    running = open_station(settings)
    kept = running.store.read(lambda unit: (unit.members.find(), unit.feed_events.find(order=["seq"])))
    running.close()
    old_again(database)
    running = open_station(settings)
    now = running.store.read(lambda unit: (unit.members.find(), unit.feed_events.find(order=["seq"])))
    running.close()
    assert now == kept
    assert CANARIES["clerk"].encode() not in everything(database)
    with closing(sqlite3.connect(database)) as raw:
        for table in TABLES:
            for column in sealed_columns(table):
                values = raw.execute(f"SELECT {column} FROM {table.name} WHERE {column} IS NOT NULL").fetchall()
                assert all("sealed:" in value for (value,) in values), (table.name, column)


def test_what_stopped_the_file_from_being_written_anew_is_made_good_at_the_next_start(database: Path) -> None:
    """The rows are sealed in one commit; a kill may come before the file is written anew."""
    settings = read_settings(str(database), environ={})
    old_again(database)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(upgrade, "_forget_old_pages", killed)
        with pytest.raises(KeyboardInterrupt):
            open_station(settings)
    assert CANARIES["clerk"].encode() in everything(database)
    open_station(settings).close()
    assert CANARIES["clerk"].encode() not in everything(database)
    with closing(sqlite3.connect(database)) as raw:
        assert raw.execute("SELECT count(*) FROM meta WHERE name = ?", [upgrade.OLD_PAGES]).fetchone() == (0,)
